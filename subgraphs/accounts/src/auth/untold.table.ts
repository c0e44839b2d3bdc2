import { instant, json } from '@atelier/service-kit/database';
import { index, text, uuid } from 'drizzle-orm/pg-core';
import type { Happening, PersonEvent } from '../audit-log/audit-log.ts';
import { users } from '../users/user.table.ts';
import { authSchema } from './auth.schema.ts';

/**
 * What happened to an account and no audit log tells yet: written in the transaction of the change, and gone in that of the line in the
 * person's own log, which is the last. What is here for longer was left by a process that died.
 */
export const untoldEvents = authSchema.table(
  'untold_events',
  {
    eventId: uuid('event_id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    by: text('by').$type<PersonEvent['by']>().notNull(),
    address: text('address'),
    userAgent: text('user_agent'),
    happening: json('happening').$type<Happening>().notNull(),
  },
  (table) => [index('untold_events_at_idx').on(table.at), index('untold_events_user_id_idx').on(table.userId)],
);
