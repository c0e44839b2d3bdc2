import { encodeId } from '@atelier/service-kit/ids';
import { loadId } from '@atelier/service-kit/load';
import pg from 'pg';
import { pageOperation } from '../../tests/support/operations.ts';
import type { Operation } from './measure.ts';
import { postgraphileDashboard } from './postgraphile.ts';

/** The numbers of the load data's studios whose owners ask, one a connection: each has four people, ten projects and a home of a middling size. */
export const STUDIOS = [20, 30, 40, 50, 60, 70, 80, 90] as const;
const DAY_MS = 86_400_000;

const TASK_LIST = `query TaskList { tasks(first: 50, filter: { status: [TODO, IN_PROGRESS, IN_REVIEW] }) {
  totalCount nodes { id title status dueOn visibility position placeVersion version project { id name } } } }`;

const TASK_CHANGE = `mutation ChangeTask($input: UpdateTaskInput!) { updateTask(input: $input) {
  ... on UpdateTaskSuccess { task { id title version assignee { ... on Member { id name } } } } } }`;

/** A request as it is sent. */
export const bodyOf = (query: string, variables: Record<string, unknown> = {}): string => JSON.stringify({ query, variables });

/** What opening home sends; `now` is the load data's present. */
export const dashboard = (now: Date): string => bodyOf(pageOperation('Home'), { soon: soonOf(now), onboarding: false });

const soonOf = (now: Date): string => new Date(now.getTime() + 7 * DAY_MS).toISOString().slice(0, 10);

/** Whoever has one page only, or another schema than ours. */
const SPEAKS_OTHERWISE: readonly string[] = ['postgraphile', 'singleSql', 'hello'];

const repeated = (body: string) => ({ bodies: STUDIOS.map(() => body) });

/** The page of many subgraphs that the ratios are of. */
export const dashboardOperation = (now: Date): Operation => ({
  name: 'dashboard',
  bodies: async ({ name }) => repeated(name === 'postgraphile' ? postgraphileDashboard(soonOf(now)) : dashboard(now)),
});

/** A list that one subgraph answers alone. */
export const taskListOperation = (): Operation => ({
  name: 'one subgraph',
  bodies: async ({ name }) => (SPEAKS_OTHERWISE.includes(name) ? null : repeated(bodyOf(TASK_LIST))),
});

/** A mutation: each connection changes a task of its viewer's studio, and goes on from its version. */
export const taskChangeOperation = (adminUrl: string): Operation => ({
  name: 'mutation',
  async bodies(variant) {
    if (SPEAKS_OTHERWISE.includes(variant.name)) return null;
    const ids = STUDIOS.map((studio) => loadId(`task:${studio}:0:0`));
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string; version: number }>('select id, version from projects.tasks where id = any($1)', [
      ids,
    ]);
    await client.end();
    const from = ids.map((id) => rows.find((row) => row.id === id)?.version ?? 0);
    const body = (id: string) =>
      bodyOf(TASK_CHANGE, { input: { id: encodeId('Task', id), expectedVersion: 0, title: 'Collect references, {n}' } }).replace(
        '"expectedVersion":0',
        '"expectedVersion":{n}',
      );
    return { bodies: ids.map(body), from };
  },
});
