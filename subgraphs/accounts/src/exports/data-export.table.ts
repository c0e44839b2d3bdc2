import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accountsSchema } from '../schema.ts';
import type { ExportFailure, ExportKind, StoredState } from './data-export.ts';

/** Exports and what became of them. Of a person's own export the person's id stands in `studio_id`. */
export const dataExports = accountsSchema.table(
  'data_exports',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    kind: text('kind').$type<ExportKind>().notNull(),
    requestedBy: uuid('requested_by').notNull(),
    state: text('state').$type<StoredState>().notNull(),
    rowsDone: integer('rows_done').notNull().default(0),
    rowsTotal: integer('rows_total'),
    /** Of the whole work; null of one that was never begun. */
    percent: integer('percent'),
    size: bigint('size', { mode: 'number' }),
    failure: text('failure').$type<ExportFailure>(),
    requestedAt: instant('requested_at').notNull(),
    readyAt: instant('ready_at'),
    expiresAt: instant('expires_at'),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    index('data_exports_requested_idx').on(table.studioId, table.requestedAt),
    // One at a time, however many ask at once.
    uniqueIndex('data_exports_active_key').on(table.studioId).where(sql`state in ('waiting', 'running')`),
    check('data_exports_state', sql`state in ('waiting', 'running', 'ready', 'failed', 'cancelled')`),
    tenantPolicy(),
  ],
);
