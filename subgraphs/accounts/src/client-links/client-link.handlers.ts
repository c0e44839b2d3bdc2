import type { Transaction } from '@atelier/service-kit/database';
import type { Revocations } from '@atelier/service-kit/revocations';
import { clientLinkChanges } from './client-link.repository.ts';

/** A contact who is gone keeps no way in. */
export async function dropContact(tx: Transaction, revocations: Revocations, studioId: string, contactId: string): Promise<void> {
  await clientLinkChanges.removeOfContact(tx, studioId, contactId);
  tx.afterCommit(() => revocations.publish({ contactId, studioId }));
}
