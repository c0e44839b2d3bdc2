import { instant } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { check, index, text, uuid } from 'drizzle-orm/pg-core';
import { schema } from '../schema.ts';

/**
 * Mails on their way and those that were sent. They belong to no studio (many are about a person's account), and no viewer
 * reads them. What could let somebody in is sealed.
 */
export const mails = schema.table(
  'mails',
  {
    /** Grows with time. */
    id: uuid('id').primaryKey(),
    template: text('template').notNull(),
    /**
     * `waiting`: to be written or sent. `sending`: handed over; where it stays so, nobody knows whether it arrived, and it is
     * not sent again. `sent`, `refused` (for good), `dropped` (nobody to tell, or nothing to tell any more).
     */
    state: text('state', { enum: ['waiting', 'sending', 'sent', 'refused', 'dropped'] }).notNull(),
    /** Sealed: what was asked for. Null once it is settled and not kept. */
    request: text('request'),
    /** Sealed: address, subject and bodies. Null until written, and once it is settled and not kept. */
    content: text('content'),
    createdAt: instant('created_at').notNull(),
    settledAt: instant('settled_at'),
    /** A short code of what went wrong last; never an address or a body. */
    failure: text('failure'),
  },
  (table) => [
    index('mails_created_at_idx').on(table.createdAt),
    check('mails_state', sql`state in ('waiting', 'sending', 'sent', 'refused', 'dropped')`),
  ],
);
