import type { Unit } from '../store.ts';
import { recordTask } from './open-task.ts';
import type { TaskFilter } from './task.filter.repository.ts';
import { assigneeOf, isSamePerson, type Person, updateTask } from './task.ts';

const AT_ONCE = 100;

/** Somebody is gone: what they still had to do is another's now, or nobody's. What they have done stays theirs. */
export async function leaveTasks(unit: Unit, person: Person, successor: Person | null = null): Promise<void> {
  const open: TaskFilter = {
    shelf: 'open',
    statuses: ['TODO', 'IN_PROGRESS', 'IN_REVIEW'],
    assignee: person,
    text: null,
    stageId: null,
    dueBefore: null,
  };
  for (;;) {
    const page = await unit.tasks.duePage(open, null, AT_ONCE, 'all');
    // Projects are locked in one order, so that two who do this do not wait for each other.
    for (const seen of page.sort((a, b) => (a.projectId < b.projectId ? -1 : 1))) {
      await unit.projects.lock(seen.projectId);
      const task = await unit.tasks.lock(seen.id);
      if (task === null || !isSamePerson(assigneeOf(task), person)) continue;
      const left = updateTask(task, { assignee: successor }, { actor: null, now: unit.now });
      if ('__typename' in left) throw new Error(`A task could not be handed over: ${left.code}.`);
      await unit.tasks.save(left);
      // A person who takes on a hundred tasks at once is not told a hundred times: they find them among their own.
      await recordTask(unit, null, 'task.updated', task, left, { tell: false });
    }
    if (page.length < AT_ONCE) return;
  }
}
