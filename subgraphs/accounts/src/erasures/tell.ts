import type { Transaction } from '@atelier/service-kit/database';
import type { DomainEvent } from '@atelier/service-kit/peers';
import { sendEvent } from '@atelier/service-kit/send-event';

/** What was under way when it was told first has ended by then: it is told once more, and takes what came late. */
const AGAIN_MS = 60 * 60 * 1000;

/** Tells all domains, once the transaction has committed. Gives the id of the event, by which they report. */
export async function tellOfErasure(tx: Transaction, event: Pick<DomainEvent, 'type' | 'studioId' | 'data'>, now: Date): Promise<string> {
  const again = { ...event, data: { ...event.data, erasureId: null } };
  await sendEvent(tx, 'accounts', again, now, { runAt: new Date(now.getTime() + AGAIN_MS) });
  return sendEvent(tx, 'accounts', event, now);
}
