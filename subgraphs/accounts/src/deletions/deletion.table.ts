import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { foreignKey, index, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { accountsSchema } from '../schema.ts';
import { studios } from '../studios/studio.table.ts';

/** Studios that go on a day unless an owner says otherwise. Whoever takes the row, to undo it or to carry it out, has decided. */
export const studioDeletions = accountsSchema.table(
  'studio_deletions',
  {
    studioId: uuid('studio_id').primaryKey(),
    /** The member who asked for it; they may have left. */
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    dueAt: instant('due_at').notNull(),
  },
  (table) => [
    index('studio_deletions_due_at_idx').on(table.dueAt),
    foreignKey({ columns: [table.studioId], foreignColumns: [studios.id] }).onDelete('cascade'),
    tenantPolicy(),
  ],
);

/** Who was called what in a studio that they have left: whoever deletes their account is erased there, too. */
export const formerMembers = accountsSchema.table(
  'former_members',
  {
    studioId: uuid('studio_id').notNull(),
    memberId: uuid('member_id').notNull(),
    userId: uuid('user_id').notNull(),
    leftAt: instant('left_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.memberId] }),
    index('former_members_user_id_idx').on(table.userId),
    foreignKey({ columns: [table.studioId], foreignColumns: [studios.id] }).onDelete('cascade'),
    tenantPolicy(),
  ],
);
