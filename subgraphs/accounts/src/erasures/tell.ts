import type { Transaction } from '@atelier/service-kit/database';
import { uuidv7 } from '@atelier/service-kit/ids';
import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import type { DomainEvent, Peers } from '@atelier/service-kit/peers';

/** The job that tells the other domains who is gone. Its payload is the event itself: of a studio that is gone, no row is left to read. */
export const TELL_TASK = 'erasure.tell';

/** Pauses grow to six hours: a domain that is away for two weeks still hears of it. */
const ATTEMPTS = 60;
/** What was under way when it was told first has ended by then: it is told once more, and takes what came late. */
const AGAIN_MS = 60 * 60 * 1000;

/** Tells all domains, once the transaction has committed. Gives the id of the event, by which they report. */
export async function tellOfErasure(tx: Transaction, event: Pick<DomainEvent, 'type' | 'studioId' | 'data'>, now: Date): Promise<string> {
  const tell = async (data: DomainEvent['data'], when: { runAt?: Date }): Promise<string> => {
    const told: DomainEvent = { ...event, data, id: uuidv7(now.getTime()), source: 'accounts', at: now.toISOString() };
    await addJob(tx, 'accounts', TELL_TASK, told, { ...when, maxAttempts: ATTEMPTS });
    return told.id;
  };
  await tell({ ...event.data, erasureId: null }, { runAt: new Date(now.getTime() + AGAIN_MS) });
  return tell(event.data, {});
}

/** The handler of TELL_TASK. */
export const tell =
  (peers: Peers): TaskHandler =>
  (payload) =>
    peers.deliver(payload as DomainEvent);
