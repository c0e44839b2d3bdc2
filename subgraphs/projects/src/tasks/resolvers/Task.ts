import { batched, byId, whereGiven } from '@atelier/service-kit/batched';
import { encodeId } from '@atelier/service-kit/ids';
import type { TaskResolvers } from './../../__generated__/types.ts';
import { stubOf } from '../task.input.ts';
import { assigneeOf } from '../task.ts';

export const Task: TaskResolvers = {
  __resolveReference: byId('Task', (ids, { services }) => services.tasks.findAll(ids)),
  id: (task) => encodeId('Task', task.id),
  project: batched((tasks, _args, { services }) => services.projects.getAll(tasks.map((task) => task.projectId))),
  stage: batched((tasks, _args, { services }) =>
    whereGiven(
      tasks.map((task) => task.stageId),
      services.stages.findAll,
    ),
  ),
  assignee: (task) => stubOf(assigneeOf(task)),
  commentCount: (task, _args, { services }) => services.comments.countOfTask(task),
  comments: (task, page, { services }) => services.comments.ofTask(task, page),
  viewerCanUpdate: (task, _args, { services }) => services.tasks.canUpdate(task),
  viewerCanComplete: (task, _args, { services }) => services.tasks.canComplete(task),
  viewerCanComment: (task, _args, { services }) => services.tasks.canComment(task),
};
