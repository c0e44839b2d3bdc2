import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import { doing, openTask, personBehind, recordTask, refuseTrashedTask } from './open-task.ts';
import { planTaskPurge } from './purge-task.ts';
import { archiveTask, type Task, trashTask } from './task.ts';

/** How a task is archived, put in the trash and taken back. Repeating any of it changes nothing. */
export function putAwayTasks({ viewer, store, env }: UseCases) {
  return {
    /** Takes a task out of the default lists, or back into them. */
    async archive(id: string, archived: boolean): Promise<Task> {
      permissions.require(viewer, 'task.edit');
      return store.write(async (unit) => {
        const { task } = await openTask(unit, id);
        refuseTrashedTask(task);
        const changed = archiveTask(task, archived, doing(viewer, unit));
        if (changed === task) return task;
        await unit.tasks.save(changed);
        await recordTask(unit, personBehind(viewer), archived ? 'task.archived' : 'task.unarchived', task, changed);
        return changed;
      });
    },

    /** Puts a task in the trash: contacts lose it at once, and a job deletes it when its time is up. */
    trash: (id: string): Promise<Task> => trash(id, true),

    /** Takes a task back out of the trash, as it was. */
    restore: (id: string): Promise<Task> => trash(id, false),
  };

  async function trash(id: string, trashed: boolean): Promise<Task> {
    permissions.require(viewer, 'task.edit');
    return store.write(async (unit) => {
      const { task } = await openTask(unit, id);
      const changed = trashTask(task, trashed, doing(viewer, unit));
      if (changed === task) return task;
      await unit.tasks.save(changed);
      if (trashed) await planTaskPurge(unit, changed, env);
      await recordTask(unit, personBehind(viewer), trashed ? 'task.trashed' : 'task.restored', task, changed);
      return changed;
    });
  }
}
