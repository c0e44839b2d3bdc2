import { type ApolloCache, InMemoryCache, type Reference } from '@apollo/client';
import type { BoardGrouping, TaskFilter } from '../../graphql/__generated__/types.ts';
import { type BoardFragment, type LoadedTaskFragment, LoadedTaskFragmentDoc } from './__generated__/Board.ts';
import { columnKey, comparePlaces } from './columns.ts';

type StoredColumn = Omit<BoardFragment['board'][number], 'tasks'> & {
  tasks: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: readonly Reference[] };
};

/** How two answers for one board become one: a fetch of the first page keeps what was loaded below it. */
function mergeColumns(existing: readonly StoredColumn[] | undefined, incoming: readonly StoredColumn[]): readonly StoredColumn[] {
  return incoming.map((column) => {
    const old = existing?.find((each) => each.key === column.key);
    if (!old || !column.tasks.pageInfo.hasNextPage || old.tasks.nodes.length <= column.tasks.nodes.length) return column;
    const fresh = new Set(column.tasks.nodes.map((node) => node.__ref));
    const below = old.tasks.nodes.filter((node) => !fresh.has(node.__ref));
    return { ...column, tasks: { ...column.tasks, pageInfo: old.tasks.pageInfo, nodes: [...column.tasks.nodes, ...below] } };
  });
}

/** Teaches a cache what a board is. Call it once for each cache before a board is read. */
export function teachBoards(cache: ApolloCache): void {
  if (!(cache instanceof InMemoryCache)) return;
  cache.policies.addTypePolicies({
    Project: { fields: { board: { keyArgs: ['groupBy', 'filter'], merge: mergeColumns } } },
  });
}

type BoardArgs = { groupBy: BoardGrouping; filter: TaskFilter };

function argsOf(storeFieldName: string): BoardArgs {
  const given = JSON.parse(storeFieldName.slice(storeFieldName.indexOf(':') + 1) || '{}') as Partial<BoardArgs>;
  return { groupBy: given.groupBy ?? 'STATUS', filter: given.filter ?? {} };
}

type Change = (
  columns: readonly StoredColumn[],
  args: BoardArgs,
  read: (field: 'id' | 'position', from: Reference) => string,
) => readonly StoredColumn[];

/** Changes every board of a project that the cache holds, whatever its grouping and filter. */
function changeBoards(cache: ApolloCache, projectId: string, change: Change): void {
  const id = cache.identify({ __typename: 'Project', id: projectId });
  if (!id) return;
  cache.modify<{ board: readonly StoredColumn[] }>({
    id,
    fields: {
      board: (stored, { storeFieldName, readField }) =>
        change(stored as readonly StoredColumn[], argsOf(storeFieldName), (field, from) => String(readField(field, from) ?? '')),
    },
  });
}

type NewTask = { id: string; status: BoardFragment['board'][number]['status'] & string; stage: { id: string } | null; position: string };

/**
 * Takes a task that no board knows into each of them: at its place, or, where that is further down than what is loaded, only into the
 * count, because scrolling will bring it. `isNew`: it was just made, so that the count grows; `always`: show it wherever it stands.
 */
export function addToBoards(cache: ApolloCache, projectId: string, task: NewTask, { isNew = false, always = false }): void {
  const ref = { __ref: cache.identify({ __typename: 'Task', id: task.id }) ?? '' };
  changeBoards(cache, projectId, (columns, { groupBy }, read) => {
    if (columns.some((column) => column.tasks.nodes.some((node) => node.__ref === ref.__ref))) return columns;
    const key = columnKey(task, groupBy);
    return columns.map((column) => {
      if (column.key !== key) return column;
      const { tasks } = column;
      const last = tasks.nodes.at(-1);
      const edge = last && { id: read('id', last), position: read('position', last) };
      const isBelow = tasks.pageInfo.hasNextPage && edge !== undefined && comparePlaces(task, edge) > 0;
      if (isBelow && !always) return isNew ? { ...column, tasks: { ...tasks, totalCount: tasks.totalCount + 1 } } : column;
      return { ...column, tasks: { ...tasks, totalCount: tasks.totalCount + 1, nodes: [...tasks.nodes, ref] } };
    });
  });
}

/** Takes a task out of every board and, with all that was read of it, out of the cache. */
export function dropFromBoards(cache: ApolloCache, projectId: string, taskId: string): void {
  const ref = cache.identify({ __typename: 'Task', id: taskId });
  changeBoards(cache, projectId, (columns) =>
    columns.map((column) => {
      const nodes = column.tasks.nodes.filter((node) => node.__ref !== ref);
      if (nodes.length === column.tasks.nodes.length) return column;
      return { ...column, tasks: { ...column.tasks, totalCount: column.tasks.totalCount - 1, nodes } };
    }),
  );
  cache.evict({ id: ref });
}

type Page = { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: readonly LoadedTaskFragment[] };

/** Adds a fetched page to the foot of a column of one board. */
export function addPage(cache: ApolloCache, projectId: string, board: BoardArgs, key: string, page: Page): void {
  cache.batch({
    update() {
      for (const task of page.nodes) cache.writeFragment({ fragment: LoadedTaskFragmentDoc, fragmentName: 'LoadedTask', data: task });
      addToColumn(cache, projectId, board, key, page);
    },
  });
}

function addToColumn(cache: ApolloCache, projectId: string, board: BoardArgs, key: string, page: Page): void {
  changeBoards(cache, projectId, (columns, args) => {
    if (args.groupBy !== board.groupBy || JSON.stringify(args.filter) !== JSON.stringify(board.filter)) return columns;
    const known = new Set(columns.flatMap((column) => column.tasks.nodes.map((node) => node.__ref)));
    const added = page.nodes
      .filter((task) => columnKey(task, args.groupBy) === key)
      .map((task) => ({ __ref: cache.identify({ __typename: 'Task', id: task.id }) ?? '' }))
      .filter((ref) => !known.has(ref.__ref));
    return columns.map((column) =>
      column.key === key
        ? { ...column, tasks: { ...column.tasks, pageInfo: page.pageInfo, nodes: [...column.tasks.nodes, ...added] } }
        : column,
    );
  });
}

/** Forgets every board of a project, so that the next fetch is the whole truth. */
export function forgetBoards(cache: ApolloCache, projectId: string): void {
  cache.evict({ id: cache.identify({ __typename: 'Project', id: projectId }), fieldName: 'board' });
}
