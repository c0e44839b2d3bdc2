import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { linkIn, mailTo, pressButton } from '../support/mail.ts';
import { aLink, aProject, aTask, enter, idOf, say } from '../support/scene.ts';
import { subscribe } from '../support/stream.ts';
import { startWorld, type World } from '../support/world.ts';

/** Everything that was logged. */
let logged = '';
let world: World;
beforeAll(async () => {
  const logs = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  world = await startWorld({ logs });
}, 60_000);
afterAll(() => world.stop());

test('logs hold no address, name, password, secret or word of anybody, whatever goes well or wrong', async () => {
  const said: string[] = [];
  const keep = (text: string): string => {
    said.push(text);
    return text;
  };
  const email = keep('jo.secretive@logs.example');
  const password = keep('an-unlogged-password');
  const person = world.stranger();
  const credentials = { email, password };
  await person.post('/auth/sign-up/email', { ...credentials, name: keep('Jo Secretive') });
  const verify = linkIn(world, await mailTo(world, email, 'verify-email'));
  keep(new URL(verify, world.url).searchParams.get('token') ?? 'none');
  await pressButton(person, verify);
  await world.stranger().post('/auth/sign-in/email', { email, password: keep('a-wrong-guess') });
  await person.post('/auth/sign-in/email', credentials);
  for (const value of person.cookies.values()) keep(decodeURIComponent(value).split('.')[0] ?? 'none');
  await person.post('/auth/sign-in/magic-link', { email });
  const magic = linkIn(world, await mailTo(world, email, 'sign-in-link'));
  keep(new URL(magic, world.url).searchParams.get('token') ?? 'none');
  await pressButton(world.stranger(), magic);

  const owner = await world.signIn('ingrid@northlight.example', 'northlight');
  said.push('ingrid@northlight.example', 'demo-password');
  const projectId = await aProject(owner, keep('A project nobody reads of'));
  const task = await aTask(owner, projectId, { title: keep('A task nobody reads of') });
  await say(owner, projectId, keep('A word nobody reads of'), { taskId: task.id });
  const path = await aLink(owner, projectId);
  keep(path.slice('/p/'.length));
  const contact = await enter(world, path);
  for (const value of contact.cookies.values()) keep(value);
  const { createApiKey } = await owner.get<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "Logs", scopes: [PROJECTS_READ] }) { ... on CreateApiKeySuccess { secret } } }',
  );
  const program = world.stranger();
  program.authorization = `Bearer ${keep(createApiKey.secret)}`;
  await program.get('{ projects(first: 1) { nodes { id } } }');
  const stream = subscribe(program, 'subscription ($id: ID!) { projectChanged(id: $id, after: 0) { __typename } }', { id: projectId });
  await stream.next();
  await stream.close();
  await owner.get('mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }', {
    input: { email: keep('friend.secretive@logs.example'), role: 'ARTIST' },
  });
  const invitation = linkIn(world, await mailTo(world, 'friend.secretive@logs.example', 'invitation'));
  keep(invitation.slice('/join/'.length));

  // What fails in the database is logged, with none of its values.
  await world.db.admin.query('alter table projects.comments rename to comments_away');
  await owner.ask('mutation ($input: CreateCommentInput!) { createComment(input: $input) { __typename } }', {
    input: { projectId, body: keep('A word that was not kept') },
  });
  await world.db.admin.query('alter table projects.comments_away rename to comments');
  await world.db.admin.query('alter table clients.clients add constraint none_such check (name not like $$%nobody is called this%$$)');
  const refused = await owner.ask('mutation ($name: String!) { createClient(input: { name: $name }) { __typename } }', {
    name: keep('Somebody: nobody is called this'),
  });
  expect(refused.codes).toEqual(['INTERNAL']);
  await world.db.admin.query('alter table auth.users rename to users_away');
  await world.stranger().post('/auth/sign-in/email', credentials);
  await person.ask('{ viewer { user { email } } }');
  await world.db.admin.query('alter table auth.users_away rename to users');
  await owner.ask('query ($id: ID!) { node(id: $id) { id } }', { id: idOf('Task', 'task:none') });

  expect(logged).toContain('unexpected failure');
  expect(said.filter((text) => text.length < 8)).toEqual([]);
  for (const text of said) expect(logged.includes(text) ? `logged: ${text}` : 'not logged').toBe('not logged');
}, 60_000);
