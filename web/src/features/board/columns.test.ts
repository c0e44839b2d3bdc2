import { describe, expect, test } from '@jest/globals';
import {
  type BoardTask,
  cardBefore,
  columnKey,
  comparePlaces,
  deriveColumns,
  isShown,
  keepUnchanged,
  positionAfter,
  staysThere,
} from './columns.ts';

const everything = { filter: {}, clientOnly: false };

function aTask(id: string, over: Partial<BoardTask> = {}): BoardTask {
  return {
    __typename: 'Task',
    id,
    title: `Task ${id}`,
    status: 'TODO',
    stage: null,
    position: id,
    placeVersion: 1,
    visibility: 'TEAM',
    dueOn: null,
    assignee: null,
    archivedAt: null,
    trashedAt: null,
    ...over,
  };
}

function aBoard(todo: BoardTask[], done: BoardTask[], more: { total: number } | null = null) {
  const column = (status: 'TODO' | 'DONE', nodes: BoardTask[], total: number, hasNextPage: boolean) => ({
    __typename: 'BoardColumn' as const,
    key: `status:${status}`,
    status,
    stage: null,
    tasks: {
      __typename: 'TaskConnection' as const,
      totalCount: total,
      pageInfo: { __typename: 'PageInfo' as const, hasNextPage, endCursor: hasNextPage ? 'cursor' : null },
      nodes,
    },
  });
  return [column('TODO', todo, more?.total ?? todo.length, more !== null), column('DONE', done, done.length, false)];
}

const ids = (cards: readonly BoardTask[] | undefined) => cards?.map((card) => card.id);

describe('the columns of a board', () => {
  test('hold each task where it stands now, in the order of positions', () => {
    const moved = aTask('b', { status: 'DONE', position: 'a0' });
    const [todo, done] = deriveColumns(aBoard([aTask('c'), moved, aTask('a')], [aTask('z', { status: 'DONE' })]), 'STATUS', everything);
    expect(ids(todo?.cards)).toEqual(['a', 'c']);
    expect(ids(done?.cards)).toEqual(['b', 'z']);
  });

  test('draw a task once, though two columns brought it', () => {
    const task = aTask('a');
    expect(deriveColumns(aBoard([task], [task]), 'STATUS', everything).map((column) => column.count)).toEqual([1, 0]);
  });

  test('count what is not loaded, and follow what came and went', () => {
    const gone = aTask('b', { status: 'DONE' });
    const [todo, done] = deriveColumns(aBoard([aTask('a'), gone], [], { total: 10_000 }), 'STATUS', everything);
    expect(todo?.count).toBe(9999);
    expect(done?.count).toBe(1);
    expect(todo?.more).toBe('cursor');
  });

  test('leave out what was archived, put in the trash, or is not for the client', () => {
    const board = aBoard(
      [aTask('a', { archivedAt: '2026-11-22' }), aTask('b', { trashedAt: '2026-11-22' }), aTask('c'), aTask('d', { visibility: 'CLIENT' })],
      [],
    );
    expect(ids(deriveColumns(board, 'STATUS', everything)[0]?.cards)).toEqual(['c', 'd']);
    expect(ids(deriveColumns(board, 'STATUS', { filter: {}, clientOnly: true })[0]?.cards)).toEqual(['d']);
  });

  test('stay the same objects where nothing in them changed', () => {
    const before = deriveColumns(aBoard([aTask('a')], []), 'STATUS', everything);
    const card = before[0]?.cards[0] ?? aTask('a');
    const after = keepUnchanged(before, deriveColumns(aBoard([card], [aTask('z', { status: 'DONE' })]), 'STATUS', everything));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  test('can be the stages, with those of none under a key of their own', () => {
    expect(columnKey(aTask('a'), 'STAGE')).toBe('stage:none');
    expect(columnKey(aTask('a', { stage: { __typename: 'Stage', id: 'stage_1', name: 'Sketch' } }), 'STAGE')).toBe('stage:stage_1');
  });
});

describe('a filter', () => {
  const task = aTask('a', {
    title: 'Ink the owls',
    dueOn: '2026-11-24',
    assignee: { __typename: 'Contact', id: 'contact_1', name: 'Ada', isViewer: false },
  });
  const shows = (filter: Parameters<typeof isShown>[1]['filter']) => isShown(task, { filter, clientOnly: false });

  test('asks all that is given', () => {
    expect(shows({ text: 'OWL', status: ['TODO'], assigneeId: 'contact_1', dueBefore: '2026-11-24' })).toBe(true);
    expect(shows({ text: 'heron' })).toBe(false);
    expect(shows({ status: ['DONE'] })).toBe(false);
    expect(shows({ assigneeId: 'contact_2' })).toBe(false);
    expect(shows({ assignedToViewer: true })).toBe(false);
    expect(shows({ dueBefore: '2026-11-23' })).toBe(false);
  });
});

describe('dropping a card', () => {
  const [todo] = deriveColumns(aBoard([aTask('a'), aTask('b'), aTask('c')], []), 'STATUS', everything);
  if (!todo) throw new Error('no column');

  test('puts it behind the card above the slot, never behind itself', () => {
    expect(cardBefore(todo.cards, { column: todo.key, index: 0 }, 'c')).toBeNull();
    expect(cardBefore(todo.cards, { column: todo.key, index: 2 }, 'c')?.id).toBe('b');
    expect(cardBefore(todo.cards, { column: todo.key, index: 3 }, 'c')?.id).toBe('b');
    expect(cardBefore(todo.cards, { column: todo.key, index: 99 }, 'x')?.id).toBe('c');
  });

  test('changes nothing above or below itself', () => {
    expect([0, 1, 2, 3].map((index) => staysThere(todo, { column: todo.key, index }, 'b'))).toEqual([false, true, true, false]);
  });

  test('has a place at once, between its neighbours', () => {
    const between = { id: 'x', position: positionAfter({ position: 'a0' }) };
    expect(comparePlaces({ id: 'a', position: 'a0' }, between)).toBeLessThan(0);
    expect(comparePlaces(between, { id: 'b', position: 'a00' })).toBeLessThan(0);
    expect(comparePlaces({ id: 'x', position: positionAfter(null) }, { id: 'a', position: 'Zz' })).toBeLessThan(0);
  });
});
