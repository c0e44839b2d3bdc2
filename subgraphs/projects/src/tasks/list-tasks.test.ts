import { createDatabase, sqlStatement } from '@atelier/service-kit/database';
import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { contact, member, service } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { aContact, grant, makeProject, share, startProjects } from '../testing/projects.ts';
import { boardOf, did, makeTask, say } from '../testing/tasks.ts';

const studioId = uuidv7();
const [maraId, guestId] = [uuidv7(), uuidv7()];
const mara = member('artist', studioId, maraId);
const guest = member('guest', studioId, guestId);
const stranger = member('owner', uuidv7());

let domain: Awaited<ReturnType<typeof startProjects>>;
let client: ReturnType<typeof aContact>;
let shared: Awaited<ReturnType<typeof makeProject>>;
let closed: Awaited<ReturnType<typeof makeProject>>;

interface Page {
  nodes: { title: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const FIELDS = 'nodes { title } totalCount pageInfo { hasNextPage endCursor }';

async function list(viewer: Viewer, args = ''): Promise<Page & { codes: unknown[] }> {
  const { data, codes } = await domain.ask(viewer, `{ tasks${args} { ${FIELDS} } }`);
  return { ...(data?.tasks as Page), codes };
}

const titles = async (viewer: Viewer, args = '') => (await list(viewer, args)).nodes.map((task) => task.title);

async function inProject(viewer: Viewer, projectId: string, args: string): Promise<Page> {
  return (await domain.entity(viewer, 'Project', projectId, `{ tasks${args} { ${FIELDS} } }`))?.tasks as Page;
}

beforeAll(async () => {
  domain = await startProjects();
  domain.world.members.set(maraId, 'ARTIST').set(guestId, 'GUEST');
  client = aContact(domain.world);
  shared = await makeProject(domain, mara, { name: 'Shared' });
  closed = await makeProject(domain, mara, { name: 'Closed' });
  await share(domain, mara, shared.id, client.id);
  await grant(domain, mara, shared.id, encodeId('Member', guestId));
  const me = encodeId('Member', maraId);
  await makeTask(domain, mara, shared.id, { title: 'no day' });
  await say(domain, mara, shared.id);
  await makeTask(domain, mara, shared.id, { title: 'later', dueOn: '2026-12-24', status: 'IN_PROGRESS', stageId: shared.stages[0]?.id });
  await makeTask(domain, mara, shared.id, { title: 'hidden', dueOn: '2026-12-03', visibility: 'TEAM', assigneeId: me });
  await makeTask(domain, mara, shared.id, { title: 'for the client', dueOn: '2026-12-02', assigneeId: client.id });
  await makeTask(domain, mara, closed.id, { title: '100% elsewhere', dueOn: '2026-12-01', assigneeId: me });
  await makeTask(domain, mara, closed.id, { title: 'done', dueOn: '2026-11-30', status: 'DONE', assigneeId: me });
  const trashed = await makeProject(domain, mara);
  await makeTask(domain, mara, trashed.id, { title: 'thrown away with its project', dueOn: '2026-12-01' });
  await domain.ask(mara, `mutation { trashProject(input: { id: "${trashed.id}" }) { __typename } }`);
});
afterAll(() => domain.stop());

const kim = () => contact(studioId, client.uuid);

describe('the tasks of all projects', () => {
  test('come by due day, those without a day last', async () => {
    expect(await titles(mara)).toEqual(['done', '100% elsewhere', 'for the client', 'hidden', 'later', 'no day']);
  });

  test('show as lines what they show as a whole', async () => {
    const line = 'id title status dueOn assignee { __typename } project { id name } stage { id name }';
    const read = async (fields: string) => (await domain.ask(mara, `{ tasks { edges { cursor node { ${fields} } } } }`)).data?.tasks;
    const lines = await read(line);
    expect(lines).toMatchObject({ edges: [{ node: { title: 'done', assignee: { __typename: 'Member' } } }, {}, {}, {}, {}, {}] });
    expect(await read(`${line} version createdAt`)).toMatchObject(lines as object);
  });

  test('are those of granted projects for a guest, what is not team-only in shared ones for a contact, none for a stranger', async () => {
    expect(await titles(guest)).toEqual(['for the client', 'hidden', 'later', 'no day']);
    expect(await titles(kim())).toEqual(['for the client', 'later', 'no day']);
    expect(await titles(contact(studioId, uuidv7()))).toEqual([]);
    expect(await titles(stranger)).toEqual([]);
    expect((await list(kim())).totalCount).toBe(3);
    expect((await list({ kind: 'anonymous' })).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('are narrowed by text, status, stage, person and day', async () => {
    expect(await titles(mara, '(filter: { text: "CLIENT" })')).toEqual(['for the client']);
    expect(await titles(mara, '(filter: { text: "0%" })')).toEqual(['100% elsewhere']);
    expect(await titles(mara, '(filter: { text: "_" })')).toEqual([]);
    expect(await titles(mara, '(filter: { status: [IN_PROGRESS, DONE] })')).toEqual(['done', 'later']);
    expect(await titles(mara, `(filter: { stageId: "${shared.stages[0]?.id}" })`)).toEqual(['later']);
    expect(await titles(mara, `(filter: { assigneeId: "${client.id}" })`)).toEqual(['for the client']);
    expect(await titles(mara, '(filter: { dueBefore: "2026-12-02", status: [TODO] })')).toEqual(['100% elsewhere', 'for the client']);
    expect(await titles(mara, '(filter: { archived: true })')).toEqual([]);
  });

  test('are what the viewer is to do, when asked so', async () => {
    const open = '(filter: { assignedToViewer: true, status: [TODO, IN_PROGRESS, IN_REVIEW] })';
    expect(await titles(mara, open)).toEqual(['100% elsewhere', 'hidden']);
    expect(await titles(kim(), open)).toEqual(['for the client']);
    expect(await titles(guest, open)).toEqual([]);
    expect(await titles(service('messaging', studioId), open)).toEqual([]);
    expect(await titles(mara, `(filter: { assignedToViewer: true, assigneeId: "${client.id}" })`)).toEqual([]);
  });

  test('are read page by page, each once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Page = await list(mara, `(first: 2${after === null ? '' : `, after: "${after}"`})`);
      expect(page.totalCount).toBe(6);
      seen.push(...page.nodes.map((task) => task.title));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(['done', '100% elsewhere', 'for the client', 'hidden', 'later', 'no day']);
  });

  test('refuse a cursor of another list, and a page of 0 or 101', async () => {
    const { pageInfo } = await inProject(mara, shared.id, '(first: 1)');
    expect((await list(mara, `(after: "${pageInfo.endCursor}")`)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await list(mara, '(after: "nonsense")')).codes).toEqual(['BAD_USER_INPUT']);
    for (const first of [0, 101]) expect((await list(mara, `(first: ${first})`)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the tasks of a project', () => {
  test('come in the order of the board, page by page, a column too', async () => {
    const first = await inProject(mara, shared.id, '(first: 3)');
    expect(first.nodes.map((task) => task.title)).toEqual(['no day', 'later', 'hidden']);
    const rest = await inProject(mara, shared.id, `(first: 3, after: "${first.pageInfo.endCursor}")`);
    expect(rest.nodes.map((task) => task.title)).toEqual(['for the client']);
    const column = await inProject(mara, shared.id, `(first: 2, filter: { status: [TODO] })`);
    expect(column).toMatchObject({ nodes: [{ title: 'no day' }, { title: 'hidden' }], totalCount: 3 });
  });

  test('are a board, with as much of it as the viewer sees', async () => {
    expect(await boardOf(domain, mara, shared.id)).toEqual({
      TODO: ['no day', 'hidden', 'for the client'],
      IN_PROGRESS: ['later'],
      IN_REVIEW: [],
      DONE: [],
    });
    expect(await boardOf(domain, kim(), shared.id)).toEqual({
      TODO: ['no day', 'for the client'],
      IN_PROGRESS: ['later'],
      IN_REVIEW: [],
      DONE: [],
    });
    const byStage = await boardOf(domain, mara, shared.id, 'STAGE');
    expect(Object.keys(byStage)).toEqual(['stage:none', ...shared.stages.map((stage) => `stage:${stage.id}`)]);
    expect(byStage[`stage:${shared.stages[0]?.id}`]).toEqual(['later']);
    expect(byStage['stage:none']).toEqual(['no day', 'hidden', 'for the client']);
  });

  test('count into the progress that the viewer sees', async () => {
    const progress = async (viewer: Viewer, id: string) =>
      (await domain.entity(viewer, 'Project', id, '{ progress { total done } stages { progress { total done } } }')) ?? {};
    expect(await progress(mara, closed.id)).toMatchObject({ progress: { total: 2, done: 1 } });
    expect((await progress(mara, shared.id)).progress).toEqual({ total: 4, done: 0 });
    expect((await progress(kim(), shared.id)).progress).toEqual({ total: 3, done: 0 });
    expect((await progress(mara, shared.id)).stages).toMatchObject([
      { progress: { total: 1, done: 0 } },
      { progress: { total: 0, done: 0 } },
      {},
      {},
    ]);
  });
});

describe('what a list costs', () => {
  const PAGE = `nodes { id title status project { id name } stage { name } assignee { __typename } commentCount comments(first: 2) { nodes { body } totalCount } viewerCanUpdate }`;

  async function counted(viewer: Viewer, query: string): Promise<{ begins: number; statements: number; data: unknown }> {
    const before = domain.subgraph.stats();
    const { data, messages } = await domain.ask(viewer, query);
    expect(messages).toEqual([]);
    const after = domain.subgraph.stats();
    return { begins: after.begins - before.begins, statements: after.statements - before.statements, data };
  }

  test('is as many statements with 1,000 tasks as with one', async () => {
    const own = member('artist', uuidv7(), uuidv7());
    const project = await makeProject(domain, own);
    const task = await makeTask(domain, own, project.id);
    await say(domain, own, project.id, { taskId: task.id });
    await say(domain, own, project.id);
    const ownStudio = own.kind === 'user' && own.studio ? own.studio.id : '';
    const queries = [
      `{ tasks(first: 100) { totalCount ${PAGE} } }`,
      `{ projects(first: 100) { nodes { progress { total } tasks(first: 3) { totalCount ${PAGE} } stages { progress { done } } } } }`,
      `{ projects(first: 100) { nodes { board { key tasks { totalCount ${PAGE} } } } } }`,
      `{ projects(first: 100) { nodes { board(groupBy: STAGE) { stage { name } tasks { totalCount ${PAGE} } } comments { totalCount nodes { body } } } } }`,
    ];
    const few = [];
    for (const query of queries) few.push(await counted(own, query));
    await domain.db.admin.query(
      `with made as (
         insert into projects.projects (studio_id, id, name, status, brief, new_is_team_only, created_at, updated_at, version)
         select $1, gen_random_uuid(), 'Project ' || n, 'ACTIVE', '', true, now(), now(), 1 from generate_series(1, 100) n returning id
       )
       insert into projects.tasks (studio_id, id, project_id, title, description, status, visibility, checklist, position, place_version, version, created_at, updated_at)
       select $1, gen_random_uuid(), made.id, 'Line ' || n, '', (array['TODO', 'IN_PROGRESS', 'IN_REVIEW', 'DONE'])[1 + n % 4], 'TEAM', '[]', 'b' || lpad(n::text, 5, '1') || 'V', 1, 1, now(), now()
       from made, generate_series(1, 10) n`,
      [ownStudio],
    );
    await domain.db.admin.query(
      `insert into projects.comments (studio_id, id, project_id, task_id, body, mentions, visibility, created_at)
       select studio_id, gen_random_uuid(), project_id, id, 'Line', '[]', 'TEAM', now() from projects.tasks where studio_id = $1`,
      [ownStudio],
    );
    expect(await list(own)).toMatchObject({ totalCount: 100, pageInfo: { hasNextPage: true } });
    for (const [index, query] of queries.entries()) {
      const { statements, data } = await counted(own, query);
      // Answers of one wave that arrive in several packets can split a batch: a few more at most, whatever the number of rows.
      expect(statements).toBeLessThanOrEqual((few[index]?.statements ?? 0) + 6);
      expect(JSON.stringify(data).length).toBeGreaterThan(10_000);
    }
  });

  test('a board is one statement, and one more for counts that its first pages do not show', async () => {
    const board = (fields: string, args = '') =>
      `query { _entities(representations: [{ __typename: "Project", id: "${shared.id}" }]) { ... on Project { board${args} { ${fields} } } } }`;
    expect(await counted(mara, board('key'))).toMatchObject({ statements: 2 });
    expect(await counted(mara, board('key tasks { nodes { title } }'))).toMatchObject({ begins: 2, statements: 2 });
    expect(await counted(mara, board('key tasks { nodes { title } totalCount }', '(first: 1)'))).toMatchObject({ statements: 3 });
    expect(await counted(mara, board('key tasks { nodes { title } totalCount }'))).toMatchObject({ statements: 2 });
  });

  test('raw SQL without a studio sees no task and no comment', async () => {
    const database = createDatabase({ url: domain.db.url('projects'), schema: 'projects', logger: domain.runtime.logger });
    for (const table of ['tasks', 'comments']) {
      const count = sqlStatement<{ count: number }>(
        `test.${table}`,
        () => sql`select count(*)::int from projects.${sql.identifier(table)}`,
      );
      expect(await database.reads({ studioId: null }).run(count)).toEqual([{ count: 0 }]);
      expect((await database.reads({ studioId }).run(count))[0]?.count).toBeGreaterThan(0);
    }
    await database.close();
  });
});

describe('a task by its id', () => {
  test('is seen by whom it concerns, and another studio learns nothing', async () => {
    const { id } = await makeTask(domain, mara, shared.id, { title: 'seen', visibility: 'TEAM' });
    const see = (viewer: Viewer) => domain.entity(viewer, 'Task', id, '{ title }');
    expect(await see(mara)).toEqual({ title: 'seen' });
    expect(await see(guest)).toEqual({ title: 'seen' });
    for (const viewer of [kim(), stranger, member('guest', studioId), contact(uuidv7(), client.uuid)]) expect(await see(viewer)).toBeNull();
    expect(await domain.entity(mara, 'Task', encodeId('Project', decodeId(id, 'Task')), '{ title }')).toBeNull();
    await did(domain, mara, 'trashTask', { id });
  });
});
