import type { Database, Transaction } from '@atelier/service-kit/database';
import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import { z } from 'zod';
import type { AuditRecorder } from '../audit-log/recorder.service.ts';

/** The job that tells studios of an app that is gone. Payload: what `queueRemoved` takes. */
export const REMOVED_TASK = 'app.removed';

const removed = z.object({
  name: z.string(),
  at: z.iso.datetime(),
  grants: z.array(z.object({ id: z.uuid(), studioId: z.uuid(), memberId: z.uuid() })),
});

/** Has each studio told whose people had let the app in: their logs are no other studio's to write. */
export const queueRemoved = (tx: Transaction, given: z.infer<typeof removed>): Promise<void> => addJob(tx, 'accounts', REMOVED_TASK, given);

/** Writes a line for each grant that ended with its app; one that is there already is not written again. */
export const tellRemoved =
  (database: Pick<Database, 'transaction'>, audit: Pick<AuditRecorder, 'recordOnce'>): TaskHandler =>
  async (payload) => {
    const { name, at, grants } = removed.parse(payload);
    const nobody = { actorKind: 'system', actorId: null, address: null, userAgent: null } as const;
    for (const { id, studioId, memberId } of grants) {
      const line = { kind: 'APP_SHUT_OUT', target: { type: 'Member', id: memberId }, before: { name }, after: { by: 'removal' } } as const;
      await database.transaction({ studioId }, (tx) => audit.recordOnce(tx, nobody, line, { since: new Date(at), eventId: id }));
    }
  };
