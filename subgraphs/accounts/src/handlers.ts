import type { Transaction } from '@atelier/service-kit/database';
import type { DomainEvent } from '@atelier/service-kit/peers';
import type { Kit } from '@atelier/service-kit/subgraph';
import { z } from 'zod';
import { dropContact } from './client-links/client-link.handlers.ts';
import { onErasureReported } from './erasures/erasure.service.ts';
import type { Store } from './store.ts';

const contactRemoved = z.object({ contactId: z.uuid() });

/** What this domain does when something happened in another one. */
export const handlers = (storeOf: (kit: Kit) => Store) => ({
  'contact.removed': async (event: DomainEvent, tx: Transaction, kit: Kit): Promise<void> => {
    if (event.studioId === null) return;
    await dropContact(tx, storeOf(kit), event.studioId, contactRemoved.parse(event.data).contactId);
  },
  [onErasureReported.type]: (event: DomainEvent, tx: Transaction, kit: Kit): Promise<void> =>
    onErasureReported.handle(event, tx, { store: storeOf(kit), now: kit.runtime.now }),
});
