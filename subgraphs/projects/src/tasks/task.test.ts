import { describe, expect, test } from '@jest/globals';
import { archiveTask, completeTask, createTask, placeTask, replaceChecklist, type Task, ticksOnly, trashTask, updateTask } from './task.ts';

const now = new Date('2026-11-22T09:00:00Z');
const later = new Date('2026-11-22T10:00:00Z');
const mara = { kind: 'member', id: 'm1' } as const;
const contact = { kind: 'contact', id: 'c1' } as const;
const project = { studioId: 's1', newIsTeamOnly: true };

const draft = {
  id: 't1',
  projectId: 'p1',
  title: 'Sketch the cover',
  description: '',
  status: 'TODO' as const,
  stageId: null,
  assignee: null,
  dueOn: null,
};

function aTask(changes: Partial<Task> = {}): Task {
  const task = createTask(draft, project, 'a0', { actor: mara, now });
  if ('__typename' in task) throw new Error(task.message);
  return { ...task, ...changes };
}

const doing = { actor: mara, now: later };

describe('a task', () => {
  test('is team-only when its project says so, and nothing else is asked for', () => {
    expect(aTask().visibility).toBe('TEAM');
    expect(createTask(draft, { ...project, newIsTeamOnly: false }, 'a0', doing)).toMatchObject({ visibility: 'CLIENT' });
    expect(createTask({ ...draft, visibility: 'CLIENT' }, project, 'a0', doing)).toMatchObject({ visibility: 'CLIENT' });
  });

  test('that a contact is to do is theirs to see', () => {
    expect(createTask({ ...draft, assignee: contact }, project, 'a0', doing)).toMatchObject({ visibility: 'CLIENT' });
    expect(updateTask(aTask(), { assignee: contact }, doing)).toMatchObject({ visibility: 'CLIENT', assigneeKind: 'contact' });
    expect(createTask({ ...draft, assignee: contact, visibility: 'TEAM' }, project, 'a0', doing)).toMatchObject({
      code: 'ASSIGNED_TO_CLIENT',
    });
    expect(
      updateTask(aTask({ assigneeKind: 'contact', assigneeId: 'c1', visibility: 'CLIENT' }), { visibility: 'TEAM' }, doing),
    ).toMatchObject({
      code: 'ASSIGNED_TO_CLIENT',
      path: ['input', 'visibility'],
    });
  });

  test('can be made team-only together with giving it to somebody of the studio', () => {
    const theirs = aTask({ assigneeKind: 'contact', assigneeId: 'c1', visibility: 'CLIENT' });
    expect(updateTask(theirs, { assignee: mara, visibility: 'TEAM' }, doing)).toMatchObject({ visibility: 'TEAM', assigneeId: 'm1' });
  });

  test('needs a title of at most 200 characters', () => {
    expect(updateTask(aTask(), { title: '  ' }, doing)).toMatchObject({ code: 'REQUIRED', path: ['input', 'title'] });
    expect(updateTask(aTask(), { title: 'x'.repeat(201) }, doing)).toMatchObject({ code: 'TOO_LONG' });
    expect(updateTask(aTask(), { title: ` ${'x'.repeat(200)} ` }, doing)).toMatchObject({ title: 'x'.repeat(200), version: 2 });
  });

  test('keeps what a change leaves out, and takes away what it sets to null', () => {
    const task = aTask({ dueOn: '2026-12-01', assigneeKind: 'member', assigneeId: 'm1' });
    expect(updateTask(task, { description: 'With a fox.' }, doing)).toMatchObject({ dueOn: '2026-12-01', assigneeId: 'm1', version: 2 });
    expect(updateTask(task, { dueOn: null, assignee: null }, doing)).toMatchObject({ dueOn: null, assigneeId: null, assigneeKind: null });
  });

  test('is not another version when a change changes nothing', () => {
    const task = aTask();
    expect(updateTask(task, { title: task.title }, doing)).toBe(task);
    expect(archiveTask(task, false, doing)).toBe(task);
    expect(trashTask(task, false, doing)).toBe(task);
    expect(completeTask(task, false, doing)).toBe(task);
  });

  test('is done while it stands in the last column', () => {
    const done = placeTask(aTask(), { status: 'DONE', stageId: null, position: 'a1' }, doing);
    expect(done.completedAt).toEqual(later);
    expect(placeTask(done, { status: 'DONE', stageId: null, position: 'a2' }, { actor: mara, now: new Date() }).completedAt).toEqual(later);
    expect(placeTask(done, { status: 'IN_REVIEW', stageId: null, position: 'a2' }, doing).completedAt).toBeNull();
  });

  test('counts moves and other changes apart', () => {
    expect(placeTask(aTask(), { status: 'DONE', stageId: null, position: 'a1' }, doing)).toMatchObject({ placeVersion: 2, version: 1 });
    expect(completeTask(aTask(), true, doing)).toMatchObject({ placeVersion: 2, version: 1, status: 'DONE', completedAt: later });
    expect(updateTask(aTask(), { title: 'Other' }, doing)).toMatchObject({ placeVersion: 1, version: 2 });
  });
});

describe('a checklist', () => {
  const lines = [
    { id: 'l1', text: 'Paper', done: false },
    { id: 'l2', text: 'Ink', done: true },
  ];

  test('knows ticks from other changes', () => {
    const task = aTask({ checklist: lines });
    expect(
      ticksOnly(
        task,
        lines.map((line) => ({ ...line, done: true })),
      ),
    ).toBe(true);
    expect(ticksOnly(task, [...lines].reverse())).toBe(false);
    expect(ticksOnly(task, lines.slice(1))).toBe(false);
    expect(
      ticksOnly(
        task,
        lines.map((line) => ({ ...line, text: 'Other' })),
      ),
    ).toBe(false);
  });

  test('has at most 100 lines, each with words and an id of its own', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ id: `l${index}`, text: 'x', done: false }));
    expect(replaceChecklist(aTask(), many, doing)).toMatchObject({ code: 'TOO_MANY' });
    expect(replaceChecklist(aTask(), [{ id: 'l1', text: ' ', done: false }], doing)).toMatchObject({
      path: ['input', 'items', '0', 'text'],
    });
    expect(replaceChecklist(aTask(), [...lines, ...lines], doing)).toMatchObject({ code: 'INVALID_ID' });
    expect(replaceChecklist(aTask(), lines, doing)).toMatchObject({ checklist: lines, version: 2 });
  });

  test('is not another version when it is the same', () => {
    const task = aTask({ checklist: lines });
    expect(replaceChecklist(task, lines, doing)).toBe(task);
  });
});
