import type { Transaction } from '@atelier/service-kit/database';
import type { DomainEvent } from '@atelier/service-kit/peers';
import { postMail } from '../store.ts';
import { requestedMail, templateData } from './mail.ts';
import type { Seal } from './seal.ts';

/**
 * Takes a mail that another domain asks for (`mail.requested`); the event's id becomes the mail's.
 * @throws ZodError for a template or data that we do not know: the asking domain tries again, and it ends among its dead letters
 */
export function requestMail(seal: Seal) {
  return async (event: DomainEvent, tx: Transaction): Promise<void> => {
    const requested = requestedMail.parse(event.data);
    templateData[requested.template].parse(requested.data);
    await postMail(tx, seal, { id: event.id, template: requested.template, createdAt: new Date(event.at), request: { requested } });
  };
}
