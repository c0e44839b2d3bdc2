import { describe, expect, test } from '@jest/globals';
import { type Comment, questionsOf, stageStates, type Task, waitingThings, workOf } from './letter.ts';

const ines = { __typename: 'Contact', id: 'contact_ines', name: 'Inés Vidal', isViewer: true } as const;
const marisol = { __typename: 'Member', id: 'member_marisol', name: 'Marisol Vega', picture: null } as const;

const aTask = (change: Partial<Task> & { id: string }): Task => ({
  __typename: 'Task',
  title: change.id,
  status: 'TODO',
  dueOn: null,
  position: change.id,
  version: 1,
  completedAt: null,
  archivedAt: null,
  trashedAt: null,
  commentCount: 0,
  viewerCanComplete: true,
  stage: null,
  assignee: null,
  checklist: [],
  ...change,
});

const aComment = (id: string, author: Comment['author'], mentionsInes: boolean): Comment => ({
  __typename: 'Comment',
  id,
  body: id,
  createdAt: `2026-11-20T10:00:0${id}.000Z`,
  editedAt: null,
  deletedAt: null,
  viewerCanUpdate: false,
  author,
  mentions: mentionsInes ? [{ __typename: 'Contact', id: ines.id, isViewer: true }] : [],
  task: null,
});

const talkOf = (id: string, comments: Comment[]) => ({
  __typename: 'Task' as const,
  id,
  comments: {
    __typename: 'CommentConnection' as const,
    pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null },
    nodes: comments,
  },
});

const none: ReadonlySet<string> = new Set();
const waiting = (tasks: Task[], ...rest: [Comment[], Parameters<typeof questionsOf>[2], ReadonlySet<string>]) =>
  waitingThings(tasks, questionsOf(rest[0], tasks, rest[1], rest[2])).map(({ task, question }) => [
    task?.id ?? null,
    question?.comment.id ?? null,
  ]);

describe('what waits for a client', () => {
  test('is the tasks given to them that are not done, what is due first on top', () => {
    const tasks = [
      aTask({ id: 'a', assignee: ines }),
      aTask({ id: 'b', assignee: ines, dueOn: '2026-12-01' }),
      aTask({ id: 'c', assignee: ines, dueOn: '2026-11-24' }),
      aTask({ id: 'd', assignee: ines, status: 'DONE' }),
      aTask({ id: 'e', assignee: marisol }),
    ];
    expect(waiting(tasks, [], [], none)).toEqual([
      ['c', null],
      ['b', null],
      ['a', null],
    ]);
  });

  test('is a question until they say something in the same place', () => {
    const asked = aComment('1', marisol, true);
    expect(waiting([], [asked], [], none)).toEqual([[null, '1']]);
    expect(waiting([], [asked, aComment('2', marisol, false)], [], none)).toEqual([[null, '1']]);
    expect(waiting([], [asked, aComment('2', ines, false)], [], none)).toEqual([]);
    expect(waiting([aTask({ id: 't' })], [aComment('2', ines, false)], [talkOf('t', [asked])], none)).toEqual([[null, '1']]);
  });

  test('is no longer a question that they settled, or that was taken back', () => {
    expect(waiting([], [aComment('1', marisol, true)], [], new Set(['1']))).toEqual([]);
    expect(waiting([], [{ ...aComment('1', marisol, true), deletedAt: '2026-11-20T11:00:00Z' }], [], none)).toEqual([]);
  });

  test('is one thing where a question is about a task of theirs', () => {
    const task = aTask({ id: 't', assignee: ines });
    expect(waiting([task], [], [talkOf('t', [aComment('1', marisol, true)])], none)).toEqual([['t', '1']]);
  });
});

test('the work is told in three parts, in the order of the board, what was done last on top', () => {
  const work = workOf([
    aTask({ id: 'b' }),
    aTask({ id: 'a' }),
    aTask({ id: 'c', status: 'IN_REVIEW' }),
    aTask({ id: 'd', status: 'DONE', completedAt: '2026-11-01T00:00:00Z' }),
    aTask({ id: 'e', status: 'DONE', completedAt: '2026-11-02T00:00:00Z' }),
  ]);
  const ids = (tasks: Task[]) => tasks.map(({ id }) => id);
  expect([ids(work.now), ids(work.next), ids(work.done)]).toEqual([['c'], ['a', 'b'], ['e', 'd']]);
});

test('stages before the current one are done, those after it are to come; without one the project says', () => {
  const stages = ['x', 'y', 'z'].map((id) => ({
    __typename: 'Stage' as const,
    id,
    name: id,
    progress: { __typename: 'Progress' as const, total: 0, done: 0 },
  }));
  const states = (id: string | null, projectStatus: 'ACTIVE' | 'DONE') =>
    stageStates({ stages, projectStatus, currentStage: id === null ? null : { __typename: 'Stage', id } });
  expect(states('y', 'ACTIVE')).toEqual(['done', 'now', 'ahead']);
  expect(states(null, 'ACTIVE')).toEqual(['ahead', 'ahead', 'ahead']);
  expect(states(null, 'DONE')).toEqual(['done', 'done', 'done']);
});
