import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import type { Kit } from '@atelier/service-kit/subgraph';
import { z } from 'zod';
import { purgeAt } from '../projects/project.ts';
import { systemWrite, type Unit } from '../store.ts';
import type { Task } from './task.ts';

/** The job that deletes a task whose time in the trash is up; one is planned each time a task is put there. */
export const TASK_PURGE = 'task.purge';

/** How long the trash is kept, in days. */
interface Keeping {
  TRASH_DAYS: number;
}

/** Plans the end of a task in the trash; an earlier plan for the same task is replaced. */
export async function planTaskPurge(unit: Unit, task: Task, env: Keeping): Promise<void> {
  if (task.trashedAt === null) return;
  const { studioId, id } = task;
  await addJob(
    unit.tx,
    'projects',
    TASK_PURGE,
    { studioId, id },
    { runAt: purgeAt(task.trashedAt, env.TRASH_DAYS), key: `${TASK_PURGE}:${studioId}:${id}` },
  );
}

const payloadShape = z.object({ studioId: z.string(), id: z.string() });

/** Deletes a task with what was said about it, unless it was taken back meanwhile. Its activity stays: it is the audit trail. */
export function purgeTask(kit: Kit, env: Keeping): TaskHandler {
  return async (payload) => {
    const { studioId, id } = payloadShape.parse(payload);
    await systemWrite(kit, studioId, async (unit) => {
      const task = await unit.tasks.lock(id);
      if (task === null || task.trashedAt === null) return;
      if (purgeAt(task.trashedAt, env.TRASH_DAYS) <= unit.now) await unit.tasks.remove(id);
      else await planTaskPurge(unit, task, env);
    });
  };
}
