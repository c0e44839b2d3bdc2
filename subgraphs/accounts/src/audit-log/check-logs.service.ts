import type { Database, Transaction } from '@atelier/service-kit/database';
import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import type { Logger } from '@atelier/service-kit/log';
import { auditLogChanges, auditSources } from './audit-log.repository.ts';
import type { AuditRecorder } from './recorder.service.ts';

/** The nightly job that reads every log. */
export const CHECK_LOGS_TASK = 'audit-log.check';
/** The job that forgets the log of a studio that is gone. Payload: `{ studioId }`. */
export const FORGET_LOG_TASK = 'audit-log.forget';
/** A log outlives its studio by this: the database refuses to forget lines of the last 90 days. */
const KEPT_MS = 91 * 24 * 60 * 60 * 1000;

const OWNERS_AT_ONCE = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

interface Options {
  database: Pick<Database, 'reads'>;
  /** The role of sign-in knows all studios and people. */
  signIn: Pick<Database, 'reads'>;
  audit: Pick<AuditRecorder, 'verify'>;
  logger: Pick<Logger, 'info' | 'error'>;
}

/**
 * Reads every log from its first line to its last, one after the other. One that is not whole is an error in the process's log, with the
 * numbers of the lines; in the end stand how many lines there were, which outside the database is a witness of its own.
 */
export const checkLogs =
  ({ database, signIn, audit, logger }: Options): TaskHandler =>
  async () => {
    let [logs, lines, broken] = [0, 0, 0];
    for (let after = FIRST_ID; ; ) {
      const owners = await auditSources.chainsAfter(signIn.reads({ studioId: null }), after, OWNERS_AT_ONCE);
      for (const { id } of owners) {
        const check = await audit.verify(database.reads({ studioId: id }), id);
        logs += 1;
        lines += check.lines;
        if (check.faults.length === 0) continue;
        broken += 1;
        logger.error({ studioId: id, faults: check.faults }, 'an audit log is not whole: lines were changed or taken out past Atelier');
      }
      const last = owners.at(-1);
      if (last === undefined || owners.length < OWNERS_AT_ONCE) break;
      after = last.id;
    }
    logger.info({ logs, lines, broken }, 'the audit logs were read');
  };

/** Has the log of the session's studio forgotten in time: for the transaction that removes the studio. */
export const forgetLogLater = (tx: Transaction, now: Date): Promise<void> =>
  addJob(tx, 'accounts', FORGET_LOG_TASK, { studioId: tx.scope.studioId }, { runAt: new Date(now.getTime() + KEPT_MS) });

/** Forgets the log of a studio that has been gone for long enough; the database refuses any other. */
export const forgetLog =
  (database: Pick<Database, 'transaction'>): TaskHandler =>
  async (payload) => {
    const { studioId } = payload as { studioId: string };
    await database.transaction({ studioId }, (tx) => auditLogChanges.forget(tx));
  };
