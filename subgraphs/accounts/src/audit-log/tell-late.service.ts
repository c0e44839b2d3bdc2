import type { Database } from '@atelier/service-kit/database';
import type { TaskHandler } from '@atelier/service-kit/jobs';
import type { AuditRecorder } from './recorder.service.ts';
import { untoldEvents } from './untold.repository.ts';

/** The job that tells what a process did to an account before it died. */
export const TELL_LATE_TASK = 'audit-log.tell-late';

/** Whoever changed something has told it by then, or is gone. */
const LATE_MS = 60_000;
const AT_ONCE = 100;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Tells the logs what happened to accounts and is told nowhere. What cannot be told now waits for the next run. */
export const tellLate =
  (signIn: Pick<Database, 'reads'>, audit: Pick<AuditRecorder, 'recordForPerson'>, now: () => Date): TaskHandler =>
  async () => {
    const session = signIn.reads({ studioId: null });
    const before = new Date(now().getTime() - LATE_MS);
    for (let after = FIRST_ID; ; ) {
      const events = await untoldEvents.overdue(session, { before, after, limit: AT_ONCE });
      for (const event of events) await audit.recordForPerson(event);
      const last = events.at(-1);
      if (last === undefined || events.length < AT_ONCE) return;
      after = last.eventId;
    }
  };
