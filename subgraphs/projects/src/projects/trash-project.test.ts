import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { until } from '@atelier/testing/until';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { aContact, grant, makeProject, share, startProjects } from '../testing/projects.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
beforeAll(async () => {
  domain = await startProjects();
  await domain.subgraph.start();
});
afterAll(() => domain.stop());
beforeEach(() => {
  domain.clock.now = new Date('2026-11-22T09:30:00Z');
});

async function run(viewer: Viewer, verb: 'archive' | 'trash' | 'restore', id: string, more = '') {
  const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}ProjectSuccess`;
  const { data, codes } = await domain.ask(
    viewer,
    `mutation ($id: ID!) { outcome: ${verb}Project(input: { id: $id ${more} }) { ... on ${type} { project { archivedAt trashedAt version } } } }`,
    { id },
  );
  return { codes, project: (data?.outcome as { project: Record<string, unknown> } | undefined)?.project };
}

async function names(viewer: Viewer, filter: Record<string, unknown> = {}) {
  const { data, codes } = await domain.ask(viewer, 'query ($filter: ProjectFilter) { projects(filter: $filter) { nodes { name } } }', {
    filter,
  });
  const found = data?.projects as { nodes: { name: string }[] } | null | undefined;
  return found ? found.nodes.map((node) => node.name) : codes;
}

/** Has the waiting purges run now. */
async function purge(studioId: string) {
  await domain.db.admin.query(
    `select projects_jobs.add_job('project.purge', json_build_object('studioId', studio_id, 'projectId', id)) from projects.projects where studio_id = $1`,
    [studioId],
  );
  await until(async () => (await domain.db.admin.query('select from projects_jobs.jobs where run_at <= now()')).rowCount === 0);
}

/** A project with a contact and a guest in it. */
async function aSharedProject(studioId = uuidv7()) {
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  const someone = aContact(domain.world);
  await share(domain, owner, id, someone.id);
  const guestId = uuidv7();
  domain.world.members.set(guestId, 'GUEST');
  await grant(domain, owner, id, encodeId('Member', guestId));
  return { studioId, owner, id, client: contact(studioId, someone.uuid), guest: member('guest', studioId, guestId) };
}

test('an archived project leaves the list, is found in the archive, and comes back', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  expect(await run(owner, 'archive', id)).toMatchObject({ project: { archivedAt: '2026-11-22T09:30:00.000Z', version: 2 } });
  expect(await run(owner, 'archive', id)).toMatchObject({ project: { version: 2 } });
  expect(await names(owner)).toEqual([]);
  expect(await names(owner, { archived: true })).toEqual(['Harbour mural']);
  expect(await run(owner, 'archive', id, 'archived: false')).toMatchObject({ project: { archivedAt: null, version: 3 } });
  expect(await names(owner)).toEqual(['Harbour mural']);
});

test('a project in the trash is gone for contacts and guests at once, and back for them when it is taken back', async () => {
  const { owner, id, client, guest } = await aSharedProject();
  await run(owner, 'trash', id);
  for (const viewer of [client, guest]) {
    expect(await domain.entity(viewer, 'Project', id, '{ name }')).toBeNull();
    expect(await names(viewer)).toEqual([]);
  }
  expect(await names(owner)).toEqual([]);
  expect(await names(owner, { trashed: true })).toEqual(['Harbour mural']);
  expect(await run(owner, 'restore', id)).toMatchObject({ project: { trashedAt: null, version: 3 } });
  for (const viewer of [owner, client, guest]) expect(await names(viewer)).toEqual(['Harbour mural']);
});

test('other domains hear that a project went to the trash', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  await run(owner, 'trash', id);
  const projectId = decodeId(id, 'Project');
  await until(() => domain.heard.some((event) => event.type === 'project.trashed' && event.data.projectId === projectId));
});

test('nothing is changed in the trash', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner);
  await run(owner, 'trash', id);
  const { codes, messages } = await domain.ask(
    owner,
    'mutation ($id: ID!) { updateProject(input: { id: $id, expectedVersion: 2, name: "Other" }) { __typename } }',
    { id },
  );
  expect(codes).toEqual(['BAD_USER_INPUT']);
  expect(messages).toEqual(['This project is in the trash. Take it back first.']);
  expect((await run(owner, 'archive', id)).codes).toEqual(['BAD_USER_INPUT']);
  expect(await domain.entity(owner, 'Project', id, '{ viewerCanUpdate viewerCanEditTasks viewerCanComment viewerCanShare }')).toEqual({
    viewerCanUpdate: false,
    viewerCanEditTasks: false,
    viewerCanComment: false,
    viewerCanShare: false,
  });
});

test('the trash is listed for owner, admin and manager only', async () => {
  const studioId = uuidv7();
  for (const role of ['owner', 'admin', 'manager'] as const) expect(await names(member(role, studioId), { trashed: true })).toEqual([]);
  for (const role of ['artist', 'accountant', 'guest'] as const)
    expect(await names(member(role, studioId), { trashed: true })).toEqual(['FORBIDDEN']);
  expect(await names(contact(studioId, uuidv7()), { trashed: true })).toEqual(['FORBIDDEN']);
});

test('a project is deleted with all that is in it after 30 days, and its activity stays', async () => {
  const { studioId, owner, id } = await aSharedProject();
  await run(owner, 'trash', id);
  domain.clock.now = new Date('2026-12-22T09:29:59Z');
  await purge(studioId);
  expect(await names(owner, { trashed: true })).toEqual(['Harbour mural']);
  domain.clock.now = new Date('2026-12-22T09:30:00Z');
  await purge(studioId);
  expect(await names(owner, { trashed: true })).toEqual([]);
  expect((await run(owner, 'restore', id)).codes).toEqual(['NOT_FOUND']);
  const count = async (table: string) =>
    (await domain.db.admin.query(`select from projects.${table} where studio_id = $1`, [studioId])).rowCount;
  expect(await Promise.all(['stages', 'project_shares', 'project_grants'].map(count))).toEqual([0, 0, 0]);
  expect(await count('activity')).toBeGreaterThan(0);
});

test('a project that was taken back is not deleted', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id } = await makeProject(domain, owner);
  await run(owner, 'trash', id);
  await run(owner, 'restore', id);
  domain.clock.now = new Date('2027-06-01T00:00:00Z');
  await purge(studioId);
  expect(await names(owner)).toEqual(['Harbour mural']);
});

test('another studio cannot archive, trash or restore it, and learns nothing', async () => {
  const { id } = await makeProject(domain, member('owner', uuidv7()));
  const stranger = member('owner', uuidv7());
  for (const verb of ['archive', 'trash', 'restore'] as const) expect((await run(stranger, verb, id)).codes).toEqual(['NOT_FOUND']);
});
