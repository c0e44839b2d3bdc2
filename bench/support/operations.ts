import { encodeId } from '@atelier/service-kit/ids';
import { loadId } from '@atelier/service-kit/load';
import pg from 'pg';
import { pageOperation } from '../../tests/support/operations.ts';
import type { Operation } from './measure.ts';

/** The studio of the load data whose home is asked for: four people, ten projects, and an answer of a middling size. */
export const STUDIO = 20;
const CONNECTIONS = 8;
const DAY_MS = 86_400_000;

const TASK_LIST = `query TaskList { tasks(first: 50, filter: { status: [TODO, IN_PROGRESS, IN_REVIEW] }) {
  totalCount nodes { id title status dueOn visibility position placeVersion version project { id name } } } }`;

const TASK_CHANGE = `mutation ChangeTask($input: UpdateTaskInput!) { updateTask(input: $input) {
  ... on UpdateTaskSuccess { task { id title version assignee { ... on Member { id name } } } } } }`;

/** A request as it is sent. */
export const bodyOf = (query: string, variables: Record<string, unknown> = {}): string => JSON.stringify({ query, variables });

/** What opening home sends; `now` is the load data's present. */
export const dashboard = (now: Date): string =>
  bodyOf(pageOperation('Home'), { soon: new Date(now.getTime() + 7 * DAY_MS).toISOString().slice(0, 10), onboarding: false });

/** A list that one subgraph answers alone. */
export const taskList: string = bodyOf(TASK_LIST);

const same = (name: string, body: string, only: (variant: string) => boolean = () => true): Operation => ({
  name,
  bodies: async (variant) => (only(variant.name) ? { bodies: Array.from({ length: CONNECTIONS }, () => body) } : null),
});

/** The page of many subgraphs that the ratios are of. */
export const dashboardOperation = (now: Date): Operation => same('dashboard', dashboard(now));

/** As `dashboardOperation`, of one subgraph; only for variants that speak GraphQL. */
export const taskListOperation = (speaks: (variant: string) => boolean): Operation => same('one subgraph', taskList, speaks);

/**
 * A mutation: each connection changes a task of its own, whose version it goes on from. Only in a studio whose home nobody asks for
 * would the dashboard stay the same, but a viewer acts in one: it runs last.
 */
export const taskChangeOperation = (adminUrl: string, speaks: (variant: string) => boolean): Operation => ({
  name: 'mutation',
  async bodies(variant) {
    if (!speaks(variant.name)) return null;
    const ids = Array.from({ length: CONNECTIONS }, (_, project) => loadId(`task:${STUDIO}:${project}:0`));
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
