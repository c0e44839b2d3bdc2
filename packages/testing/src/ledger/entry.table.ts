import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { ledger } from './schema.ts';

/** A studio's rows. */
export const entries = ledger.table(
  'entries',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    amount: integer('amount').notNull(),
    dueAt: instant('due_at'),
  },
  (table) => [primaryKey({ columns: [table.studioId, table.id] }), unique('entries_title').on(table.studioId, table.title), tenantPolicy()],
);
