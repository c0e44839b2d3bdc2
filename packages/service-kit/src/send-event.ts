import type { Transaction } from './database.ts';
import { uuidv7 } from './ids.ts';
import { addJob, type TaskHandler } from './jobs.ts';
import type { DomainEvent, Peers } from './peers.ts';

/** The job that delivers an event; every subgraph runs it. */
export const SEND_EVENT_TASK = 'event.send';

/** Pauses grow to six hours: a domain that is away for two weeks still hears of it. */
const ATTEMPTS = 60;

/**
 * Has an event delivered once the transaction has committed, by a job that carries the event itself: for what is told of a studio that is
 * gone, of which no row is left to read. What belongs to a row goes with its activity.
 * @param source the subgraph that sends it
 * @returns the event's id
 */
export async function sendEvent(
  tx: Transaction,
  source: string,
  event: Pick<DomainEvent, 'type' | 'studioId' | 'data'>,
  now: Date,
  options: { runAt?: Date } = {},
): Promise<string> {
  const sent: DomainEvent = { ...event, id: uuidv7(now.getTime()), source, at: now.toISOString() };
  await addJob(tx, source, SEND_EVENT_TASK, sent, { ...options, maxAttempts: ATTEMPTS });
  return sent.id;
}

/** The handler of SEND_EVENT_TASK. */
export const deliverSent =
  (peers: Pick<Peers, 'deliver'>): TaskHandler =>
  (payload) =>
    peers.deliver(payload as DomainEvent);
