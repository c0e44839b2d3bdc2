import { type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import type { Unit } from '../store.ts';
import { checkStage, doing, openTask, personBehind, recordTask, refuseTrashedTask } from './open-task.ts';
import { type Place, standsThere } from './place.ts';
import { type Person, personOf, placeTask, type Task, type TaskStatus } from './task.ts';

/** The second of two who moved one task at once is told, and who was first. */
export interface TaskMovedMeanwhile {
  __typename: 'TaskMovedMeanwhile';
  message: string;
  code: 'MOVED_MEANWHILE';
  path: null;
  task: Task;
  movedBy: Person | null;
}

/** Where to put a task. Plain uuids; undefined: the column stays, the place is the bottom. */
export interface Move {
  id: string;
  expectedPlaceVersion: number;
  status?: TaskStatus | undefined;
  stageId?: string | null | undefined;
  afterId?: string | null | undefined;
}

const lost = (task: Task): TaskMovedMeanwhile => ({
  __typename: 'TaskMovedMeanwhile',
  message: 'Somebody moved this task in the meantime. It stays where they put it; move it again if you like.',
  code: 'MOVED_MEANWHILE',
  path: null,
  task,
  movedBy: personOf(task.movedByKind, task.movedById),
});

/** How a task is moved. */
export function moveTasks({ viewer, store }: UseCases) {
  /** The task that it comes behind: the named one, nobody (null), or the last one. */
  async function placeBefore(unit: Unit, task: Task, afterId: string | null | undefined): Promise<Place | null | InvalidInput> {
    if (afterId === null) return null;
    if (afterId === undefined) return unit.tasks.last(task.projectId, task.id);
    const path = ['input', 'afterId'];
    if (afterId === task.id) return invalidInput('INVALID_PLACE', "A task can't come after itself.", path);
    const after = await unit.tasks.byId(afterId);
    if (after === null) throw notFound();
    if (after.projectId !== task.projectId) return invalidInput('INVALID_PLACE', 'Name a task of the same project.', path);
    return after;
  }

  return {
    /** Puts a task elsewhere. Reads its neighbours only; of two who move one task, the second is told. */
    async move(input: Move): Promise<Task | TaskMovedMeanwhile | InvalidInput> {
      permissions.require(viewer, 'task.edit');
      return store.write(async (unit) => {
        const { task } = await openTask(unit, input.id);
        refuseTrashedTask(task);
        if (task.placeVersion !== input.expectedPlaceVersion) return lost(task);
        const stageId = input.stageId === undefined ? task.stageId : input.stageId;
        const status = input.status ?? task.status;
        const wrong = stageId === task.stageId ? null : await checkStage(unit, task.projectId, stageId);
        if (wrong) return wrong;
        const after = await placeBefore(unit, task, input.afterId);
        if (after !== null && '__typename' in after) return after;
        const room = await unit.tasks.makeRoom(task.projectId, task.id, after);
        if (status === task.status && stageId === task.stageId && standsThere(task, after, room.next)) return task;
        const moved = placeTask(task, { status, stageId, position: room.position }, doing(viewer, unit));
        await unit.tasks.save(moved);
        const actor = personBehind(viewer);
        for (const [before, neighbour] of await unit.tasks.rekey(room.rekeyed)) {
          await recordTask(unit, actor, 'task.reordered', before, neighbour);
        }
        await recordTask(unit, actor, 'task.moved', task, moved);
        return moved;
      });
    },
  };
}
