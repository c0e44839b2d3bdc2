import { createHmac } from 'node:crypto';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, createAuthMiddleware } from 'better-auth/api';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { type Origin, type PersonEvent, personEvent } from '../audit-log/audit-log.ts';
import { hashSecret } from '../secrets.ts';
import { sessions, users } from '../users/user.table.ts';
import type { authMails } from './auth.mails.ts';
import type { TellPerson } from './events.ts';
import { passkeys, recoveries, twoFactors } from './factors.table.ts';
import { noteEvent, originOf } from './noted.ts';
import { tooMany } from './proof.ts';
import { challengedUser } from './second-factor.ts';
import type { Throttle } from './throttle.ts';

/** How long an owner has to stop somebody who says that every second factor is lost. */
export const RECOVERY_HOURS = 24;
/** How long the link works once the wait is over. */
const OPEN_DAYS = 7;

export type RecoveryState = { kind: 'none' } | { kind: 'waiting'; readyAt: Date } | { kind: 'ready' };

/** The way back for somebody who lost every second factor: a mailed link that works after a day, in which the owner can stop it. */
export function createRecovery(db: NodePgDatabase, key: string, now: () => Date) {
  const oldest = (at: Date) => new Date(at.getTime() - OPEN_DAYS * 86_400_000);
  const open = (at: Date) => gt(recoveries.readyAt, oldest(at));

  return {
    /**
     * Begins the wait, or goes on with one that runs: its link stays the same, so that every mail about it can stop it. Gives what is to
     * be told of one that begins.
     */
    async start(userId: string, origin: Origin): Promise<{ secret: string; readyAt: Date; event: PersonEvent | null }> {
      const at = now();
      const secretOf = (begun: Date) => createHmac('sha256', `recovery: ${key}`).update(`${userId} ${begun.getTime()}`).digest('base64url');
      const readyAt = new Date(at.getTime() + RECOVERY_HOURS * 3_600_000);
      const event = await db.transaction(async (tx) => {
        await tx.delete(recoveries).where(and(eq(recoveries.userId, userId), lte(recoveries.readyAt, oldest(at))));
        const begun = await tx
          .insert(recoveries)
          .values({ userId, secretHash: hashSecret(secretOf(at)), createdAt: at, readyAt })
          .onConflictDoNothing()
          .returning({ userId: recoveries.userId });
        if (begun.length === 0) return null;
        // Whoever it is has shown one factor only.
        const made = personEvent({ userId, by: 'stranger', ...origin }, { kind: 'RECOVERY_STARTED', after: { readyAt } }, at);
        await noteEvent(tx, made);
        return made;
      });
      const [row] = await db.select().from(recoveries).where(eq(recoveries.userId, userId));
      if (row === undefined) throw new Error('A recovery was stopped while it began.');
      return { secret: secretOf(row.createdAt), readyAt: row.readyAt, event };
    },

    async state(secret: string): Promise<RecoveryState> {
      const at = now();
      const [row] = await db
        .select()
        .from(recoveries)
        .where(and(eq(recoveries.secretHash, hashSecret(secret)), open(at)));
      if (row === undefined) return { kind: 'none' };
      return row.readyAt > at ? { kind: 'waiting', readyAt: row.readyAt } : { kind: 'ready' };
    },

    /** Stops it; by the link, or because the owner signed in with a second factor. Gives what is to be told; null where there was none. */
    stop: (by: { secret: string } | { userId: string }, origin: Origin): Promise<PersonEvent | null> =>
      db.transaction(async (tx) => {
        const [stopped] = await tx
          .delete(recoveries)
          .where('secret' in by ? eq(recoveries.secretHash, hashSecret(by.secret)) : eq(recoveries.userId, by.userId))
          .returning({ userId: recoveries.userId });
        if (stopped === undefined) return null;
        const after = { by: 'secret' in by ? 'mailed link' : 'second factor' };
        const event = personEvent({ userId: stopped.userId, by: 'self', ...origin }, { kind: 'RECOVERY_STOPPED', after }, now());
        await noteEvent(tx, event);
        return event;
      }),

    /** Takes every second factor off and ends every session; null while the wait is not over. Gives what is to be told, too. */
    finish: (secret: string, origin: Origin) =>
      db.transaction(async (tx) => {
        const at = now();
        const [row] = await tx
          .delete(recoveries)
          .where(and(eq(recoveries.secretHash, hashSecret(secret)), lte(recoveries.readyAt, at), open(at)))
          .returning();
        if (row === undefined) return null;
        const { userId } = row;
        await tx.delete(twoFactors).where(eq(twoFactors.userId, userId));
        await tx.delete(passkeys).where(eq(passkeys.userId, userId));
        const ended = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id });
        const [user] = await tx.update(users).set({ twoFactorEnabled: false }).where(eq(users.id, userId)).returning();
        if (user === undefined) return null;
        const happening = { kind: 'RECOVERY_DONE', before: { sessions: ended.length }, after: { by: 'mailed link' } } as const;
        const event = personEvent({ userId, by: 'self', ...origin }, happening, at);
        await noteEvent(tx, event);
        return { user, sessionIds: ended.map(({ id }) => id), event };
      }),
  };
}

export type Recovery = ReturnType<typeof createRecovery>;

/** Begins a recovery for somebody who passed the first factor, and stops one as soon as a second factor is shown. */
export function recoveryPlugin(options: {
  recovery: Recovery;
  throttle: Throttle;
  mails: Pick<ReturnType<typeof authMails>, 'recoveryStarted'>;
  tell: TellPerson;
}) {
  const { recovery, throttle, mails, tell } = options;
  return {
    id: 'recovery',
    endpoints: {
      startRecovery: createAuthEndpoint('/recovery/start', { method: 'POST' }, async (context) => {
        const userId = await challengedUser(context);
        const user = userId === null ? null : await context.context.internalAdapter.findUserById(userId);
        if (user === null) throw new APIError('UNAUTHORIZED', { code: 'INVALID_TWO_FACTOR_COOKIE', message: 'Sign in first.' });
        const taken = await throttle.take('renewal', `recovery ${user.id}`);
        if (!taken.allowed) throw tooMany(taken.retryAfter);
        const { secret, readyAt, event } = await recovery.start(user.id, originOf(context.request));
        if (event !== null) context.context.runInBackground(tell(event));
        await mails.recoveryStarted({ user, secret, readyAt }, context.request);
        return context.json({ readyAt });
      }),
    },
    hooks: {
      after: [
        {
          matcher: ({ path }) =>
            path === '/two-factor/verify-totp' || path === '/two-factor/verify-backup-code' || path === '/passkey/verify-authentication',
          handler: createAuthMiddleware(async (context) => {
            const userId = context.context.newSession?.user.id;
            const event = userId === undefined ? null : await recovery.stop({ userId }, originOf(context.request));
            if (event !== null) context.context.runInBackground(tell(event));
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
