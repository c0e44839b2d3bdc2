import type { Transaction } from '@atelier/service-kit/database';
import type { DomainEvent } from '@atelier/service-kit/peers';
import type { Revocations } from '@atelier/service-kit/revocations';
import { z } from 'zod';
import { dropContact } from './client-links/client-link.handlers.ts';

const contactRemoved = z.object({ contactId: z.uuid() });

/** What this domain does when something happened in another one. */
export const handlers = (revocations: Revocations) => ({
  'contact.removed': async (event: DomainEvent, tx: Transaction): Promise<void> => {
    if (event.studioId === null) return;
    await dropContact(tx, revocations, event.studioId, contactRemoved.parse(event.data).contactId);
  },
});
