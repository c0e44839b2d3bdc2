import { forbidden, type InvalidInput, notFound } from '@atelier/service-kit/errors';
import { uuidv7 } from '@atelier/service-kit/ids';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import { checkAssignee, doing, openTask, personBehind, recordTask, refuseTrashedTask } from './open-task.ts';
import {
  assigneeOf,
  type ChecklistItem,
  completeTask,
  isSamePerson,
  type Person,
  personOf,
  replaceChecklist,
  type Task,
  type TaskPatch,
  ticksOnly,
  updateTask,
} from './task.ts';

/** The second of two who changed a task at once is told, and who was first. */
export interface TaskVersionConflict {
  __typename: 'TaskVersionConflict';
  message: string;
  code: 'VERSION_CONFLICT';
  path: null;
  task: Task;
  changedBy: Person | null;
}

const conflict = (task: Task): TaskVersionConflict => ({
  __typename: 'TaskVersionConflict',
  message: 'Somebody changed this task in the meantime, and nothing of yours was saved. Look at it as it is now, then change it again.',
  code: 'VERSION_CONFLICT',
  path: null,
  task,
  changedBy: personOf(task.changedByKind, task.changedById),
});

/** A line of a checklist; without an id it is a new one. */
export type ChecklistLine = Omit<ChecklistItem, 'id'> & { id: string | null };

/** How a task is changed, its place apart. */
export function changeTasks(useCases: UseCases) {
  const { viewer, store } = useCases;

  /** A contact does what was given to them and nothing else. @throws FORBIDDEN */
  function requireDoer(task: Task): void {
    if (viewer.kind !== 'contact' || isSamePerson(assigneeOf(task), personBehind(viewer))) return;
    throw forbidden('Only the person who is to do this task can mark it.');
  }

  return {
    /** Changes words, person, day or visibility. */
    async update(id: string, expectedVersion: number, patch: TaskPatch): Promise<Task | TaskVersionConflict | InvalidInput> {
      permissions.require(viewer, 'task.edit');
      if (patch.assignee) {
        const seen = await store.read.tasks.byId(id);
        if (seen === null) throw notFound();
        const isNew = !isSamePerson(assigneeOf(seen), patch.assignee);
        const wrong = isNew ? await checkAssignee(useCases, seen.projectId, patch.assignee) : null;
        if (wrong) return wrong;
      }
      return store.write(async (unit) => {
        const { task } = await openTask(unit, id);
        refuseTrashedTask(task);
        if (task.version !== expectedVersion) return conflict(task);
        const changed = updateTask(task, patch, doing(viewer, unit));
        if ('__typename' in changed || changed === task) return changed;
        await unit.tasks.save(changed);
        await recordTask(unit, personBehind(viewer), 'task.updated', task, changed);
        return changed;
      });
    },

    /** Marks a task done, or to be done again; the contact whom it was given to may. */
    async complete(id: string, done: boolean): Promise<Task> {
      permissions.require(viewer, 'task.complete');
      return store.write(async (unit) => {
        const { task } = await openTask(unit, id);
        refuseTrashedTask(task);
        requireDoer(task);
        const changed = completeTask(task, done, doing(viewer, unit));
        if (changed === task) return task;
        await unit.tasks.save(changed);
        await recordTask(unit, personBehind(viewer), done ? 'task.completed' : 'task.reopened', task, changed);
        return changed;
      });
    },

    /** Replaces the checklist; the contact whom it was given to may change ticks only. */
    async updateChecklist(
      id: string,
      expectedVersion: number,
      lines: readonly ChecklistLine[],
    ): Promise<Task | TaskVersionConflict | InvalidInput> {
      permissions.require(viewer, 'task.complete');
      return store.write(async (unit) => {
        const { task } = await openTask(unit, id);
        refuseTrashedTask(task);
        requireDoer(task);
        if (task.version !== expectedVersion) return conflict(task);
        const items = lines.map((line) => ({ ...line, id: line.id ?? uuidv7(unit.now.getTime()) }));
        if (viewer.kind === 'contact' && !ticksOnly(task, items)) throw forbidden('You can tick these lines, not change them.');
        const changed = replaceChecklist(task, items, doing(viewer, unit));
        if ('__typename' in changed || changed === task) return changed;
        await unit.tasks.save(changed);
        await recordTask(unit, personBehind(viewer), 'task.checked', task, changed);
        return changed;
      });
    },
  };
}
