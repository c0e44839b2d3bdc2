import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { aClient, aContact, grant, makeProject, share, startProjects } from '../testing/projects.ts';
import { makeTask, say } from '../testing/tasks.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
beforeAll(async () => {
  domain = await startProjects();
});
afterAll(() => domain.stop());
beforeEach(() => {
  domain.clock.now = new Date('2026-11-22T09:30:00Z');
});

interface Page {
  nodes: { name: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

async function list(viewer: Viewer, args: Record<string, unknown> = {}): Promise<Page> {
  const { data, messages } = await domain.ask(
    viewer,
    `query ($first: Int, $after: String, $filter: ProjectFilter) { projects(first: $first, after: $after, filter: $filter) {
      nodes { name } pageInfo { hasNextPage endCursor } totalCount } }`,
    args,
  );
  if (!data) throw new Error(messages.join(' '));
  return data.projects as Page;
}

const names = async (viewer: Viewer, filter: Record<string, unknown> = {}) =>
  (await list(viewer, { filter })).nodes.map((node) => node.name);

/** A project a minute, so that the order is known. */
async function make(viewer: Viewer, name: string, input: Record<string, unknown> = {}) {
  domain.clock.now = new Date(domain.clock.now.getTime() + 60_000);
  return makeProject(domain, viewer, { name, ...input });
}

test('each project of a list has its own progress and stage, and each of its tasks its own project', async () => {
  const owner = member('owner', uuidv7());
  await make(owner, 'empty');
  const begun = await make(owner, 'begun');
  const almost = await make(owner, 'almost');
  await makeTask(domain, owner, begun.id, { title: 'plan' });
  await makeTask(domain, owner, almost.id, { title: 'draw', status: 'DONE', stageId: almost.stages[1]?.id });
  await makeTask(domain, owner, almost.id, { title: 'print', stageId: almost.stages[0]?.id });
  const { data } = await domain.ask(
    owner,
    `{ projects { nodes { name progress { total done } } } tasks { nodes { title project { name } stage { id } } } }`,
  );
  expect(data?.projects).toMatchObject({
    nodes: expect.arrayContaining([
      { name: 'empty', progress: { total: 0, done: 0 } },
      { name: 'begun', progress: { total: 1, done: 0 } },
      { name: 'almost', progress: { total: 2, done: 1 } },
    ]),
  });
  expect(data?.tasks).toMatchObject({
    nodes: expect.arrayContaining([
      { title: 'plan', project: { name: 'begun' }, stage: null },
      { title: 'draw', project: { name: 'almost' }, stage: { id: almost.stages[1]?.id } },
      { title: 'print', project: { name: 'almost' }, stage: { id: almost.stages[0]?.id } },
    ]),
  });
});

test('things of projects that are asked for at once stand where they were asked for, and another studio’s are null', async () => {
  const [owner, stranger] = [member('owner', uuidv7()), member('owner', uuidv7())];
  const things = async (viewer: Viewer, name: string) => {
    const { id: projectId, stages } = await make(viewer, name);
    const task = await makeTask(domain, viewer, projectId, { title: name });
    const comment = await say(domain, viewer, projectId, { taskId: task.id, body: name });
    const ids = { Project: projectId, Stage: stages[0]?.id, Task: task.id, Comment: comment.id };
    return { name, stage: stages[0]?.id, references: Object.entries(ids).map(([__typename, id]) => ({ __typename, id })) };
  };
  const [mural, theirs, poster] = [await things(owner, 'mural'), await things(stranger, 'secret'), await things(owner, 'poster')];
  const { data } = await domain.ask(
    owner,
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Project { name } ... on Stage { id } ... on Task { title } ... on Comment { body task { title } project { name } } } }`,
    { representations: [poster, theirs, mural].flatMap(({ references }) => references) },
  );
  const shown = ({ name, stage }: typeof mural) => [
    { name },
    { id: stage },
    { title: name },
    { body: name, task: { title: name }, project: { name } },
  ];
  expect(data?._entities).toEqual([...shown(poster), null, null, null, null, ...shown(mural)]);
});

test('pages follow each other, the last changed first, and every project comes once', async () => {
  const owner = member('owner', uuidv7());
  for (const name of ['a', 'b', 'c', 'd', 'e']) await make(owner, name);
  const first = await list(owner, { first: 2 });
  const second = await list(owner, { first: 2, after: first.pageInfo.endCursor });
  const third = await list(owner, { first: 2, after: second.pageInfo.endCursor });
  expect([first, second, third].map((page) => page.nodes.map((node) => node.name))).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  expect([first, second, third].map((page) => page.pageInfo.hasNextPage)).toEqual([true, true, false]);
  expect(first.totalCount).toBe(5);
});

test('a list shows as lines what it shows as a whole', async () => {
  const owner = member('owner', uuidv7());
  await make(owner, 'a');
  await make(owner, 'b', { clientId: aContact(domain.world).clientId });
  const line = 'id name status dueOn updatedAt client { id } currentStage { id } progress { total done } sharedWith { contact { id } }';
  const read = async (fields: string) => (await domain.ask(owner, `{ projects { edges { cursor node { ${fields} } } } }`)).data?.projects;
  const lines = await read(line);
  expect(lines).toMatchObject({ edges: [{ node: { name: 'b', client: {} } }, { node: { name: 'a', client: null } }] });
  expect(await read(`${line} brief version`)).toMatchObject(lines as object);
});

test('projects that changed in one moment are in a stable order, and none is lost between pages', async () => {
  const owner = member('owner', uuidv7());
  for (const name of ['a', 'b', 'c']) await makeProject(domain, owner, { name });
  const first = await list(owner, { first: 2 });
  const second = await list(owner, { first: 2, after: first.pageInfo.endCursor });
  expect([...first.nodes, ...second.nodes].map((node) => node.name).sort()).toEqual(['a', 'b', 'c']);
});

test('a project that changes comes first', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await make(owner, 'old');
  await make(owner, 'new');
  domain.clock.now = new Date(domain.clock.now.getTime() + 60_000);
  await domain.ask(owner, 'mutation ($id: ID!) { createStage(input: { projectId: $id, name: "Varnish" }) { __typename } }', { id });
  expect(await names(owner)).toEqual(['old', 'new']);
});

test('text, status and client narrow the list, one by one and together', async () => {
  const owner = member('owner', uuidv7());
  const clientId = aClient(domain.world);
  await make(owner, 'Harbour mural', { clientId });
  await make(owner, 'Mural sketches', { status: 'PLANNED', clientId });
  await make(owner, 'Poster', { status: 'DONE' });
  expect(await names(owner, { text: 'mURAL' })).toEqual(['Mural sketches', 'Harbour mural']);
  expect(await names(owner, { status: ['DONE', 'PLANNED'] })).toEqual(['Poster', 'Mural sketches']);
  expect(await names(owner, { status: [] })).toEqual([]);
  expect(await names(owner, { clientId })).toEqual(['Mural sketches', 'Harbour mural']);
  expect(await names(owner, { clientId, status: ['ACTIVE'], text: 'harbour' })).toEqual(['Harbour mural']);
  expect((await list(owner, { filter: { status: ['DONE', 'PLANNED'], text: 'mural' } })).totalCount).toBe(1);
});

test('signs that mean something in a pattern are looked for as they are', async () => {
  const owner = member('owner', uuidv7());
  await make(owner, '100% cotton');
  await make(owner, '100 posters');
  expect(await names(owner, { text: '100%' })).toEqual(['100% cotton']);
  expect(await names(owner, { text: '_' })).toEqual([]);
});

test('pages go on over several states', async () => {
  const owner = member('owner', uuidv7());
  for (const [name, status] of [
    ['a', 'DONE'],
    ['b', 'ACTIVE'],
    ['c', 'DONE'],
    ['d', 'ACTIVE'],
  ] as const)
    await make(owner, name, { status });
  const filter = { status: ['ACTIVE', 'DONE'] };
  const first = await list(owner, { first: 3, filter });
  const second = await list(owner, { first: 3, filter, after: first.pageInfo.endCursor });
  expect([first, second].map((page) => page.nodes.map((node) => node.name))).toEqual([['d', 'c', 'b'], ['a']]);
});

test("a guest's list holds what was granted, a contact's what was shared, another studio's nothing", async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const granted = await make(owner, 'granted');
  const shared = await make(owner, 'shared');
  await make(owner, 'neither');
  const guestId = uuidv7();
  domain.world.members.set(guestId, 'GUEST');
  await grant(domain, owner, granted.id, encodeId('Member', guestId));
  const someone = aContact(domain.world);
  await share(domain, owner, shared.id, someone.id);
  expect(await names(member('guest', studioId, guestId))).toEqual(['granted']);
  expect((await list(member('guest', studioId, guestId))).totalCount).toBe(1);
  expect(await names(contact(studioId, someone.uuid))).toEqual(['shared']);
  expect(await names(contact(studioId, uuidv7()))).toEqual([]);
  expect(await names(contact(uuidv7(), someone.uuid))).toEqual([]);
  expect(await names(member('owner', uuidv7()))).toEqual([]);
});

test('a client lists its projects page by page, with their number, and only those that the viewer sees', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const clientId = aClient(domain.world);
  for (const name of ['a', 'b', 'c']) await make(owner, name, { clientId });
  await make(owner, 'elsewhere');
  const page = async (viewer: Viewer, after: string | null) =>
    (
      await domain.entity(
        viewer,
        'Client',
        clientId,
        `{ projects(first: 2, after: ${JSON.stringify(after)}) { nodes { name } totalCount pageInfo { endCursor } } }`,
      )
    )?.projects as Page;
  const first = await page(owner, null);
  expect(first).toMatchObject({ nodes: [{ name: 'c' }, { name: 'b' }], totalCount: 3 });
  expect(await page(owner, first.pageInfo.endCursor)).toMatchObject({ nodes: [{ name: 'a' }] });
  expect(await page(member('guest', studioId), null)).toMatchObject({ nodes: [], totalCount: 0 });
  expect(await page(member('owner', uuidv7()), null)).toMatchObject({ nodes: [], totalCount: 0 });
});

test.each([
  ['a page of none', { first: 0 }],
  ['a page of too many', { first: 101 }],
  ['a cursor that was made up', { after: 'bm9uc2Vuc2U' }],
])('%s is refused', async (_what, args) => {
  const { codes } = await domain.ask(
    member('owner', uuidv7()),
    'query ($first: Int, $after: String) { projects(first: $first, after: $after) { nodes { id } } }',
    args,
  );
  expect(codes).toEqual(['BAD_USER_INPUT']);
});
