import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { bigint, char, check, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { keyText, schema } from '../schema.ts';

/** Companies and persons that a studio works for. */
export const clients = schema.table(
  'clients',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** What lists sort by: see `sortKey`. */
    nameKey: keyText('name_key').notNull(),
    kind: text('kind', { enum: ['COMPANY', 'PERSON'] }).notNull(),
    vatId: text('vat_id'),
    currency: char('currency', { length: 3 }).notNull(),
    /** BCP 47. */
    language: text('language').notNull(),
    paymentTermsDays: integer('payment_terms_days').notNull(),
    /** For an hour, in the smallest unit of `defaultRateCurrency`. */
    defaultRate: bigint('default_rate', { mode: 'bigint' }),
    defaultRateCurrency: char('default_rate_currency', { length: 3 }),
    notes: text('notes'),
    /** The member who made it; a repeat of the same creation is theirs alone. */
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    archivedAt: instant('archived_at'),
    trashedAt: instant('trashed_at'),
    version: integer('version').notNull(),
    /** Which list it stands in. */
    shelf: text('shelf', { enum: ['active', 'archived', 'trashed'] })
      .notNull()
      .generatedAlwaysAs(
        sql`case when trashed_at is not null then 'trashed' when archived_at is not null then 'archived' else 'active' end`,
      ),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    index('clients_shelf_name_idx').on(table.studioId, table.shelf, table.nameKey, table.id),
    check('clients_kind', sql`kind in ('COMPANY', 'PERSON')`),
    check('clients_default_rate', sql`(default_rate is null) = (default_rate_currency is null) and default_rate >= 0`),
    check('clients_payment_terms_days', sql`payment_terms_days between 0 and 365`),
    tenantPolicy(),
  ],
);
