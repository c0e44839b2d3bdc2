import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { roles } from '@atelier/service-kit/viewer';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgPolicy, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accountsSchema } from '../schema.ts';
import { studios } from '../studios/studio.table.ts';

/** A person in a studio. Their name, address and picture are the account's. */
export const members = accountsSchema.table(
  'members',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    // Points at auth.users, by a foreign key that the migrations of that schema add.
    userId: uuid('user_id').notNull(),
    role: text('role', { enum: roles }).notNull(),
    joinedAt: instant('joined_at').notNull().default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    uniqueIndex('members_studio_user_key').on(table.studioId, table.userId),
    index('members_user_id_idx').on(table.userId),
    foreignKey({ columns: [table.studioId], foreignColumns: [studios.id] }).onDelete('cascade'),
    check('members_role', sql`role in ('owner', 'admin', 'manager', 'artist', 'accountant', 'guest')`),
    tenantPolicy(),
    // A person sees their own memberships in every studio.
    pgPolicy('own', { for: 'select', using: sql`user_id = nullif(current_setting('app.user', true), '')::uuid` }),
  ],
);

/** What colleagues may know of each other's accounts: a view that the migrations of schema `auth` make. */
export const people = accountsSchema
  .view('people', { id: uuid('id').notNull(), name: text('name').notNull(), email: text('email').notNull(), picture: text('picture') })
  .existing();
