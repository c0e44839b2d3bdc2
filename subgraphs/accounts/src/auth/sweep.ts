import { type Database, sqlStatement } from '@atelier/service-kit/database';
import type { TaskHandler } from '@atelier/service-kit/jobs';
import { sql } from 'drizzle-orm';

/** The nightly job that removes what has ended. */
export const SWEEP_TASK = 'sign-in.sweep';

const now = sql.placeholder('now');

const ended = [
  sqlStatement('sweep.sessions', () => sql`delete from auth.sessions where expires_at < ${now}::timestamptz`),
  sqlStatement('sweep.verifications', () => sql`delete from auth.verifications where expires_at < ${now}::timestamptz`),
  sqlStatement('sweep.contactSessions', () => sql`delete from accounts.contact_sessions where expires_at < ${now}::timestamptz`),
  sqlStatement('sweep.accessTokens', () => sql`delete from auth.oauth_access_tokens where expires_at < ${now}::timestamptz`),
  sqlStatement('sweep.refreshTokens', () => sql`delete from auth.oauth_refresh_tokens where expires_at < ${now}::timestamptz`),
  sqlStatement('sweep.devices', () => sql`delete from auth.devices where last_seen_at < ${now}::timestamptz - interval '400 days'`),
  sqlStatement('sweep.recoveries', () => sql`delete from auth.recoveries where ready_at < ${now}::timestamptz - interval '7 days'`),
  sqlStatement(
    'sweep.rateLimits',
    () => sql`delete from auth.rate_limits where last_request < (extract(epoch from ${now}::timestamptz) - 86400) * 1000`,
  ),
  sqlStatement('sweep.attempts', () => sql`delete from auth.attempts where started_at < ${now}::timestamptz - interval '1 day'`),
];

/** Removes sessions, mailed secrets and counted attempts that are over; all of them are refused before that already. */
export const sweep =
  (signIn: Database, clock: () => Date): TaskHandler =>
  async () => {
    for (const statement of ended) await signIn.transaction({ studioId: null }, (tx) => tx.run(statement, { now: clock() }));
  };
