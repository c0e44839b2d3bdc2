import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { clients } from '../clients/client.table.ts';
import { keyText, schema } from '../schema.ts';

/** The people at clients. A row outlives its contact, for the name under what they wrote. */
export const contacts = schema.table(
  'contacts',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    /** Null once the client was deleted for good. */
    clientId: uuid('client_id'),
    name: text('name').notNull(),
    nameKey: keyText('name_key').notNull(),
    /** As written. Null once the contact was removed. */
    email: text('email'),
    phone: text('phone'),
    roles: text('roles', { enum: ['APPROVER', 'PAYER'] })
      .array()
      .notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
    version: integer('version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    uniqueIndex('contacts_client_email_key').on(table.studioId, table.clientId, sql`lower(${table.email})`).where(sql`removed_at is null`),
    index('contacts_client_name_idx').on(table.studioId, table.clientId, table.nameKey, table.id).where(sql`removed_at is null`),
    foreignKey({ columns: [table.studioId, table.clientId], foreignColumns: [clients.studioId, clients.id] }),
    check('contacts_address', sql`removed_at is not null or (email is not null and client_id is not null)`),
    tenantPolicy(),
  ],
);
