import type { Transaction } from '@atelier/service-kit/database';
import { encodeId } from '@atelier/service-kit/ids';
import type { Store } from '../store.ts';
import { clientLinkChanges } from './client-link.repository.ts';

/** A contact who is gone keeps no way in. */
export async function dropContact(
  tx: Transaction,
  { audit, revocations }: Pick<Store, 'audit' | 'revocations'>,
  studioId: string,
  contactId: string,
): Promise<void> {
  const removed = await clientLinkChanges.removeOfContact(tx, studioId, contactId);
  if (removed.length > 0) {
    const nobody = { actorKind: 'system', actorId: null, address: null, userAgent: null } as const;
    const before = { contactId: encodeId('Contact', contactId), links: removed.length };
    await audit.record(tx, nobody, { kind: 'CLIENT_LINK_REVOKED', before });
  }
  tx.afterCommit(() => revocations.publish({ contactId, studioId }));
}
