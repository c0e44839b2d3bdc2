import { type Session, sqlStatement } from '@atelier/service-kit/database';
import type { Role } from '@atelier/service-kit/viewer';
import { sql } from 'drizzle-orm';

const value = sql.placeholder;

/** A person's session, with their membership in the studio that was asked for. */
interface UserRow {
  sessionId: string;
  userId: string;
  lastSeenAt: Date;
  studioId: string | null;
  memberId: string | null;
  role: Role | null;
  /** Whether the studio waits for a second factor of theirs. */
  isKeptOut: boolean;
}

interface KeyRow {
  keyId: string;
  userId: string;
  scopes: string[];
  lastUsedAt: Date | null;
  studioId: string;
  memberId: string;
  role: Role;
  /** Whether the studio waits for a second factor of the member. */
  isKeptOut: boolean;
}

interface ContactRow {
  sessionId: string;
  contactId: string;
  studioId: string;
}

// A studio asks its members for a second factor, and the time that this one had to set one up is over.
const keptOut = sql`st.second_factor_since is not null
  and greatest(st.second_factor_since, m.joined_at) + make_interval(days => st.second_factor_days) <= ${value('now')}::timestamptz
  and not exists (select from auth.users u where u.id = m.user_id and u.two_factor_enabled)
  and not exists (select from auth.passkeys p where p.user_id = m.user_id)`;

// Each is one look-up by a unique index, then a few by primary key.
const bySession = sqlStatement<UserRow>(
  'viewers.bySession',
  () => sql`select s.id as "sessionId", s.user_id as "userId", s.last_seen_at as "lastSeenAt",
      m.studio_id as "studioId", m.id as "memberId", m.role, coalesce(m.id is not null and ${keptOut}, false) as "isKeptOut"
    from auth.sessions s
    left join accounts.studios st on st.slug = ${value('slug')}::text
    left join accounts.members m on m.studio_id = st.id and m.user_id = s.user_id
    where s.token = ${value('token')}::text and s.expires_at > ${value('now')}::timestamptz`,
);

const byKey = sqlStatement<KeyRow>(
  'viewers.byKey',
  () => sql`select k.id as "keyId", m.user_id as "userId", k.scopes, k.last_used_at as "lastUsedAt",
      k.studio_id as "studioId", m.id as "memberId", m.role, ${keptOut} as "isKeptOut"
    from accounts.api_keys k join accounts.members m on m.studio_id = k.studio_id and m.id = k.member_id
    join accounts.studios st on st.id = k.studio_id
    where (k.secret_hash = ${value('hash')}::text
        or (k.previous_hash = ${value('hash')}::text and k.previous_ends_at > ${value('now')}::timestamptz))
      and (k.expires_at is null or k.expires_at > ${value('now')}::timestamptz)`,
);

/** An app's row as a key's; what it was given this time, and what it may at most. */
interface AppRow extends KeyRow {
  allowed: string[] | null;
  actsAlone: boolean;
}

// What an app does without a person it does as the one who registered it; what it had by a secret that has ended has ended with it. What it
// may no longer ask people for it may no longer do, whatever they once said.
const byApp = sqlStatement<AppRow>(
  'viewers.byApp',
  () => sql`select coalesce(g.id, a.id) as "keyId", m.user_id as "userId", t.scopes,
      case when g.id is null then a.own_scopes else (select array_agg(s) from unnest(g.scopes) s where s = any(a.scopes)) end as allowed,
      t.user_id is null as "actsAlone", case when t.user_id is null then a.last_used_at else g.last_used_at end as "lastUsedAt",
      m.studio_id as "studioId", m.id as "memberId", m.role, ${keptOut} as "isKeptOut"
    from auth.oauth_access_tokens t
    join accounts.apps a on a.client_id = t.client_id and not a.disabled
    left join accounts.app_grants g on g.studio_id = t.in_studio and g.user_id = t.user_id and g.client_id = t.client_id
    join accounts.members m on m.studio_id = coalesce(g.studio_id, a.studio_id) and m.user_id = coalesce(g.user_id, a.user_id)
    join accounts.studios st on st.id = m.studio_id
    where t.token = ${value('hash')}::text and t.expires_at > ${value('now')}::timestamptz and t.revoked is null
      and (t.user_id is null) = (g.id is null)
      and (t.user_id is not null or a.previous_ends_at is null or a.previous_ends_at > ${value('now')}::timestamptz
        or t.created_at >= a.previous_ends_at)`,
);

const byContact = sqlStatement<ContactRow>(
  'viewers.byContact',
  () => sql`select id as "sessionId", contact_id as "contactId", studio_id as "studioId" from accounts.contact_sessions
    where token_hash = ${value('hash')}::text and expires_at > ${value('now')}::timestamptz`,
);

const sessionSeen = sqlStatement(
  'viewers.sessionSeen',
  () => sql`update auth.sessions set last_seen_at = ${value('now')}::timestamptz, ip_address = coalesce(${value('address')}::text, ip_address),
      user_agent = coalesce(${value('userAgent')}::text, user_agent)
    where id = ${value('id')}::uuid and last_seen_at <= ${value('before')}::timestamptz`,
);

const keyUsed = sqlStatement(
  'viewers.keyUsed',
  () => sql`update accounts.api_keys set last_used_at = ${value('now')}::timestamptz
    where studio_id = ${value('studioId')}::uuid and id = ${value('id')}::uuid
      and (last_used_at is null or last_used_at <= ${value('before')}::timestamptz)`,
);

const grantUsed = sqlStatement(
  'viewers.grantUsed',
  () => sql`update accounts.app_grants set last_used_at = ${value('now')}::timestamptz
    where studio_id = ${value('studioId')}::uuid and id = ${value('id')}::uuid
      and (last_used_at is null or last_used_at <= ${value('before')}::timestamptz)`,
);

const appUsed = sqlStatement(
  'viewers.appUsed',
  () => sql`update accounts.apps set last_used_at = ${value('now')}::timestamptz
    where studio_id = ${value('studioId')}::uuid and id = ${value('id')}::uuid
      and (last_used_at is null or last_used_at <= ${value('before')}::timestamptz)`,
);

/** Who stands behind a secret; for the role of sign-in. */
export const viewers = {
  bySession: async (session: Session, token: string, slug: string | null, now: Date) =>
    (await session.run(bySession, { token, slug, now }))[0] ?? null,
  byKey: async (session: Session, hash: string, now: Date) => (await session.run(byKey, { hash, now }))[0] ?? null,
  byApp: async (session: Session, hash: string, now: Date) => (await session.run(byApp, { hash, now }))[0] ?? null,
  byContact: async (session: Session, hash: string, now: Date) => (await session.run(byContact, { hash, now }))[0] ?? null,
  sessionSeen: (session: Session, id: string, seen: { now: Date; before: Date; address: string | null; userAgent: string | null }) =>
    session.run(sessionSeen, { id, ...seen }),
  keyUsed: (session: Session, key: { id: string; studioId: string }, seen: { now: Date; before: Date }) =>
    session.run(keyUsed, { ...key, ...seen }),
  appUsed: (session: Session, key: { id: string; studioId: string; actsAlone: boolean }, seen: { now: Date; before: Date }) =>
    session.run(key.actsAlone ? appUsed : grantUsed, { id: key.id, studioId: key.studioId, ...seen }),
};
