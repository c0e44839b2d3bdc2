import { decodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aContact, makeProject, share, startProjects } from '../testing/projects.ts';
import { makeTask, say } from '../testing/tasks.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
beforeAll(async () => {
  domain = await startProjects();
});
afterAll(() => domain.stop());

interface Cost {
  begins: number;
  statements: number;
}

/** What a query costs the database; it must answer without an error. */
async function costOf(viewer: Viewer, query: string, variables: Record<string, unknown> = {}) {
  const before = domain.subgraph.stats();
  const { codes, data } = await domain.ask(viewer, query, variables);
  expect(codes).toEqual([]);
  const after = domain.subgraph.stats();
  return { cost: { begins: after.begins - before.begins, statements: after.statements - before.statements }, data };
}

/**
 * Rows never cost a statement. Answers to one wave may come in several pieces, though, and what follows each piece then leaves on
 * its own: as often as there are statements, however many rows they brought.
 */
function expectNoMore(many: Cost, one: Cost): void {
  expect(many.statements).toBeLessThanOrEqual(one.statements + 3);
  expect(many.begins).toBeLessThanOrEqual(one.begins + 3);
}

/** Copies a row of each table in a studio until there are `count` of them. */
async function multiply(studioId: string, count: number, ...tables: ('tasks' | 'comments' | 'activity' | 'projects' | 'stages')[]) {
  for (const table of tables) {
    const other = { activity: `, 'version', a.version + n * 1000`, projects: `, 'current_stage_id', null` }[table as string] ?? '';
    await domain.db.admin.query(
      `insert into projects.${table}
       select (jsonb_populate_record(null::projects.${table}, to_jsonb(a) || jsonb_build_object('id', gen_random_uuid()${other}))).*
       from (select * from projects.${table} where studio_id = $1 limit 1) a, generate_series(2, $2) n`,
      [studioId, count],
    );
  }
}

const PROJECT = `id name status client { id } brief progress { total done } stages { id name progress { total done } } currentStage { name }
  sharedWith { contact { id } } grants { member { id } } liveVersion viewerCanUpdate
  comments(first: 100) { nodes { id author { __typename } task { id } } totalCount }
  activity(first: 100) { nodes { id verb task { title } actor { __typename } } }`;

const TASKS = `nodes { id title stage { name } assignee { __typename } commentCount project { name } comments(first: 3) { nodes { body } } }
  pageInfo { hasNextPage } totalCount`;

async function aWorld() {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const someone = aContact(domain.world);
  const { id, stages } = await makeProject(domain, owner, { clientId: someone.clientId });
  await share(domain, owner, id, someone.id);
  const task = await makeTask(domain, owner, id, { stageId: stages[0]?.id });
  await say(domain, owner, id);
  await say(domain, owner, id, { taskId: task.id });
  return { studioId, owner, client: contact(studioId, someone.uuid), id };
}

test.each([['STATUS'], ['STAGE']])(
  'a project with its board by %s costs the same with 1 task and with 150, for the studio and for the client',
  async (groupBy) => {
    const { studioId, owner, client, id } = await aWorld();
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Project { ${PROJECT} board(groupBy: ${groupBy}, first: 100) { key stage { name } tasks { ${TASKS} } } } } }`;
    const variables = { r: [{ __typename: 'Project', id }] };
    const [{ cost: studio }, { cost: outside }] = [await costOf(owner, query, variables), await costOf(client, query, variables)];
    await multiply(studioId, 150, 'tasks', 'comments', 'activity');
    const { cost, data } = await costOf(owner, query, variables);
    expectNoMore(cost, studio);
    expectNoMore((await costOf(client, query, variables)).cost, outside);
    const [project] = (data?._entities ?? []) as { board: { tasks: { totalCount: number } }[] }[];
    expect(project?.board.reduce((sum, column) => sum + column.tasks.totalCount, 0)).toBe(150);
  },
);

test('a page of projects with all that a list shows costs the same with 1 project and with 100', async () => {
  const { studioId, owner, client } = await aWorld();
  const query = `{ projects(first: 100) { nodes { ${PROJECT} tasks(first: 5) { ${TASKS} } board(first: 2) { key tasks { ${TASKS} } } } totalCount pageInfo { endCursor } } }`;
  const [{ cost: studio }, { cost: outside }] = [await costOf(owner, query), await costOf(client, query)];
  await multiply(studioId, 100, 'projects');
  await domain.db.admin.query(
    `insert into projects.project_shares select studio_id, id, (select contact_id from projects.project_shares where studio_id = $1), now()
     from projects.projects where studio_id = $1 on conflict do nothing`,
    [studioId],
  );
  const { cost, data } = await costOf(owner, query);
  expect((data?.projects as { nodes: unknown[] } | undefined)?.nodes).toHaveLength(100);
  expectNoMore(cost, studio);
  expectNoMore((await costOf(client, query)).cost, outside);
});

test('many clients list their projects by one statement', async () => {
  const owner = member('owner', uuidv7());
  const clients = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const { clientId } = aContact(domain.world);
      await makeProject(domain, owner, { clientId });
      return clientId;
    }),
  );
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Client { projects(first: 3) { nodes { name } } } } }';
  const { cost } = await costOf(owner, query, { r: clients.map((id) => ({ __typename: 'Client', id })) });
  expect(cost).toEqual({ begins: 1, statements: 1 });
});

test('nobody pays for a total that is not asked for, or that the first page shows', async () => {
  const { owner } = await aWorld();
  const { cost } = await costOf(owner, '{ projects { nodes { name } pageInfo { hasNextPage } } }');
  expect(cost).toEqual({ begins: 1, statements: 1 });
  const total = '{ nodes { name } totalCount }';
  expect(await costOf(owner, `{ projects ${total} }`)).toMatchObject({ cost: { statements: 1 }, data: { projects: { totalCount: 1 } } });
  await makeProject(domain, owner);
  const one = await costOf(owner, `{ projects(first: 1) ${total} }`);
  expect(one).toMatchObject({ cost: { statements: 2 }, data: { projects: { totalCount: 2 } } });
});

/** The plan of a statement that a page runs, with the values that it would be given. */
async function planOf(studioId: string, where: string): Promise<string> {
  const client = await domain.db.admin.connect();
  try {
    await client.query('begin');
    await client.query(`set local role atelier_test_projects`);
    await client.query(`select set_config('app.studio', $1, true)`, [studioId]);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select * from projects.projects where studio_id = '${studioId}' and ${where}
         and (updated_at, id) < ('infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by updated_at desc, id desc limit 21`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test.each([
  ['what goes on', 'archived_at is null and trashed_at is null', 'projects_open'],
  ['a state', `archived_at is null and trashed_at is null and status = 'DONE'`, 'projects_open_by_status'],
  ['the archive', 'archived_at is not null and trashed_at is null', 'projects_archived'],
  ['the trash', 'trashed_at is not null', 'projects_trashed'],
])('the first page of %s is read from an index in its order, without sorting the studio', async (_what, where, index) => {
  const { studioId, id } = await aWorld();
  await multiply(studioId, 3000, 'projects');
  await domain.db.admin.query(
    `update projects.projects set updated_at = updated_at - random() * interval '90 days', status = (array['ACTIVE', 'DONE', 'ON_HOLD', 'PLANNED'])[1 + floor(random() * 4)],
       archived_at = case when random() < 0.3 then now() end, trashed_at = case when random() < 0.2 then now() end
     where studio_id = $1 and id <> $2`,
    [studioId, decodeId(id, 'Project')],
  );
  await domain.db.admin.query('analyze projects.projects');
  const plan = await planOf(studioId, where);
  expect(plan).toContain(`using ${index} `);
  expect(plan).not.toContain('Sort');
});
