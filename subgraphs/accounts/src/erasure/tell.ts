import type { Transaction } from '@atelier/service-kit/database';
import { uuidv7 } from '@atelier/service-kit/ids';
import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import type { DomainEvent, Peers } from '@atelier/service-kit/peers';

/** The job that tells the other domains who is gone. Its payload is the event itself: of a studio that is gone, no row is left to read. */
export const TELL_TASK = 'erasure.tell';

/** Pauses grow to six hours: a domain that is away for two weeks still hears of it. */
const ATTEMPTS = 60;

/** Tells all domains, once the transaction has committed. */
export async function tellOfErasure(tx: Transaction, event: Pick<DomainEvent, 'type' | 'studioId' | 'data'>, now: Date): Promise<void> {
  const told: DomainEvent = { ...event, id: uuidv7(now.getTime()), source: 'accounts', at: now.toISOString() };
  await addJob(tx, 'accounts', TELL_TASK, told, { maxAttempts: ATTEMPTS });
}

/** The handler of TELL_TASK. */
export const tell =
  (peers: Peers): TaskHandler =>
  async (payload) =>
    peers.deliver(payload as DomainEvent);
