import { type Session, sqlStatement, type Transaction } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import type { AuditKind, AuditLine, LineFilter, Origin } from './audit-log.ts';
import type { Head } from './chain.ts';

const value = sql.placeholder;
const studio = sql`${value('studioId')}::uuid`;

// The conflicting insert locks the end of the log until the commit; a log begins with its first line.
const lockHead = sqlStatement<Head>(
  'auditLog.lockHead',
  () => sql`insert into accounts.audit_heads as h (studio_id, number, hash) values (${studio}, 0, '')
    on conflict (studio_id) do update set number = h.number returning number, hash`,
);

const namesOf = (ids: ReturnType<typeof sql>) => sql`insert into accounts.audit_people as k (studio_id, member_id, name)
  select m.studio_id, m.id, p.name from accounts.members m join accounts.people p on p.id = m.user_id
  where m.studio_id = ${studio} and m.id = any(${ids})
  on conflict (studio_id, member_id) do update set name = excluded.name where k.name <> excluded.name`;

const append = sqlStatement(
  'auditLog.append',
  () => sql`with head as (
      update accounts.audit_heads set number = ${value('number')}::int, hash = ${value('hash')}::text where studio_id = ${studio}
    ), names as (${namesOf(sql`array[${value('actorId')}::uuid, ${value('targetId')}::uuid]`)}
    ), told as (delete from auth.untold_events where event_id = ${value('eventId')}::uuid and user_id = ${studio})
    insert into accounts.audit_log (studio_id, number, event_id, at, kind, actor_kind, actor_id, target_type, target_id, address, user_agent,
      before, after, previous_hash, hash, signature)
    values (${studio}, ${value('number')}::int, ${value('eventId')}::uuid, ${value('at')}::timestamptz, ${value('kind')}::text,
      ${value('actorKind')}::text, ${value('actorId')}::uuid, ${value('targetType')}::text, ${value('targetId')}::uuid,
      ${value('address')}::text, ${value('userAgent')}::text, ${value('before')}::jsonb, ${value('after')}::jsonb,
      ${value('previousHash')}::text, ${value('hash')}::text, ${value('signature')}::text)`,
);

const remember = sqlStatement('auditLog.remember', () => namesOf(sql`${value('ids')}::uuid[]`));

const fields = sql`l.studio_id as "studioId", l.number, l.event_id as "eventId", l.at, l.kind, l.actor_kind as "actorKind",
  l.actor_id as "actorId", l.target_type as "targetType", l.target_id as "targetId", l.address, l.user_agent as "userAgent", l.before,
  l.after, l.previous_hash as "previousHash", l.hash, l.signature`;

const matches = sql`l.studio_id = ${studio}
  and (${value('kinds')}::text[] is null or l.kind = any(${value('kinds')}::text[]))
  and (${value('actorId')}::uuid is null or l.actor_id = ${value('actorId')}::uuid or l.target_id = ${value('actorId')}::uuid)
  and (${value('from')}::timestamptz is null or l.at >= ${value('from')}::timestamptz)
  and (${value('to')}::timestamptz is null or l.at < ${value('to')}::timestamptz)`;

const page = sqlStatement<AuditLine>(
  'auditLog.page',
  () => sql`select ${fields}, a.name as "actorName", t.name as "targetName" from accounts.audit_log l
    left join accounts.audit_people a on a.studio_id = l.studio_id and a.member_id = l.actor_id
    left join accounts.audit_people t on t.studio_id = l.studio_id and t.member_id = l.target_id
    where ${matches} and (${value('below')}::int is null or l.number < ${value('below')}::int)
    order by l.number desc limit ${value('limit')}::int`,
);

const count = sqlStatement<{ count: number }>(
  'auditLog.count',
  () => sql`select count(*)::int as count from accounts.audit_log l where ${matches}`,
);

const inOrder = sqlStatement<Omit<AuditLine, 'actorName' | 'targetName'>>(
  'auditLog.inOrder',
  () => sql`select ${fields} from accounts.audit_log l where l.studio_id = ${studio} and l.number > ${value('after')}::int
      and l.number <= ${value('last')}::int
    order by l.number limit ${value('limit')}::int`,
);

const head = sqlStatement<Head>('auditLog.head', () => sql`select number, hash from accounts.audit_heads where studio_id = ${studio}`);

const isTold = sqlStatement<{ told: boolean }>(
  'auditLog.isTold',
  () => sql`select exists (select from accounts.audit_log l where l.studio_id = ${studio} and l.at >= ${value('since')}::timestamptz
    and l.kind = ${value('kind')}::text and l.target_id = ${value('targetId')}::uuid
    and (${value('eventId')}::uuid is null or l.event_id = ${value('eventId')}::uuid)) as told`,
);

const forget = sqlStatement('auditLog.forget', () => sql`select accounts.forget_audit_log()`);

const sessionOrigin = sqlStatement<Origin>(
  'auditLog.sessionOrigin',
  () => sql`select ip_address as address, user_agent as "userAgent" from auth.sessions where id = ${value('id')}::uuid`,
);

const membershipsOf = sqlStatement<{ studioId: string; memberId: string }>(
  'auditLog.membershipsOf',
  () =>
    sql`select studio_id as "studioId", id as "memberId" from accounts.members where user_id = ${value('userId')}::uuid order by studio_id`,
);

const chainsAfter = sqlStatement<{ id: string }>(
  'auditLog.chainsAfter',
  () => sql`select id from (select id from accounts.studios union all select id from auth.users) as owners
    where id > ${value('after')}::uuid order by id limit ${value('limit')}::int`,
);

/** What is written to logs, inside the transaction of the change. */
export const auditLogChanges = {
  /** The end of the session's log; nobody else adds a line until the transaction has ended. */
  async lockHead(tx: Transaction, studioId: string): Promise<Head> {
    const [found] = await tx.run(lockHead, { studioId });
    if (found === undefined) throw new Error('An upsert gave no row.');
    return found;
  },
  append: (tx: Transaction, line: Omit<AuditLine, 'actorName' | 'targetName'>) => tx.run(append, { ...line }),
  remember: (tx: Transaction, studioId: string, ids: readonly string[]) => tx.run(remember, { studioId, ids }),
  forget: (tx: Transaction) => tx.run(forget, {}),
};

/** What is read of the log of the session's studio. */
export const auditLogReads = {
  page: (session: Session, studioId: string, filter: LineFilter, below: number | null, limit: number): Promise<AuditLine[]> =>
    session.run(page, { studioId, ...filter, below, limit }),
  count: async (session: Session, studioId: string, filter: LineFilter): Promise<number> =>
    (await session.run(count, { studioId, ...filter }))[0]?.count ?? 0,
  /** The lines after one, up to another, the oldest first. */
  inOrder: (session: Session, studioId: string, part: { after: number; last: number; limit: number }) =>
    session.run(inOrder, { studioId, ...part }),
  /** Whether a line of a kind about a target, of one event if that is named, was written since a moment. */
  isTold: async (
    session: Session,
    studioId: string,
    since: Date,
    wanted: { kind: AuditKind; targetId: string | null; eventId: string | null },
  ): Promise<boolean> => (await session.run(isTold, { studioId, since, ...wanted }))[0]?.told ?? false,
  head: async (session: Session, studioId: string): Promise<Head | null> => (await session.run(head, { studioId }))[0] ?? null,
};

/** What the role of sign-in knows: where a session is, where a person belongs, and whose logs there are. */
export const auditSources = {
  sessionOrigin: async (session: Session, id: string): Promise<Origin | null> => (await session.run(sessionOrigin, { id }))[0] ?? null,
  membershipsOf: (session: Session, userId: string) => session.run(membershipsOf, { userId }),
  /** Studios and people by id, after one. */
  chainsAfter: (session: Session, after: string, limit: number) => session.run(chainsAfter, { after, limit }),
};
