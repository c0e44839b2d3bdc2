import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { attempts } from './auth.table.ts';

/**
 * What is counted: wrong passwords, wrong codes after a right one, wrong proofs in a session, mails that anybody can cause by typing
 * an address, new links for old ones, and pictures, each of which costs a second of work at worst.
 */
export type AttemptKind = 'password' | 'code' | 'proof' | 'mail' | 'renewal' | 'picture';

/** At most `most` attempts of a kind for one address (or link) within `seconds`. */
export const ATTEMPT_LIMITS: Record<AttemptKind, { most: number; seconds: number }> = {
  password: { most: 5, seconds: 300 },
  code: { most: 5, seconds: 900 },
  proof: { most: 5, seconds: 300 },
  mail: { most: 5, seconds: 600 },
  renewal: { most: 2, seconds: 3_600 },
  picture: { most: 20, seconds: 600 },
};

export interface Throttle {
  /** Counts an attempt before it is made, so that parallel guesses count too. Gives the seconds to wait when there were too many. */
  take(kind: AttemptKind, who: string): Promise<{ allowed: true } | { allowed: false; retryAfter: number }>;
  /** Forgets the attempts of an address after a right password. */
  clear(kind: AttemptKind, who: string): Promise<void>;
}

/**
 * Limits attempts by e-mail address. better-auth limits by network address only, which a guesser with many addresses passes.
 * Addresses without an account are counted alike, so that the limit tells nothing.
 */
export function createThrottle(db: NodePgDatabase, now: () => Date): Throttle {
  const keyOf = (kind: AttemptKind, email: string) =>
    `${kind}:${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`;
  return {
    async take(kind, who) {
      const { most, seconds } = ATTEMPT_LIMITS[kind];
      const at = now();
      const windowStart = new Date(at.getTime() - seconds * 1_000);
      const expired = sql`${attempts.startedAt} <= ${windowStart}`;
      const [row] = await db
        .insert(attempts)
        .values({ key: keyOf(kind, who), count: 1, startedAt: at })
        .onConflictDoUpdate({
          target: attempts.key,
          set: {
            count: sql`case when ${expired} then 1 else ${attempts.count} + 1 end`,
            startedAt: sql`case when ${expired} then ${at} else ${attempts.startedAt} end`,
          },
        })
        .returning();
      if (row === undefined) throw new Error('An upsert gave no row.');
      if (row.count === 1)
        await db.delete(attempts).where(and(lt(attempts.startedAt, windowStart), sql`${attempts.key} like ${`${kind}:%`}`));
      if (row.count <= most) return { allowed: true };
      const wait = row.startedAt.getTime() + seconds * 1_000 - at.getTime();
      return { allowed: false, retryAfter: Math.max(1, Math.ceil(wait / 1_000)) };
    },
    async clear(kind, who) {
      await db.delete(attempts).where(eq(attempts.key, keyOf(kind, who)));
    },
  };
}
