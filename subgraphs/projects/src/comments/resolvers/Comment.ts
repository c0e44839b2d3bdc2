import { batched, byId, whereGiven } from '@atelier/service-kit/batched';
import { encodeId } from '@atelier/service-kit/ids';
import type { CommentResolvers } from './../../__generated__/types.ts';
import { stubOf } from '../../tasks/task.input.ts';
import { personOf } from '../../tasks/task.ts';

export const Comment: CommentResolvers = {
  __resolveReference: byId('Comment', (ids, { services }) => services.comments.findAll(ids)),
  id: (comment) => encodeId('Comment', comment.id),
  author: (comment) => stubOf(personOf(comment.authorKind, comment.authorId)),
  body: (comment) => (comment.deletedAt === null ? comment.body : ''),
  mentions: (comment) => (comment.deletedAt === null ? comment.mentions.map(stubOf).filter((person) => person !== null) : []),
  project: batched((comments, _args, { services }) => services.projects.getAll(comments.map((comment) => comment.projectId))),
  task: batched((comments, _args, { services }) =>
    whereGiven(
      comments.map((comment) => comment.taskId),
      services.tasks.findAll,
    ),
  ),
  viewerCanUpdate: (comment, _args, { services }) => services.comments.canUpdate(comment),
};
