import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { CommentResolvers } from './../../__generated__/types.ts';
import { stubOf } from '../../tasks/task.input.ts';
import { personOf } from '../../tasks/task.ts';

export const Comment: CommentResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'Comment');
    return id === null ? null : services.comments.find(id);
  },
  id: (comment) => encodeId('Comment', comment.id),
  author: (comment) => stubOf(personOf(comment.authorKind, comment.authorId)),
  body: (comment) => (comment.deletedAt === null ? comment.body : ''),
  mentions: (comment) => (comment.deletedAt === null ? comment.mentions.map(stubOf).filter((person) => person !== null) : []),
  project: (comment, _args, { services }) => services.projects.get(comment.projectId),
  task: ({ taskId }, _args, { services }) => (taskId === null ? null : services.tasks.find(taskId)),
  viewerCanUpdate: (comment, _args, { services }) => services.comments.canUpdate(comment),
};
