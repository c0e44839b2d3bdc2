import { and, eq, gte, or } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { type Origin, personEvent } from '../audit-log/audit-log.ts';
import { sessions } from '../users/user.table.ts';
import type { authMails } from './auth.mails.ts';
import type { NewDevice } from './devices.ts';
import type { TellPerson } from './events.ts';
import { devices } from './factors.table.ts';
import { noteEvent } from './noted.ts';
import type { Recovery } from './recovery.ts';

/** What better-auth keeps under a name that only a mail holds. */
interface Verifications {
  findVerificationValue(identifier: string): Promise<{ value: string; expiresAt: Date } | null>;
  consumeVerificationValue(identifier: string): Promise<{ value: string; expiresAt: Date } | null>;
}

interface Options {
  db: NodePgDatabase;
  verifications: () => Promise<Verifications>;
  recovery: Recovery;
  mails: Pick<ReturnType<typeof authMails>, 'recoveryDone'>;
  onSessionEnd: (sessionId: string) => void;
  now: () => Date;
  /** Whoever holds a link that was mailed to a person is taken for them. */
  tell: TellPerson;
}

const nameOf = (token: string): string => `end-session:${token}`;

/** What the links of our mails do for whoever holds them. */
export function authLinks({ db, verifications, recovery, mails, onSessionEnd, now, tell }: Options) {
  const isGood = (found: { expiresAt: Date } | null): boolean => found !== null && found.expiresAt > new Date();
  return {
    canEndSession: async (token: string): Promise<boolean> => isGood(await (await verifications()).findVerificationValue(nameOf(token))),

    /** Ends the session that a mail told of, once, and forgets its browser. False for a link that is no longer good. */
    async endSession(token: string, origin: Origin): Promise<boolean> {
      const found = await (await verifications()).consumeVerificationValue(nameOf(token));
      if (found === null || !isGood(found)) return false;
      const { userId, sessionId, deviceId, at } = JSON.parse(found.value) as NewDevice;
      const { ended, event } = await db.transaction(async (tx) => {
        await tx.delete(devices).where(and(eq(devices.userId, userId), eq(devices.id, deviceId)));
        const end = (which: ReturnType<typeof eq> | undefined) =>
          tx
            .delete(sessions)
            .where(and(eq(sessions.userId, userId), which))
            .returning({ id: sessions.id });
        const one = await end(eq(sessions.id, sessionId));
        // A session begins anew when its password or app is changed: then everything since goes.
        const ended = one.length > 0 ? one : await end(or(gte(sessions.createdAt, new Date(at))));
        const happening = { kind: 'SESSION_ENDED', before: { sessions: ended.length }, after: { by: 'mailed link' } } as const;
        const event = personEvent({ userId, by: 'self', ...origin }, happening, now());
        await noteEvent(tx, event);
        return { ended, event };
      });
      for (const { id } of ended) onSessionEnd(id);
      await tell(event);
      return true;
    },

    recoveryState: recovery.state,
    async stopRecovery(secret: string, origin: Origin): Promise<void> {
      const event = await recovery.stop({ secret }, origin);
      if (event !== null) await tell(event);
    },

    /** False for a link that is no longer good, or not yet. */
    async finishRecovery(secret: string, origin: Origin): Promise<boolean> {
      const done = await recovery.finish(secret, origin);
      if (done === null) return false;
      for (const id of done.sessionIds) onSessionEnd(id);
      await tell(done.event);
      await mails.recoveryDone({ user: done.user });
      return true;
    },
  };
}
