import { badInput, type InvalidInput, notFound } from '@atelier/service-kit/errors';
import { uuidv7 } from '@atelier/service-kit/ids';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import { refuseInTrash } from '../projects/project.ts';
import { checkAssignee, checkStage, doing, personBehind, recordTask } from './open-task.ts';
import { placeLast } from './place.ts';
import { createTask, isSamePerson, personOf, type Task, type TaskDraft } from './task.ts';

/** What a new task brings; `id` is the client's own, or null. */
export type NewTask = Omit<TaskDraft, 'id'> & { id: string | null };

/** How a task is made. */
export function createTasks(useCases: UseCases) {
  const { viewer, store } = useCases;
  return {
    /** Makes a task at the bottom of its project. A repeat with the same id by the same person gives what was made. */
    async create(input: NewTask): Promise<Task | InvalidInput> {
      permissions.require(viewer, 'task.edit');
      if ((await store.read.projects.byId(input.projectId)) === null) throw notFound();
      const wrong = await checkAssignee(useCases, input.projectId, input.assignee);
      if (wrong) return wrong;
      return store.write(async (unit) => {
        const project = await unit.projects.lock(input.projectId);
        if (project === null) throw notFound();
        refuseInTrash(project);
        const wrongStage = await checkStage(unit, project.id, input.stageId);
        if (wrongStage) return wrongStage;
        const position = placeLast(await unit.tasks.last(project.id, null));
        const draft = { ...input, id: input.id ?? uuidv7(unit.now.getTime()) };
        const actor = personBehind(viewer);
        const task = createTask(draft, project, position, doing(viewer, unit));
        if ('__typename' in task) return task;
        if (await unit.tasks.insert(task)) {
          await recordTask(unit, actor, 'task.created', null, task);
          return task;
        }
        const taken = await unit.tasks.byId(task.id);
        if (taken === null || !isSamePerson(personOf(taken.createdByKind, taken.createdById), actor)) {
          throw badInput('This id is taken. Make another one.', ['input', 'id']);
        }
        return taken;
      });
    },
  };
}
