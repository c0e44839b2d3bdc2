import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { TaskResolvers } from './../../__generated__/types.ts';
import { stubOf } from '../task.input.ts';
import { assigneeOf } from '../task.ts';

export const Task: TaskResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'Task');
    return id === null ? null : services.tasks.find(id);
  },
  id: (task) => encodeId('Task', task.id),
  project: (task, _args, { services }) => services.projects.get(task.projectId),
  stage: ({ stageId }, _args, { services }) => (stageId === null ? null : services.stages.find(stageId)),
  assignee: (task) => stubOf(assigneeOf(task)),
  commentCount: (task, _args, { services }) => services.comments.countOfTask(task),
  comments: (task, page, { services }) => services.comments.ofTask(task, page),
  viewerCanUpdate: (task, _args, { services }) => services.tasks.canUpdate(task),
  viewerCanComplete: (task, _args, { services }) => services.tasks.canComplete(task),
  viewerCanComment: (task, _args, { services }) => services.tasks.canComment(task),
};
