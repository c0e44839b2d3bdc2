import { anyOf, type Session, sqlStatement, statement, type Transaction } from '@atelier/service-kit/database';
import type { Role } from '@atelier/service-kit/viewer';
import DataLoader from 'dataloader';
import { and, asc, eq, or, sql } from 'drizzle-orm';
import { members, people } from './member.table.ts';
import type { Member } from './member.ts';

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

// A person's own memberships are found in every studio; everybody else's in the active one.
const byIds = statement('members.byIds', (db) =>
  db
    .select(fields)
    .from(members)
    .innerJoin(people, eq(people.id, members.userId))
    .where(and(anyOf(members.id, 'ids'), or(inStudio, eq(members.userId, placeholder('userId'))))),
);

const page = statement('members.page', (db) =>
  db
    .select({ ...fields, sortName })
    .from(members)
    .innerJoin(people, eq(people.id, members.userId))
    .where(
      and(
        inStudio,
        sql`(${placeholder('afterName')}::text is null or (${sortName}, ${members.id}) > (${placeholder('afterName')}::text, ${placeholder('afterId')}::uuid))`,
      ),
    )
    .orderBy(asc(sortName), asc(members.id))
    .limit(placeholder('limit')),
);

const countAll = statement('members.count', (db) => db.select({ count: sql<number>`count(*)::int` }).from(members).where(inStudio));

const ofUser = statement('members.ofUser', (db) =>
  db
    .select(fields)
    .from(members)
    .innerJoin(people, eq(people.id, members.userId))
    .where(eq(members.userId, placeholder('userId')))
    .orderBy(asc(members.joinedAt), asc(members.id)),
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
  const loader = new DataLoader<string, Member | null>(async (ids) => {
    const rows = await session.run(byIds, { ids, studioId, userId });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  return {
    byId: (id: string): Promise<Member | null> => loader.load(id),
    /** At most `limit` members of the active studio by name, after a key. */
    page: (after: MemberKey | null, limit: number): Promise<ListedMember[]> =>
      session.run(page, { studioId, afterName: after?.name ?? null, afterId: after?.id ?? null, limit }),
    async count(): Promise<number> {
      const [row] = await session.run(countAll, { studioId });
      return row?.count ?? 0;
    },
    /** A person's memberships in all studios. */
    ofUser: (id: string): Promise<Member[]> => session.run(ofUser, { userId: id }),
    async hasEmail(email: string): Promise<boolean> {
      const rows = await session.run(withEmail, { studioId, email });
      return rows.length > 0;
    },
  };
}

export type MemberRepository = ReturnType<typeof memberRepository>;

/** What use cases do to members, inside their transaction. */
export const memberChanges = {
  /** Locks a member, the one who acts, and all owners of the studio; null when either is not there. */
  async lockWithOwners(tx: Transaction, studioId: string, id: string, actingId: string) {
    const rows = await tx.run(lockWithOwners, { studioId, ids: [id, actingId] });
    const target = rows.find((row) => row.id === id);
    const acting = rows.find((row) => row.id === actingId);
    if (target === undefined || acting === undefined) return null;
    return { target, acting: { memberId: acting.id, role: acting.role }, owners: rows.filter((row) => row.role === 'owner').length };
  },
  setRole: (tx: Transaction, studioId: string, id: string, role: Role) => tx.run(setRole, { studioId, id, role }),
  remove: (tx: Transaction, studioId: string, id: string) => tx.run(removeOne, { studioId, id }),
  insert: (tx: Transaction, member: { studioId: string; id: string; userId: string; role: Role; joinedAt: Date }) =>
    tx.run(insertOne, member),
};
