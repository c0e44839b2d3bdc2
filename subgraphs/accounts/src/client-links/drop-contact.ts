import { statement, type Transaction } from '@atelier/service-kit/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Revocations } from '../revocations.ts';
import { clientLinks } from './client-link.table.ts';

// Sessions that came by a link go with it.
const removeOfContact = statement('clientLinks.removeOfContact', (db) =>
  db
    .delete(clientLinks)
    .where(and(eq(clientLinks.studioId, sql.placeholder('studioId')), eq(clientLinks.contactId, sql.placeholder('contactId')))),
);

/** A contact who is gone keeps no way in. */
export async function dropContact(tx: Transaction, revocations: Revocations, studioId: string, contactId: string): Promise<void> {
  await tx.run(removeOfContact, { studioId, contactId });
  tx.afterCommit(() => revocations.publish({ contactId, studioId }));
}
