import { type Session, sqlStatement, type Transaction } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import type { ReplayedToken } from '../apps/replay.service.ts';

const value = sql.placeholder;

interface GrantKey {
  /** The grant's id, or the app's where it acts for itself. */
  keyId: string;
}

// By the hash of a token, or of the code that it was had for.
const behind = sqlStatement<GrantKey>(
  'oauth.behind',
  () => sql`select distinct coalesce(g.id, a.id) as "keyId"
    from (select client_id, user_id, in_studio from auth.oauth_access_tokens
        where token = ${value('hash')}::text or authorization_code_id = ${value('hash')}::text
      union select client_id, user_id, in_studio from auth.oauth_refresh_tokens
        where token = ${value('hash')}::text or authorization_code_id = ${value('hash')}::text) t
    join accounts.apps a on a.client_id = t.client_id
    left join accounts.app_grants g on g.studio_id = t.in_studio and g.user_id = t.user_id and g.client_id = t.client_id`,
);

const freeAccess = sqlStatement(
  'oauth.freeAccess',
  () => sql`update auth.oauth_access_tokens set session_id = null, created_at = ${value('now')}::timestamptz
    where token = ${value('hash')}::text`,
);
const freeRefresh = sqlStatement(
  'oauth.freeRefresh',
  () => sql`update auth.oauth_refresh_tokens set session_id = null where token = ${value('hash')}::text`,
);

const endFamily = sqlStatement(
  'oauth.endFamily',
  () => sql`delete from auth.oauth_access_tokens a using auth.oauth_refresh_tokens r
    where r.token = ${value('hash')}::text and r.revoked is not null and a.authorization_code_id = r.authorization_code_id`,
);

const replayed = sqlStatement<ReplayedToken>(
  'oauth.replayed',
  () => sql`select r.id as "tokenId", r.in_studio as "studioId", m.id as "memberId", a.name as "appName", u.email, u.name, u.locale
    from auth.oauth_refresh_tokens r join accounts.apps a on a.client_id = r.client_id
    join auth.users u on u.id = r.user_id join accounts.members m on m.studio_id = r.in_studio and m.user_id = r.user_id
    where r.token = ${value('hash')}::text and r.revoked is not null`,
);

/** What apps hold; for the role of sign-in. */
export const appTokens = {
  /** The grants (or apps, where one acts for itself) behind a token or a code, by its hash. */
  behind: async (session: Session, hash: string): Promise<string[]> => (await session.run(behind, { hash })).map(({ keyId }) => keyId),
  /** A refresh token that is spent, by its hash; null for one that is good, or gone. */
  replayed: async (session: Session, hash: string): Promise<ReplayedToken | null> => (await session.run(replayed, { hash }))[0] ?? null,
  /** Ends every access token that a refresh token which was given back, or one before it, has brought. */
  endFamily: (tx: Transaction, hash: string) => tx.run(endFamily, { hash }),
  /**
   * Unties tokens from the browser session in which they were granted, and says to the millisecond when they were made, where the library
   * says the second: an app's own end with the secret that brought them.
   */
  async free(tx: Transaction, hashes: { access: string; refresh: string | null }, now: Date): Promise<void> {
    await tx.run(freeAccess, { hash: hashes.access, now });
    if (hashes.refresh !== null) await tx.run(freeRefresh, { hash: hashes.refresh });
  },
};
