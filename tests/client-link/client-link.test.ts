import { decodeId } from '@atelier/service-kit/ids';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkIn, mailsTo, mailTo, pressButton } from '../support/mail.ts';
import type { Person } from '../support/person.ts';
import { aLink, aProject, aScene, aTask, enter, idOf, ids, type Scene, say } from '../support/scene.ts';
import { subscribe } from '../support/stream.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let scene: Scene;
beforeAll(async () => {
  world = await startWorld();
  scene = await aScene(world);
}, 60_000);
afterAll(() => world.stop());

const whoIs = async (person: Person) =>
  (await person.get<{ viewer: unknown }>('{ viewer { kind contact { id } studio { slug } } }')).viewer;
const PETRA = { kind: 'CONTACT', contact: { id: ids.contact }, studio: { slug: 'northlight' } };
const address = async (contactId: string = ids.contact) =>
  (await scene.owner.get<{ node: { email: string } }>('query ($id: ID!) { node(id: $id) { ... on Contact { email } } }', { id: contactId }))
    .node.email;

describe('a link', () => {
  test('followed by a mail scanner signs nobody in; the button does, and leads to the project', async () => {
    const path = await aLink(scene.owner, scene.projectId);
    const visitor = world.stranger();
    for (const method of ['GET', 'HEAD']) {
      const seen = await visitor.fetch(path, { method });
      expect([seen.status, visitor.cookies.size]).toEqual([200, 0]);
      expect(seen.headers.get('cache-control')).toBe('no-store');
    }
    const entered = await pressButton(visitor, path);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, `/client/projects/${scene.projectId}`]);
    const cookie = entered.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain(path.slice('/p/'.length));
    expect(await whoIs(visitor)).toEqual(PETRA);
  });

  test('is not pressed by another site', async () => {
    const path = await aLink(scene.owner, scene.projectId);
    const visitor = world.stranger();
    const answer = await visitor.fetch(path, { method: 'POST', headers: { origin: 'https://elsewhere.example' } });
    expect([answer.status, visitor.cookies.size]).toEqual([403, 0]);
  });

  test('that has ended, was taken back, or never was looks the same, and lets nobody in', async () => {
    const paths = { expired: await aLink(scene.owner, scene.projectId), revoked: await aLink(scene.owner, scene.projectId) };
    const links = await linksOf(scene.projectId);
    await expire(links[1] ?? '');
    await revoke(links[0] ?? '');
    const pages = [];
    for (const path of [paths.expired, paths.revoked, `/p/${'never-was'.repeat(5).slice(0, paths.expired.length - 3)}`]) {
      const visitor = world.stranger();
      const seen = [await visitor.fetch(path), await visitor.fetch(path, { method: 'POST' })];
      expect(visitor.cookies.size).toBe(0);
      const texts = await Promise.all(seen.map((each) => each.text()));
      pages.push(JSON.stringify([seen.map(({ status }) => status), texts]).replaceAll(path.slice(3), 'TOKEN'));
    }
    expect(pages[1]).toBe(pages[0]);
    expect(pages[2]).toBe(pages[0]);
    expect(pages[0]).not.toContain('Northlight');
  });

  test('that has ended offers a new one, which goes by mail to whom it was for; an unknown one gets the same answer and no mail', async () => {
    const projectId = await aProject(scene.owner, 'A project with an old link');
    const old = await aLink(scene.owner, projectId);
    await expire((await linksOf(projectId))[0] ?? '');
    const to = await address();
    const answers = [];
    for (const path of [old, '/p/a-secret-that-nobody-ever-had-at-all-in-here', '/p/short']) {
      const answer = await world
        .stranger()
        .fetch(path === '/p/short' ? '/p/unknown-link-unknown-link/renew' : `${path}/renew`, { method: 'POST' });
      answers.push([answer.status, await answer.text()]);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const path = linkIn(world, await mailTo(world, to, 'client-link'));
    expect((await mailsTo(world, to)).filter(({ template }) => template === 'client-link')).toHaveLength(1);
    const visitor = world.stranger();
    expect((await pressButton(visitor, path)).headers.get('location')).toBe(`/client/projects/${projectId}`);
    expect(await whoIs(visitor)).toEqual(PETRA);
  });

  test('that was taken back is not renewed', async () => {
    const projectId = await aProject(scene.owner, 'A project with a link that was taken back');
    const path = await aLink(scene.owner, projectId);
    await revoke((await linksOf(projectId))[0] ?? '');
    const mails = (await mailsTo(world, await address())).length;
    expect((await world.stranger().fetch(`${path}/renew`, { method: 'POST' })).status).toBe(200);
    // A mail that is asked for after it has come: there was none before it.
    await scene.owner.get('mutation ($input: CreateClientLinkInput!) { createClientLink(input: $input) { __typename } }', {
      input: { projectId, contactId: ids.contact, sendMail: true },
    });
    await mailTo(world, await address(), 'client-link', 1);
    expect(await mailsTo(world, await address())).toHaveLength(mails + 1);
  });

  test('that is taken back signs out whoever came by it, at once', async () => {
    const projectId = await aProject(scene.owner, 'A project that was open for a while');
    const contact = await enter(world, await aLink(scene.owner, projectId));
    const stream = subscribe(contact, 'subscription ($id: ID!) { projectChanged(id: $id, after: 0) { __typename } }', { id: projectId });
    await say(scene.owner, projectId, 'Hello.', { visibility: 'CLIENT' });
    await stream.next();
    await revoke((await linksOf(projectId))[0] ?? '');
    expect(await stream.ended).toBe(4403);
    expect(await whoIs(contact)).toBeNull();
  });

  test('to a project that is not shared with the contact is not made', async () => {
    const projectId = await aProject(scene.owner, 'Not shared');
    const answer = await scene.owner.ask(
      'mutation ($input: CreateClientLinkInput!) { createClientLink(input: $input) { __typename ... on UserError { code } } }',
      {
        input: { projectId, contactId: ids.contact },
      },
    );
    expect(answer.data).toEqual({ createClientLink: { __typename: 'InvalidInput', code: 'NOT_SHARED' } });
  });
});

describe('one browser', () => {
  test('is the artist’s and the contact’s at once, each asked for by itself', async () => {
    const browser = await world.signIn('kenji@northlight.example', 'northlight');
    await browser.fetch(await aLink(scene.owner, scene.projectId), { method: 'POST' });
    expect(browser.cookies.size).toBe(2);
    expect(await whoIs(browser)).toMatchObject({ kind: 'USER' });
    const client = browser.at(world.url);
    client.asContact = true;
    expect(await whoIs(client)).toEqual(PETRA);
    // The notes are the artist's, and the contact's view of the same browser does not get them.
    const notes = 'query ($id: ID!) { node(id: $id) { ... on Client { notes } } }';
    expect((await browser.ask(notes, { id: ids.client })).codes).toEqual([]);
    expect((await client.ask(notes, { id: ids.client })).body).not.toMatch(/"notes":"/);
    const streams = [browser, client].map((tab) => subscribe<{ kind: string }>(tab, '{ viewer { kind } }'));
    expect(await Promise.all(streams.map((stream) => stream.next()))).toEqual([{ kind: 'USER' }, { kind: 'CONTACT' }]);
    await Promise.all(streams.map((stream) => stream.close()));
    await browser.post('/auth/sign-out', {});
    expect(await whoIs(client)).toEqual(PETRA);
  });
});

describe('what the contact sees', () => {
  let shown: string;
  let hidden: string;
  let secret: string;
  beforeAll(async () => {
    const { owner, projectId } = scene;
    shown = (await aTask(owner, projectId, { title: 'The shown task', visibility: 'CLIENT' })).id;
    hidden = (await aTask(owner, projectId, { title: 'The hidden task', visibility: 'TEAM' })).id;
    await say(owner, projectId, 'A word for all.', { visibility: 'CLIENT' });
    secret = await say(owner, projectId, 'A word among us.', { visibility: 'TEAM' });
    await say(owner, projectId, 'A word among us about the task.', { taskId: shown, visibility: 'TEAM' });
  });

  test('is the project, with what is not team-only, and nothing else of it anywhere', async () => {
    const { body, codes } = await scene.contact.ask(
      `query ($id: ID!) { node(id: $id) { ... on Project { name brief status progress { total done } stages { name progress { total } } client { name }
        tasks { totalCount nodes { title commentCount comments { totalCount nodes { body } } } } board { key tasks { totalCount nodes { title } } }
        comments { totalCount nodes { body visibility author { ... on Member { name } ... on Contact { name } } } }
        activity(first: 100) { nodes { verb subject task { title } changes { field before after } actor { ... on Member { name } } } }
        viewerCanUpdate viewerCanEditTasks viewerCanComment viewerCanShare } } projects { totalCount nodes { id } } tasks { totalCount nodes { title } } }`,
      { id: scene.projectId },
    );
    expect(codes).toEqual([]);
    expect(body).toContain('The shown task');
    expect(body).toContain('A word for all.');
    expect(body).not.toMatch(/The hidden task|A word among us|TEAM/);
    const data = JSON.parse(body).data;
    expect(data.node).toMatchObject({
      progress: { total: 1, done: 0 },
      tasks: { totalCount: 1, nodes: [{ commentCount: 0, comments: { totalCount: 0 } }] },
      comments: { totalCount: 1 },
      viewerCanUpdate: false,
      viewerCanEditTasks: false,
      viewerCanComment: true,
      viewerCanShare: false,
    });
  });

  test.each([
    ['a team-only task', () => hidden],
    ['a team-only comment', () => secret],
    ['another project', () => idOf('Project', 'project:fernhouse-labels')],
    ['another client', () => idOf('Client', 'client:fernhouse-garden')],
    ['a contact of another client', () => idOf('Contact', 'contact:ravi-menon')],
  ])('is not %s', async (_what, id) => {
    const answer = await scene.contact.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id: id() });
    expect([answer.data, answer.codes]).toEqual([{ node: null }, ['NOT_FOUND']]);
  });

  /** What a client must not see, each by the way that leads there; refused with a code or null, never with a value. */
  test.each([
    ['the list of clients', '{ clients { nodes { id } } }'],
    ['notes about the client', 'query ($client: ID!) { node(id: $client) { ... on Client { notes } } }'],
    ['what is paid', 'query ($client: ID!) { node(id: $client) { ... on Client { defaultRate { amount } } } }'],
    ['the tax number', 'query ($client: ID!) { node(id: $client) { ... on Client { vatId } } }'],
    ['the address of a member', 'query ($member: ID!) { node(id: $member) { ... on Member { email } } }'],
    ['the role of a member', 'query ($member: ID!) { node(id: $member) { ... on Member { role } } }'],
    ['the people of the studio', '{ studio { members { nodes { name } } } }'],
    ['invitations', '{ studio { invitations { email } } }'],
    ['keys', '{ studio { apiKeys { name } } }'],
    ['notifications', '{ notifications { nodes { id } } }'],
    [
      'whom the project is shared with',
      'query ($project: ID!) { node(id: $project) { ... on Project { sharedWith { contact { name } } } } }',
    ],
    ['which guests there are', 'query ($project: ID!) { node(id: $project) { ... on Project { grants { member { name } } } } }'],
    ['the links', 'query ($project: ID!) { node(id: $project) { ... on Project { clientLinks { id } } } }'],
  ])('is not %s', async (_what, query) => {
    const variables = { client: ids.client, member: ids.theo, project: scene.projectId };
    const team = await scene.owner.ask(query, variables);
    expect(team.codes).toEqual([]);
    const { data, codes } = await scene.contact.ask(query, variables);
    if (codes.length > 0) expect(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED']).toContain(codes[0]);
    expect(leaves(data).filter((value) => value !== null)).toEqual([]);
  });

  test.each([
    ['make a task', 'createTask', { title: 'Mine' }, ['projectId']],
    ['say something among the team', 'createComment', { body: 'Psst', visibility: 'TEAM' }, ['projectId']],
    ['complete a task that is not theirs', 'completeTask', {}, ['id']],
    ['rename the project', 'updateProject', { expectedVersion: 1, name: 'Mine' }, ['id']],
    ['share it further', 'shareProject', { contactId: idOf('Contact', 'contact:nell-byrne') }, ['projectId']],
    ['change their client', 'updateClient', { expectedVersion: 1, name: 'Ours' }, ['id']],
    ['make a link', 'createClientLink', { contactId: ids.contact }, ['projectId']],
    ['invite somebody', 'inviteMember', { email: 'friend@client.example', role: 'ADMIN' }, []],
  ])('gives no right to %s', async (_what, mutation, fixed, names) => {
    const id = { completeTask: shown, updateProject: scene.projectId, updateClient: ids.client }[mutation as string];
    const named = Object.fromEntries(names.map((name) => [name, name === 'projectId' ? scene.projectId : id]));
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const { data, codes, body } = await scene.contact.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, {
      input: { ...fixed, ...named },
    });
    expect(body).not.toContain('Success');
    expect(codes.length > 0 ? codes[0] : JSON.stringify(data)).toMatch(/FORBIDDEN|NOT_FOUND|InvalidInput/);
  });

  test('lets them do what waits for them: their task, a word', async () => {
    const { id } = await aTask(scene.owner, scene.projectId, { title: 'Choose a blue', visibility: 'CLIENT', assigneeId: ids.contact });
    const { completeTask } = await scene.contact.get<{ completeTask: unknown }>(
      'mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { ... on CompleteTaskSuccess { task { status viewerCanComplete } } } }',
      { input: { id } },
    );
    expect(completeTask).toEqual({ task: { status: 'DONE', viewerCanComplete: true } });
    await say(scene.contact, scene.projectId, 'The darker one.', { taskId: id });
    const { tasks } = await scene.contact.get<{ tasks: { nodes: unknown[] } }>(
      '{ tasks(filter: { assignedToViewer: true }) { nodes { id } } }',
    );
    expect(tasks.nodes).toContainEqual({ id });
  });
});

/** The project's links, the newest first. */
async function linksOf(projectId: string): Promise<string[]> {
  const { node } = await scene.owner.get<{ node: { clientLinks: { id: string }[] } }>(
    'query ($id: ID!) { node(id: $id) { ... on Project { clientLinks { id } } } }',
    { id: projectId },
  );
  return node.clientLinks.map(({ id }) => id);
}

async function revoke(id: string): Promise<void> {
  await scene.owner.get(
    'mutation ($input: RevokeClientLinkInput!) { revokeClientLink(input: $input) { ... on RevokeClientLinkSuccess { id } } }',
    { input: { id } },
  );
}

/** As if 30 days had gone by. */
async function expire(id: string): Promise<void> {
  const { rowCount } = await world.db.admin.query(
    `update accounts.client_links set expires_at = now() - interval '1 minute' where id = $1`,
    [decodeId(id, 'ClientLink')],
  );
  expect(rowCount).toBe(1);
}

/** Every value at the end of an answer. */
function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : value.flatMap(leaves);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return [value];
}
