import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { accountsSchema } from '../schema.ts';
import { studios } from '../studios/studio.table.ts';

/** A link by which a contact enters a project's page. A revoked one is gone; an expired one stays, to be mailed anew. */
export const clientLinks = accountsSchema.table(
  'client_links',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    /** SHA-256 of the link's secret, which itself is 256 random bits. */
    tokenHash: text('token_hash').notNull().unique(),
    /** The member who made it; null when the contact asked for it anew. */
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    index('client_links_project_idx').on(table.studioId, table.projectId, table.createdAt),
    foreignKey({ columns: [table.studioId], foreignColumns: [studios.id] }).onDelete('cascade'),
    tenantPolicy(),
  ],
);

/** A browser in which a contact is signed in by a link; it ends with the link's revocation, not with its expiry. */
export const contactSessions = accountsSchema.table(
  'contact_sessions',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    linkId: uuid('link_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    /** SHA-256 of the cookie's secret. */
    tokenHash: text('token_hash').notNull().unique(),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    index('contact_sessions_link_idx').on(table.studioId, table.linkId),
    index('contact_sessions_expires_at_idx').on(table.expiresAt),
    foreignKey({ columns: [table.studioId, table.linkId], foreignColumns: [clientLinks.studioId, clientLinks.id] }).onDelete('cascade'),
    tenantPolicy(),
  ],
);
