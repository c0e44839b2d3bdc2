import { anyOf, listOf, type Session, sqlStatement, statement, type Transaction } from '@atelier/service-kit/database';
import { rowLoader } from '@atelier/service-kit/row-loader';
import type { Role } from '@atelier/service-kit/viewer';
import DataLoader from 'dataloader';
import { and, asc, eq, or, sql } from 'drizzle-orm';
import { members, people } from './member.table.ts';
import type { Leaving, Member } from './member.ts';

const placeholder = sql.placeholder;

const fields = {
  id: members.id,
  studioId: members.studioId,
  userId: members.userId,
  role: members.role,
  joinedAt: members.joinedAt,
  name: people.name,
  email: people.email,
  picture: people.picture,
};

// What the database makes of a name, not JavaScript: the two disagree on letters beyond ASCII.
const sortName = sql<string>`lower(${people.name})`;
const inStudio = eq(members.studioId, placeholder('studioId'));
const withRoles = sql`(${placeholder('roles')}::text[] is null or ${members.role} = any(${placeholder('roles')}::text[]))`;

// A person's own memberships are found in every studio; everybody else's in the active one.
const byIds = statement(
  'members.byIds',
  (db) =>
    db
      .select(fields)
      .from(members)
      .innerJoin(people, eq(people.id, members.userId))
      .where(and(anyOf(members.id, 'ids'), or(inStudio, eq(members.userId, placeholder('userId'))))),
  'ids',
);

const page = statement('members.page', (db) =>
  db
    .select({ ...fields, sortName })
    .from(members)
    .innerJoin(people, eq(people.id, members.userId))
    .where(
      and(
        inStudio,
        withRoles,
        sql`(${placeholder('afterName')}::text is null or (${sortName}, ${members.id}) > (${placeholder('afterName')}::text, ${placeholder('afterId')}::uuid))`,
      ),
    )
    .orderBy(asc(sortName), asc(members.id))
    .limit(placeholder('limit')),
);

const countAll = statement('members.count', (db) =>
  db.select({ count: sql<number>`count(*)::int` }).from(members).where(and(inStudio, withRoles)),
);

const ofUser = statement('members.ofUser', (db) =>
  db
    .select(fields)
    .from(members)
    .innerJoin(people, eq(people.id, members.userId))
    .where(eq(members.userId, placeholder('userId')))
    .orderBy(asc(members.joinedAt), asc(members.id)),
);

const owners = statement('members.owners', (db) =>
  db
    .select(fields)
    .from(members)
    .innerJoin(people, eq(people.id, members.userId))
    .where(and(inStudio, eq(members.role, 'owner')))
    .orderBy(asc(members.id)),
);

const leavingOf = sqlStatement<Leaving & { memberId: string }>(
  'members.leaving',
  () => sql`select m.id as "memberId",
      (select count(*)::int from accounts.api_keys k where k.studio_id = m.studio_id and k.member_id = m.id
        and (k.expires_at is null or k.expires_at > ${placeholder('now')}::timestamptz)) as "apiKeys",
      (select count(*)::int from accounts.app_grants g where g.studio_id = m.studio_id and g.user_id = m.user_id) as "appGrants",
      (select count(*)::int from accounts.apps a where a.studio_id = m.studio_id and a.user_id = m.user_id
        and a.own_scopes <> '{}') as "appsOnTheirOwn",
      (select count(*)::int from accounts.client_links l where l.studio_id = m.studio_id and l.created_by = m.id
        and l.expires_at > ${placeholder('now')}::timestamptz) as "clientLinks",
      (select count(*)::int from accounts.invitations i where i.studio_id = m.studio_id and i.invited_by = m.id
        and i.expires_at > ${placeholder('now')}::timestamptz) as "invitations"
    from accounts.members m
    where m.studio_id = ${placeholder('studioId')}::uuid and m.id in (select id from unnest(${listOf('ids', 'uuid')}) as wanted (id))`,
);

// The log of a studio is never shortened while the studio is there.
const leftOne = sqlStatement<{ has: boolean }>(
  'members.left',
  () => sql`select exists (select from accounts.audit_log where studio_id = ${placeholder('studioId')}::uuid
    and target_id = ${placeholder('id')}::uuid and kind = 'MEMBER_REMOVED') as has`,
);

const withEmail = statement('members.withEmail', (db) =>
  db
    .select({ id: members.id })
    .from(members)
    .innerJoin(people, eq(people.id, members.userId))
    .where(and(inStudio, eq(people.email, placeholder('email')))),
);

// Owners too: whether the last one goes is decided while nobody else changes them. And who acts: their role may just have been taken.
const lockWithOwners = statement('members.lockWithOwners', (db) =>
  db
    .select({ id: members.id, userId: members.userId, role: members.role })
    .from(members)
    .where(and(inStudio, or(anyOf(members.id, 'ids'), eq(members.role, 'owner'))))
    .orderBy(asc(members.id))
    .for('update'),
);

const setRole = statement('members.setRole', (db) =>
  db
    .update(members)
    .set({ role: sql`${placeholder('role')}` })
    .where(and(inStudio, eq(members.id, placeholder('id'))))
    .returning({ id: members.id }),
);

// Whoever deletes their account later is erased in the studios that they have left, too.
const removeOne = sqlStatement<{ id: string }>(
  'members.remove',
  () => sql`with gone as (
      delete from accounts.members where studio_id = ${placeholder('studioId')}::uuid and id = ${placeholder('id')}::uuid
      returning studio_id, id, user_id
    )
    insert into accounts.former_members (studio_id, member_id, user_id, left_at) select studio_id, id, user_id, now() from gone
    returning member_id as id`,
);

const insertOne = statement('members.insert', (db) =>
  db
    .insert(members)
    .values({
      studioId: placeholder('studioId'),
      id: placeholder('id'),
      userId: placeholder('userId'),
      role: placeholder('role'),
      joinedAt: placeholder('joinedAt'),
    })
    .returning({ id: members.id }),
);

/** The key by which members are ordered. */
export interface MemberKey {
  name: string;
  id: string;
}

/** A member on a page, with the name as it is ordered. */
export type ListedMember = Member & { sortName: string };

export const memberKey = (member: ListedMember): MemberKey => ({ name: member.sortName, id: member.id });

/** Members as one request reads them; those that its scope does not show are null. */
export function memberRepository(session: Session) {
  const { studioId, userId = null } = session.scope;
  const loader = rowLoader((ids) => session.run(byIds, { ids, studioId, userId }));
  const leaving = new DataLoader<{ id: string; now: Date }, Leaving | null, string>(
    async (wanted) => {
      const rows = await session.run(leavingOf, { ids: wanted.map(({ id }) => id), now: wanted[0]?.now, studioId });
      const found = new Map(rows.map((row) => [row.memberId, row]));
      return wanted.map(({ id }) => found.get(id) ?? null);
    },
    { cacheKeyFn: ({ id }) => id },
  );
  return {
    byId: loader.one,
    /** As `byId`, in the order of the ids. */
    byIds: loader.all,
    /** At most `limit` members of the active studio by name, after a key; null roles are all. */
    page: (roles: readonly Role[] | null, after: MemberKey | null, limit: number): Promise<ListedMember[]> =>
      session.run(page, { studioId, roles, afterName: after?.name ?? null, afterId: after?.id ?? null, limit }),
    async count(roles: readonly Role[] | null): Promise<number> {
      const [row] = await session.run(countAll, { studioId, roles });
      return row?.count ?? 0;
    },
    /** A person's memberships in all studios. */
    ofUser: (id: string): Promise<Member[]> => session.run(ofUser, { userId: id }),
    /** The owners of the active studio. */
    owners: (): Promise<Member[]> => session.run(owners, { studioId }),
    /** What ends and stays when a member of the active studio leaves; null when they are not there. */
    leaving: (id: string, now: Date): Promise<Leaving | null> => leaving.load({ id, now }),
    async hasEmail(email: string): Promise<boolean> {
      const rows = await session.run(withEmail, { studioId, email });
      return rows.length > 0;
    },
  };
}

export type MemberRepository = ReturnType<typeof memberRepository>;

/** What use cases do to members, inside their transaction. */
export const memberChanges = {
  /** Locks a member, the one who acts, a third one where there is one, and all owners of the studio; null for who is not there. */
  async lockWithOwners(tx: Transaction, studioId: string, id: string, actingId: string, thirdId: string | null = null) {
    const rows = await tx.run(lockWithOwners, { studioId, ids: [id, actingId, ...(thirdId === null ? [] : [thirdId])] });
    const of = (wanted: string | null) => rows.find((row) => row.id === wanted) ?? null;
    const acting = of(actingId);
    return {
      target: of(id),
      acting: acting === null ? null : { memberId: acting.id, role: acting.role },
      third: of(thirdId),
      owners: rows.filter((row) => row.role === 'owner').length,
    };
  },
  /** Whether somebody was a member of this studio once; false for members of others. */
  hasLeft: async (tx: Transaction, studioId: string, id: string): Promise<boolean> =>
    (await tx.run(leftOne, { studioId, id }))[0]?.has ?? false,
  setRole: (tx: Transaction, studioId: string, id: string, role: Role) => tx.run(setRole, { studioId, id, role }),
  remove: (tx: Transaction, studioId: string, id: string) => tx.run(removeOne, { studioId, id }),
  insert: (tx: Transaction, member: { studioId: string; id: string; userId: string; role: Role; joinedAt: Date }) =>
    tx.run(insertOne, member),
};
