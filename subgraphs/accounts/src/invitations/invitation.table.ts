import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { roles } from '@atelier/service-kit/viewer';
import { sql } from 'drizzle-orm';
import { check, foreignKey, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accountsSchema } from '../schema.ts';
import { studios } from '../studios/studio.table.ts';

/** An invitation that waits; accepted and revoked ones are gone (the activity table remembers them). */
export const invitations = accountsSchema.table(
  'invitations',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    /** Lower case; one invitation an address. */
    email: text('email').notNull(),
    role: text('role', { enum: roles }).notNull(),
    /** For a guest: the projects that open on joining. */
    projectIds: uuid('project_ids').array().notNull().default(sql`'{}'`),
    /** SHA-256 of the link's secret. */
    tokenHash: text('token_hash').notNull().unique(),
    /** The member who invited; they may have left. */
    invitedBy: uuid('invited_by').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    uniqueIndex('invitations_studio_email_key').on(table.studioId, table.email),
    foreignKey({ columns: [table.studioId], foreignColumns: [studios.id] }).onDelete('cascade'),
    check('invitations_role', sql`role in ('admin', 'manager', 'artist', 'accountant', 'guest')`),
    tenantPolicy(),
  ],
);
