import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { apiKey, contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aContact, grant, makeProject, share, startProjects } from '../testing/projects.ts';
import { makeTask, seenTask } from '../testing/tasks.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
beforeAll(async () => {
  domain = await startProjects();
});
afterAll(() => domain.stop());

const grantTo = (viewer: Viewer, projectId: string, memberId: string) =>
  domain.ask(
    viewer,
    `mutation ($input: GrantProjectInput!) { grantProject(input: $input) { __typename
      ... on GrantProjectSuccess { project { grants { member { id } } } } ... on InvalidInput { code path } } }`,
    { input: { projectId, memberId } },
  );
const revoke = (viewer: Viewer, projectId: string, memberId: string) =>
  domain.ask(viewer, 'mutation ($input: RevokeProjectGrantInput!) { revokeProjectGrant(input: $input) { __typename } }', {
    input: { projectId, memberId },
  });

function aMember(role: string) {
  const uuid = uuidv7();
  domain.world.members.set(uuid, role);
  return { uuid, id: encodeId('Member', uuid) };
}

test('a guest sees a project from when it is opened until it is closed', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  const someone = aMember('GUEST');
  const guest = member('guest', studioId, someone.uuid);
  expect(await domain.entity(guest, 'Project', id, '{ name }')).toBeNull();
  const { data } = await grantTo(owner, id, someone.id);
  expect(data?.grantProject).toEqual({ __typename: 'GrantProjectSuccess', project: { grants: [{ member: { id: someone.id } }] } });
  expect(
    await domain.entity(guest, 'Project', id, '{ name viewerCanEditTasks viewerCanComment viewerCanUpdate grants { since } }'),
  ).toEqual({
    name: 'Harbour mural',
    viewerCanEditTasks: true,
    viewerCanComment: true,
    viewerCanUpdate: false,
    grants: null,
  });
  domain.published.length = 0;
  await revoke(owner, id, someone.id);
  expect(await domain.entity(guest, 'Project', id, '{ name }')).toBeNull();
  expect(domain.published.map(({ audienceBefore, audienceAfter }) => [audienceBefore, audienceAfter])).toContainEqual([
    [`person:${someone.uuid}`],
    [],
  ]);
});

test('only a guest can be let in, for others see every project', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  const { data } = await grantTo(owner, id, aMember('ARTIST').id);
  expect(data?.grantProject).toEqual({ __typename: 'InvalidInput', code: 'NOT_A_GUEST', path: ['input', 'memberId'] });
});

test('a member of another studio cannot be named, and a project of another studio cannot be opened', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  expect((await grantTo(owner, id, encodeId('Member', uuidv7()))).codes).toEqual(['NOT_FOUND']);
  expect((await grantTo(member('owner', uuidv7()), id, aMember('GUEST').id)).codes).toEqual(['NOT_FOUND']);
});

test('a guest cannot let anybody in', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  const someone = aMember('GUEST');
  await grant(domain, owner, id, someone.id);
  const guest = member('guest', studioId, someone.uuid);
  expect((await grantTo(guest, id, aMember('GUEST').id)).codes).toEqual(['FORBIDDEN']);
  expect((await revoke(guest, id, someone.id)).codes).toEqual(['FORBIDDEN']);
});

test('a key of a guest sees what the guest sees, and no more', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  const someone = aMember('GUEST');
  const key: Viewer = {
    kind: 'apiKey',
    keyId: uuidv7(),
    userId: uuidv7(),
    scopes: ['projects:read'],
    studio: { id: studioId, memberId: someone.uuid, role: 'guest' },
  };
  expect(await domain.entity(key, 'Project', id, '{ name }')).toBeNull();
  await grant(domain, owner, id, someone.id);
  expect(await domain.entity(key, 'Project', id, '{ name viewerCanEditTasks }')).toEqual({
    name: 'Harbour mural',
    viewerCanEditTasks: false,
  });
  expect(await domain.entity(apiKey(studioId, 'clients:read'), 'Project', id, '{ name }')).toBeNull();
});

const tell = (type: string, studioId: string, data: Record<string, unknown>, id = uuidv7()) =>
  domain.subgraph.deliver({ id, type, source: 'accounts', studioId, at: '2026-11-22T09:30:00Z', data });

test('a guest who joins by an invitation sees the projects that it named, and is let in once', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const named = await makeProject(domain, owner, { name: 'named' });
  await makeProject(domain, owner, { name: 'other' });
  const uuid = uuidv7();
  const { rows } = await domain.db.admin.query<{ id: string }>('select id from projects.projects where studio_id = $1 and name = $2', [
    studioId,
    'named',
  ]);
  const event = { memberId: uuid, role: 'guest', projectIds: [rows[0]?.id, uuidv7()] };
  const eventId = uuidv7();
  await tell('member.joined', studioId, event, eventId);
  const events = domain.published.length;
  await tell('member.joined', studioId, event, eventId);
  expect(domain.published).toHaveLength(events);
  const { data } = await domain.ask(member('guest', studioId, uuid), '{ projects { nodes { id } } }');
  expect(data).toEqual({ projects: { nodes: [{ id: named.id }] } });
});

test('an event of one studio opens nothing in another', async () => {
  const studioId = uuidv7();
  await makeProject(domain, member('owner', studioId));
  const { rows } = await domain.db.admin.query<{ id: string }>('select id from projects.projects where studio_id = $1', [studioId]);
  const uuid = uuidv7();
  await tell('member.joined', uuidv7(), { memberId: uuid, role: 'guest', projectIds: [rows[0]?.id] });
  const { data } = await domain.ask(member('guest', studioId, uuid), '{ projects { nodes { id } } }');
  expect(data).toEqual({ projects: { nodes: [] } });
});

test('a member or contact who is gone is in no project any more, and their streams drop it', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  const someone = aMember('GUEST');
  await grant(domain, owner, id, someone.id);
  const client = aContact(domain.world);
  await share(domain, owner, id, client.id);
  domain.published.length = 0;
  await tell('member.removed', studioId, { memberId: someone.uuid });
  await tell('contact.removed', studioId, { contactId: client.uuid });
  expect(await domain.entity(owner, 'Project', id, '{ grants { since } sharedWith { since } }')).toEqual({ grants: [], sharedWith: [] });
  expect(await domain.entity(contact(studioId, client.uuid), 'Project', id, '{ name }')).toBeNull();
  const dropped = domain.published.filter((event) => event.audienceAfter.length === 0).flatMap((event) => event.audienceBefore);
  expect(new Set(dropped)).toEqual(new Set([`person:${someone.uuid}`, `person:${client.uuid}`]));
});

test("what somebody who is gone still had to do is nobody's, and what they did stays theirs", async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  const someone = aMember('ARTIST');
  const client = aContact(domain.world);
  await share(domain, owner, id, client.id);
  const open = await makeTask(domain, owner, id, { assigneeId: someone.id });
  const done = await makeTask(domain, owner, id, { assigneeId: someone.id, status: 'DONE' });
  const theirs = await makeTask(domain, owner, id, { assigneeId: client.id });
  const other = await makeTask(domain, owner, id, { assigneeId: aMember('ARTIST').id });
  await tell('member.removed', studioId, { memberId: someone.uuid });
  await tell('contact.removed', studioId, { contactId: client.uuid });
  const [left, kept, leftToo, untouched] = await Promise.all([open, done, theirs, other].map((task) => seenTask(domain, owner, task.id)));
  expect([left?.assignee, leftToo?.assignee]).toEqual([null, null]);
  expect(kept?.assignee).toMatchObject({ id: someone.id });
  expect(untouched).toEqual(other);
});
