import { byId } from '@atelier/service-kit/batched';
import { encodeId } from '@atelier/service-kit/ids';
import type { NotificationResolvers } from './../../__generated__/types.ts';

export const Notification: NotificationResolvers = {
  __resolveReference: byId('Notification', (ids, { services }) => services.notifications.findAll(ids)),
  id: ({ id }) => encodeId('Notification', id),
  actor: ({ actor }) => {
    if (actor === null) return null;
    return actor.kind === 'member'
      ? { __typename: 'Member', id: encodeId('Member', actor.id) }
      : { __typename: 'Contact', id: encodeId('Contact', actor.id) };
  },
  project: ({ projectId }) => ({ __typename: 'Project', id: encodeId('Project', projectId) }),
  task: ({ taskId }) => (taskId === null ? null : { __typename: 'Task', id: encodeId('Task', taskId) }),
  comment: ({ commentId }) => (commentId === null ? null : { __typename: 'Comment', id: encodeId('Comment', commentId) }),
};
