import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { boolean, check, index, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { schema } from '../schema.ts';

/** What people were told, each row to one person. */
export const notifications = schema.table(
  'notifications',
  {
    studioId: uuid('studio_id').notNull(),
    /** Grows with time: lists are ordered by it. */
    id: uuid('id').notNull(),
    memberId: uuid('member_id').notNull(),
    kind: text('kind', { enum: ['MENTIONED', 'ASSIGNED', 'COMMENTED'] }).notNull(),
    actorKind: text('actor_kind', { enum: ['member', 'contact'] }),
    actorId: uuid('actor_id'),
    projectId: uuid('project_id').notNull(),
    taskId: uuid('task_id'),
    commentId: uuid('comment_id'),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    index('notifications_member_idx').on(table.studioId, table.memberId, table.id),
    index('notifications_unread_idx').on(table.studioId, table.memberId, table.id).where(sql`read_at is null`),
    // A comment that was changed tells nobody twice.
    uniqueIndex('notifications_comment_key')
      .on(table.studioId, table.memberId, table.commentId, table.kind)
      .where(sql`comment_id is not null`),
    check('notifications_kind', sql`kind in ('MENTIONED', 'ASSIGNED', 'COMMENTED')`),
    check('notifications_actor', sql`(actor_kind is null) = (actor_id is null)`),
    tenantPolicy(),
  ],
);

/** The channels that people chose; whoever chose none has no row. */
export const notificationSettings = schema.table(
  'notification_settings',
  {
    studioId: uuid('studio_id').notNull(),
    memberId: uuid('member_id').notNull(),
    kind: text('kind', { enum: ['MENTIONED', 'ASSIGNED', 'COMMENTED'] }).notNull(),
    inApp: boolean('in_app').notNull(),
    mail: boolean('mail').notNull(),
  },
  (table) => [primaryKey({ columns: [table.studioId, table.memberId, table.kind] }), tenantPolicy()],
);
