import { until } from '@atelier/testing/until';
import { readZip } from '@atelier/testing/zip';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Fleet, startFleet } from '../support/fleet.ts';
import type { Person } from '../support/person.ts';

/** Enough that making the file takes seconds. */
const TASKS = 60_000;
/** A job whose process died is taken up again within this, and then it is made. */
const JOB_MS = 60_000;

let fleet: Fleet;
let ingrid: Person;
beforeAll(async () => {
  fleet = await startFleet();
  ingrid = await fleet.signIn('ingrid@northlight.example', 'northlight');
  await fleet.db.admin.query(
    `insert into projects.tasks (studio_id, id, project_id, title, description, status, visibility, checklist, position, place_version, version, created_at, updated_at)
     select p.studio_id, gen_random_uuid(), p.id, 'Fold boat ' || n, 'Of blue paper.', 'TODO', 'TEAM', '[]', 'z' || n, 1, 1, now(), now()
     from generate_series(1, $1::int) n, (select p.* from projects.projects p join accounts.studios s on s.id = p.studio_id where s.slug = 'northlight' limit 1) p`,
    [TASKS],
  );
}, 120_000);
afterAll(() => fleet.stop(), 30_000);

interface Row {
  state: string;
  rowsTotal: number | null;
  failure: string | null;
  downloadUrl: string | null;
}
/** Undefined while a part that has just come back is not asked yet. */
const newest = async (): Promise<Row | undefined> => {
  const { data } = await ingrid.ask('{ studio { exports(first: 1) { nodes { state rowsTotal failure downloadUrl } } } }');
  return (data as { studio: { exports: { nodes: Row[] } } | null } | null)?.studio?.exports.nodes[0];
};
const request = () => ingrid.get('mutation { requestStudioExport { ... on RequestStudioExportSuccess { export { id } } } }');

async function rowsInFile(): Promise<{ tasks: number; domains: Set<string> }> {
  const answer = await ingrid.fetch((await newest())?.downloadUrl ?? '');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const files = readZip(Buffer.from(await answer.arrayBuffer()));
  return {
    tasks: (JSON.parse(files.get('projects/tasks.json')?.toString('utf8') ?? '[]') as unknown[]).length,
    domains: new Set([...files.keys()].filter((path) => path.endsWith('.json')).map((path) => path.split('/')[0] ?? '')),
  };
}
const tasksOfStudio = async (): Promise<number> =>
  (
    await fleet.db.admin.query<{ count: number }>(
      `select count(*)::int as count from projects.tasks t join accounts.studios s on s.id = t.studio_id where s.slug = 'northlight'`,
    )
  ).rows[0]?.count ?? 0;

test('an export is made anew when its process was killed in the middle, and holds the rows of every service', async () => {
  await request();
  const { admin } = fleet.db;
  await until(async () => {
    const { rows } = await admin.query(`select 1 from accounts.data_exports where state = 'running' and rows_total is not null`);
    return rows.length > 0;
  });
  await fleet.part('accounts').kill();
  const { rows } = await admin.query<{ state: string }>('select state from accounts.data_exports');
  expect(rows).toEqual([{ state: 'running' }]);
  await fleet.part('accounts').start();
  await until(async () => ['READY', 'FAILED'].includes((await newest())?.state ?? ''), JOB_MS);
  expect(await newest()).toMatchObject({ state: 'READY', failure: null });
  const { tasks, domains } = await rowsInFile();
  expect(tasks).toBe(await tasksOfStudio());
  expect([...domains].sort()).toEqual(['accounts', 'clients', 'index.json', 'messaging', 'projects']);
}, 120_000);

test('an export waits for a service that is away', async () => {
  await fleet.part('messaging').kill();
  await request();
  await until(async () => {
    const { rows } = await fleet.db.admin.query(
      `select 1 from accounts_jobs._private_jobs where last_error like '%does not answer%' and payload->>'owner' is not null`,
    );
    return rows.length > 0;
  });
  expect((await newest())?.state).toBe('RUNNING');
  await fleet.part('messaging').start();
  await until(async () => (await newest())?.state === 'READY', JOB_MS);
}, 120_000);
