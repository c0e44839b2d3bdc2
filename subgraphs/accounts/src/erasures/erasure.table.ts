import { instant, json } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { check, index, text, uuid } from 'drizzle-orm/pg-core';
import type { SealedMail } from '../mail.ts';
import { accountsSchema } from '../schema.ts';
import type { StoredTable } from './erasure.ts';

/**
 * Erasures under way, and their receipts. They belong to nobody who is still there: no studio, no account. Whoever holds the mailed
 * link reads one.
 */
export const erasures = accountsSchema.table(
  'erasures',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: ['STUDIO', 'ACCOUNT'] }).notNull(),
    /** Of the studio or the person that is gone. */
    subjectId: uuid('subject_id').notNull(),
    /** The addresses that the receipt goes to, veiled. */
    veiled: text('veiled').array().notNull(),
    /** SHA-256 of the link's secret. */
    tokenHash: text('token_hash').notNull().unique(),
    /** The mails with the link, sealed, until they are sent. */
    mails: json('mails').$type<SealedMail[] | null>(),
    requestedAt: instant('requested_at').notNull(),
    beganAt: instant('began_at').notNull(),
    /** When everything here was erased and all domains were told. */
    toldAt: instant('told_at'),
    /** Which answers are missing: the event's id, a slash, the domain. */
    waiting: text('waiting').array().notNull().default(sql`'{}'`),
    tables: json('tables').$type<StoredTable[]>().notNull().default(sql`'[]'`),
    completedAt: instant('completed_at'),
    /** Until when the receipt can be read. */
    expiresAt: instant('expires_at'),
  },
  (table) => [
    index('erasures_subject_id_idx').on(table.subjectId),
    index('erasures_expires_at_idx').on(table.expiresAt),
    check('erasures_kind', sql`kind in ('STUDIO', 'ACCOUNT')`),
  ],
);
