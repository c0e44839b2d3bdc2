import { listOf, type Statement, sqlStatement } from '@atelier/service-kit/database';
import { rowLoader } from '@atelier/service-kit/row-loader';
import DataLoader from 'dataloader';
import { type SQL, sql } from 'drizzle-orm';
import type { ReachKind } from '../access.ts';
import type { Access } from '../store.ts';
import type { Place } from './place.ts';
import { visibleTask } from './task.access.ts';
import { COLUMNS, filterValues, isSearch, matching, onShelf, type Shelf, type TaskFilter } from './task.filter.repository.ts';
import { tasks } from './task.table.ts';
import type { Task } from './task.ts';

/** What a project's tasks are divided by. */
export type Grouping = 'none' | 'status' | 'stage';

/** A page of one column: all of a project's tasks (key ''), those of a status, or of a stage's uuid ('' for no stage). */
export interface ColumnPage {
  projectId: string;
  key: string;
  after: Place | null;
  limit: number;
}

export type Column = Pick<ColumnPage, 'projectId' | 'key'>;

/** How many tasks there are, and how many of them are done. */
export interface Progress {
  total: number;
  done: number;
}

const NOTHING: Progress = { total: 0, done: 0 };

const value = sql.placeholder;

type Search = 'all' | 'search';
const searchOf = (filter: TaskFilter): Search => (isSearch(filter) ? 'search' : 'all');

const where = (kind: ReachKind, shelf: Shelf, search: Search, ofColumn: SQL) => sql`tasks.studio_id = ${value('studioId')}::uuid
  and tasks.project_id = wanted.project_id and ${ofColumn} and ${onShelf[shelf]} and ${matching(search === 'search')} and ${visibleTask(kind) ?? sql`true`}`;

/** The conditions that together are one column; each has an index of its own. (A cast inside them would keep the index from being used.) */
const columns: Record<Grouping, readonly SQL[]> = {
  none: [sql`true`],
  status: [sql`tasks.status = wanted.key`],
  stage: [sql`tasks.stage_id = wanted.stage_id`, sql`wanted.stage_id is null and tasks.stage_id is null`],
};

const page = (kind: ReachKind, shelf: Shelf, grouping: Grouping, search: Search): SQL => {
  const branches = columns[grouping].map(
    (ofColumn) => sql`(select ${COLUMNS} from ${tasks}
      where ${where(kind, shelf, search, ofColumn)} and (tasks.position, tasks.id) > (wanted.position, wanted.id)
      order by tasks.position, tasks.id limit wanted.size)`,
  );
  return sql`select wanted.at::int, page.*
    from unnest(${listOf('projectIds', 'uuid')}, ${listOf('keys', 'text')}, ${listOf('stageIds', 'uuid')}, ${listOf('positions', 'text')},
      ${listOf('ids', 'uuid')}, ${listOf('sizes', 'int')}) with ordinality as wanted(project_id, key, stage_id, position, id, size, at)
    cross join lateral (${sql.join(branches, sql` union all `)}) page
    order by wanted.at, page.position, page.id`;
};

const count = (kind: ReachKind, shelf: Shelf, grouping: Grouping, search: Search): SQL => sql`select counted.count
  from unnest(${listOf('projectIds', 'uuid')}, ${listOf('keys', 'text')}, ${listOf('stageIds', 'uuid')})
    with ordinality as wanted(project_id, key, stage_id, at)
  cross join lateral (select count(*)::int as count from ${tasks}
    where ${where(kind, shelf, search, sql`(${sql.join([...columns[grouping]], sql` or `)})`)}) counted
  order by wanted.at`;

const progress = (kind: ReachKind, of: SQL): SQL => sql`select ${of} as id, count(*)::int as total,
    count(*) filter (where tasks.status = 'DONE')::int as done
  from unnest(${listOf('projectIds', 'uuid')}) as wanted(id)
  join ${tasks} on tasks.studio_id = ${value('studioId')}::uuid and tasks.project_id = wanted.id
  where ${onShelf.open} and ${visibleTask(kind) ?? sql`true`}
  group by ${of}`;

function remembered<Row, Args extends string[]>(what: string, build: (...args: Args) => SQL): (...args: Args) => Statement<Row[]> {
  const made = new Map<string, Statement<Row[]>>();
  return (...args) => {
    const name = `tasks.${what}.${args.join('.')}`;
    const known = made.get(name) ?? sqlStatement<Row>(name, () => build(...args));
    made.set(name, known);
    return known;
  };
}

const pages = remembered<Task & { at: number }, [ReachKind, Shelf, Grouping, Search]>('page', page);
const counts = remembered<{ count: number }, [ReachKind, Shelf, Grouping, Search]>('count', count);
const ofProjects = remembered<Progress & { id: string }, [ReachKind]>('progress', (kind) => progress(kind, sql`tasks.project_id`));
const ofStages = remembered<Progress & { id: string | null }, [ReachKind]>('stage_progress', (kind) => progress(kind, sql`tasks.stage_id`));

const columnValues = (grouping: Grouping, wanted: readonly Column[]) => ({
  projectIds: wanted.map((column) => column.projectId),
  keys: wanted.map((column) => column.key),
  stageIds: wanted.map((column) => (grouping === 'stage' && column.key !== '' ? column.key : null)),
});

/** Lists within projects, for one request: what is asked for together is read by one statement. */
export function taskLists({ session, studioId, reach }: Access) {
  const { kind, person } = reach;
  const scope = { studioId, person };
  const loaders = new Map<string, DataLoader<ColumnPage, Task[]> | DataLoader<Column, number>>();

  const pageLoader = (grouping: Grouping, filter: TaskFilter) =>
    new DataLoader<ColumnPage, Task[]>(
      async (wanted) => {
        const rows = await session.run(pages(kind, filter.shelf, grouping, searchOf(filter)), {
          ...scope,
          ...filterValues(filter),
          ...columnValues(grouping, wanted),
          positions: wanted.map((column) => column.after?.position ?? ''),
          ids: wanted.map((column) => column.after?.id ?? '00000000-0000-0000-0000-000000000000'),
          sizes: wanted.map((column) => column.limit),
        });
        const found = wanted.map((): Task[] => []);
        for (const { at, ...task } of rows) found[at - 1]?.push(task);
        return found;
      },
      { cache: false },
    );

  const countLoader = (grouping: Grouping, filter: TaskFilter) =>
    new DataLoader<Column, number>(
      async (wanted) => {
        const rows = await session.run(counts(kind, filter.shelf, grouping, searchOf(filter)), {
          ...scope,
          ...filterValues(filter),
          ...columnValues(grouping, wanted),
        });
        return wanted.map((_, index) => rows[index]?.count ?? 0);
      },
      { cache: false },
    );

  /** One loader for each list's arguments: they are part of the statement. */
  function loaderOf<Loader extends DataLoader<ColumnPage, Task[]> | DataLoader<Column, number>>(name: unknown, make: () => Loader): Loader {
    const key = JSON.stringify(name);
    const known = (loaders.get(key) as Loader | undefined) ?? make();
    loaders.set(key, known);
    return known;
  }

  const projectProgress = rowLoader((projectIds) => session.run(ofProjects(kind), { ...scope, projectIds }));

  const stageProgress = new DataLoader<{ projectId: string; stageId: string }, Progress, string>(
    async (stages) => {
      const projectIds = [...new Set(stages.map((stage) => stage.projectId))];
      const rows = await session.run(ofStages(kind), { ...scope, projectIds });
      const found = new Map(rows.map(({ id, total, done }) => [id, { total, done }]));
      return stages.map(({ stageId }) => found.get(stageId) ?? NOTHING);
    },
    { cacheKeyFn: (stage) => stage.stageId },
  );

  return {
    /** A page of a column in the board's order. */
    page: (grouping: Grouping, filter: TaskFilter, column: ColumnPage): Promise<Task[]> =>
      loaderOf(['page', grouping, filter], () => pageLoader(grouping, filter)).load(column),

    /** How many tasks a column has. */
    count: (grouping: Grouping, filter: TaskFilter, column: Column): Promise<number> =>
      loaderOf(['count', grouping, filter], () => countLoader(grouping, filter)).load(column),

    /** How far projects are, in the order of their ids. */
    progressOfProjects: async (ids: readonly string[]): Promise<Progress[]> =>
      (await projectProgress.all(ids)).map((found) => found ?? NOTHING),

    /** How far a stage of a project is. */
    progressOfStage: (projectId: string, stageId: string): Promise<Progress> => stageProgress.load({ projectId, stageId }),
  };
}
