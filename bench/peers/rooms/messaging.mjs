import { rows } from '../lib/database.mjs';
import { encodeId } from '../lib/ids.mjs';

const NOTIFICATIONS = `select * from messaging.notifications where studio_id = $1 and member_id = $2
  and ($3::boolean is not true or read_at is null) order by id desc limit $4`;

/** Resolvers of what people were told. */
export const messaging = (link) => ({
  Query: {
    notifications: (_, { first, unread }, { viewer }) => ({
      nodes: rows('notifications', NOTIFICATIONS, [viewer.studioId, viewer.memberId, unread ?? null, first]),
    }),
  },
  Notification: {
    id: (notification) => encodeId('Notification', notification.id),
    createdAt: (notification) => notification.created_at,
    readAt: (notification) => notification.read_at,
    actor: ({ actor_kind: kind, actor_id: id }, _, context) => id && link(kind === 'contact' ? 'Contact' : 'Member', id, context),
    project: (notification, _, context) => link('Project', notification.project_id, context),
    task: (notification, _, context) => notification.task_id && link('Task', notification.task_id, context),
    comment: (notification, _, context) => notification.comment_id && link('Comment', notification.comment_id, context),
  },
  NotificationActor: { __resolveType: (person) => person.__typename },
});
