import type { Transaction } from '@atelier/service-kit/database';
import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import type { Revocations } from '@atelier/service-kit/revocations';

/** The job that ends what still runs with a key's old secret. Payload: `{ keyId }`. */
export const OVERLAP_TASK = 'api-key.overlap-ended';

/** A viewer is known by the key and not by the secret that it came with: all of the key's are asked anew when the old one ends. */
export const queueOverlapEnd = (tx: Transaction, keyId: string, at: Date): Promise<void> =>
  addJob(tx, 'accounts', OVERLAP_TASK, { keyId }, { runAt: at, key: `api-key.overlap:${keyId}` });

/** Has routers forget a key and close its sockets; whoever holds the new secret comes back at once. */
export const overlapEnded =
  (revocations: Pick<Revocations, 'publish'>): TaskHandler =>
  async (payload) => {
    const { keyId } = payload as { keyId: string };
    revocations.publish({ keyId });
  };
