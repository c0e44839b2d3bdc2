import { index, uuid } from 'drizzle-orm/pg-core';
import { authSchema, moment } from '../auth/auth.schema.ts';
import { users } from './user.table.ts';

/** Accounts that go on a day unless their person says otherwise. */
export const accountDeletions = authSchema.table(
  'account_deletions',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    requestedAt: moment('requested_at').notNull(),
    dueAt: moment('due_at').notNull(),
    /** Set when it is carried out: from then on nothing is undone. */
    erasureId: uuid('erasure_id'),
  },
  (table) => [index('account_deletions_due_at_idx').on(table.dueAt)],
);
