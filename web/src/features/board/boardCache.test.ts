import { InMemoryCache } from '@apollo/client';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { addToBoards, dropFromBoards, forgetBoards, teachBoards } from './boardCache.ts';

const query = parse(`query ($filter: TaskFilter) { node(id: "project_1") { ... on Project { id
  board(groupBy: STATUS, first: 50, filter: $filter) { key tasks { totalCount pageInfo { hasNextPage endCursor } nodes { id status position stage { id } } } } } } }`);

type Task = { __typename: 'Task'; id: string; status: 'TODO' | 'DONE'; position: string; stage: null };
const task = (id: string, position: string, status: Task['status'] = 'TODO'): Task => ({
  __typename: 'Task',
  id,
  status,
  position,
  stage: null,
});

let cache: InMemoryCache;

/** Writes an answer with two columns; of the first there is more than is sent where a total is given. */
function answer(todo: Task[], done: Task[], total = todo.length) {
  const column = (key: string, nodes: Task[], totalCount: number) => ({
    __typename: 'BoardColumn',
    key,
    tasks: {
      __typename: 'TaskConnection',
      totalCount,
      pageInfo: { __typename: 'PageInfo', hasNextPage: totalCount > nodes.length, endCursor: nodes.at(-1)?.id ?? null },
      nodes,
    },
  });
  const board = [column('status:TODO', todo, total), column('status:DONE', done, done.length)];
  cache.writeQuery({ query, variables: { filter: {} }, data: { node: { __typename: 'Project', id: 'project_1', board } } });
}

/** What the first column holds: how many there are said to be, and which are here. */
function todo() {
  const data = cache.readQuery<{ node: { board?: { tasks: { totalCount: number; nodes: { id: string }[] } }[] } }>({
    query,
    variables: { filter: {} },
  });
  const tasks = data?.node.board?.[0]?.tasks;
  return tasks && { total: tasks.totalCount, ids: tasks.nodes.map(({ id }) => id) };
}

function makeTask(made: Task) {
  cache.writeFragment({ fragment: parse('fragment T on Task { id status position stage { id } }'), data: made });
  return made;
}

beforeEach(() => {
  cache = new InMemoryCache();
  teachBoards(cache);
  answer([task('a', 'b1'), task('b', 'b2')], [], 10);
});

describe('a board in the cache', () => {
  test('takes a task that came in among those that are loaded', () => {
    addToBoards(cache, 'project_1', makeTask(task('x', 'b1V')), {});
    expect(todo()).toEqual({ total: 11, ids: ['a', 'b', 'x'] });
  });

  test('leaves a task further down to be scrolled to, and counts it only when it was just made', () => {
    addToBoards(cache, 'project_1', makeTask(task('x', 'c')), {});
    expect(todo()).toEqual({ total: 10, ids: ['a', 'b'] });
    addToBoards(cache, 'project_1', makeTask(task('y', 'd')), { isNew: true });
    expect(todo()).toEqual({ total: 11, ids: ['a', 'b'] });
  });

  test('shows a task of the viewer wherever it stands', () => {
    addToBoards(cache, 'project_1', makeTask(task('x', 'c')), { isNew: true, always: true });
    expect(todo()).toEqual({ total: 11, ids: ['a', 'b', 'x'] });
  });

  test('does not take a task twice', () => {
    addToBoards(cache, 'project_1', task('a', 'b1'), {});
    expect(todo()).toEqual({ total: 10, ids: ['a', 'b'] });
  });

  test('lets go of a task that is no longer to be seen', () => {
    dropFromBoards(cache, 'project_1', 'a');
    expect(todo()).toEqual({ total: 9, ids: ['b'] });
  });

  test('keeps what was loaded by scrolling when the first page is fetched again', () => {
    answer([task('a', 'b1'), task('b', 'b2'), task('c', 'b3')], [], 10);
    answer([task('b', 'b2'), task('a', 'b4')], [], 10);
    expect(todo()?.ids).toEqual(['b', 'a', 'c']);
  });

  test('is gone when it is forgotten', () => {
    forgetBoards(cache, 'project_1');
    expect(todo()).toBeUndefined();
  });
});
