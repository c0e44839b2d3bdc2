import { type Session, sqlStatement, type Transaction } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import type { AccountDeletion, LeavingStudio, StudioDeletion } from './deletion.ts';

const value = sql.placeholder;
const studio = sql`${value('studioId')}::uuid`;
const user = sql`${value('userId')}::uuid`;
const now = sql`${value('now')}::timestamptz`;

const ofStudio = sql`studio_id as "studioId", requested_by as "requestedBy", requested_at as "requestedAt", due_at as "dueAt"`;
const ofAccount = sql`user_id as "userId", requested_at as "requestedAt", due_at as "dueAt"`;

const oneStudio = sqlStatement<StudioDeletion>(
  'deletions.studio',
  () => sql`select ${ofStudio} from accounts.studio_deletions where studio_id = ${studio}`,
);

const insertStudio = sqlStatement<StudioDeletion>(
  'deletions.insertStudio',
  () => sql`insert into accounts.studio_deletions (studio_id, requested_by, requested_at, due_at)
    values (${studio}, ${value('requestedBy')}::uuid, ${now}, ${value('dueAt')}::timestamptz)
    on conflict (studio_id) do nothing returning ${ofStudio}`,
);

const takeStudio = sqlStatement<StudioDeletion>(
  'deletions.takeStudio',
  () => sql`delete from accounts.studio_deletions where studio_id = ${studio}
    and (${value('dueBy')}::timestamptz is null or due_at <= ${value('dueBy')}::timestamptz) returning ${ofStudio}`,
);

const leaders = sqlStatement<{ role: string; email: string; name: string }>(
  'deletions.leaders',
  () => sql`select m.role, p.email, p.name from accounts.members m join accounts.people p on p.id = m.user_id
    where m.studio_id = ${studio} and m.role in ('owner', 'admin') order by m.joined_at, m.id`,
);

const dueStudios = sqlStatement<{ id: string }>(
  'deletions.dueStudios',
  () => sql`select studio_id as id from accounts.studio_deletions where due_at <= ${now} order by due_at limit ${value('limit')}::int`,
);

const oneAccount = sqlStatement<AccountDeletion>(
  'deletions.account',
  () => sql`select ${ofAccount} from auth.account_deletions where user_id = ${user}`,
);

const insertAccount = sqlStatement<AccountDeletion>(
  'deletions.insertAccount',
  () => sql`insert into auth.account_deletions (user_id, requested_at, due_at) values (${user}, ${now}, ${value('dueAt')}::timestamptz)
    on conflict (user_id) do nothing returning ${ofAccount}`,
);

const cancelAccount = sqlStatement<AccountDeletion>(
  'deletions.cancelAccount',
  () => sql`delete from auth.account_deletions where user_id = ${user} and erasure_id is null returning ${ofAccount}`,
);

const claimAccount = sqlStatement<{ erasureId: string; requestedAt: Date }>(
  'deletions.claimAccount',
  () => sql`update auth.account_deletions set erasure_id = coalesce(erasure_id, ${value('erasureId')}::uuid)
    where user_id = ${user} and due_at <= ${now} returning erasure_id as "erasureId", requested_at as "requestedAt"`,
);

const dueAccounts = sqlStatement<{ id: string }>(
  'deletions.dueAccounts',
  () => sql`select user_id as id from auth.account_deletions where due_at <= ${now} order by due_at limit ${value('limit')}::int`,
);

const leaving = sqlStatement<LeavingStudio>(
  'deletions.leaving',
  () => sql`select s.id, s.name, s.slug, count(*)::int as members, bool_or(m.user_id = ${user} and m.role = 'owner') as "isOwner",
      (count(*) filter (where m.role = 'owner' and m.user_id <> ${user}
        and not exists (select from auth.account_deletions d where d.user_id = m.user_id)))::int as "otherOwners",
      exists (select from accounts.studio_deletions d where d.studio_id = s.id and d.due_at <= ${value('dueAt')}::timestamptz) as "goesBefore"
    from accounts.studios s join accounts.members m on m.studio_id = s.id
    where s.id in (select own.studio_id from accounts.members own where own.user_id = ${user})
    group by s.id order by lower(s.name), s.id`,
);

const studiosEver = sqlStatement<{ id: string }>(
  'deletions.studiosEver',
  () => sql`select studio_id as id from accounts.members where user_id = ${user}
    union select studio_id from accounts.former_members where user_id = ${user} order by id`,
);

const idsEver = sqlStatement<{ id: string }>(
  'deletions.idsEver',
  () => sql`select id from accounts.members where studio_id = ${studio} and user_id = ${user}
    union select member_id from accounts.former_members where studio_id = ${studio} and user_id = ${user} order by id`,
);

const invitationsTo = sqlStatement<{ studioId: string }>(
  'deletions.invitationsTo',
  () => sql`select studio_id as "studioId" from accounts.invitations where email = lower(${value('email')}::text)`,
);

const removeInvitation = sqlStatement<{ id: string }>(
  'deletions.removeInvitation',
  () => sql`delete from accounts.invitations where studio_id = ${studio} and email = lower(${value('email')}::text) returning id`,
);

// The library writes the address, or the account's id, into what waits to be used.
const removeVerifications = sqlStatement<{ id: string }>(
  'deletions.removeVerifications',
  () => sql`delete from auth.verifications where strpos(lower(identifier || ' ' || value), lower(${value('email')}::text)) > 0
      or strpos(identifier || ' ' || value, ${value('userId')}::text) > 0 returning id`,
);

const ids = async (rows: Promise<{ id: string }[]>): Promise<string[]> => (await rows).map(({ id }) => id);

// The lock on the studio keeps others from joining: their row would point at it.
const lockStudio = sqlStatement('deletions.lockStudio', () => sql`select from accounts.studios where id = ${studio} for update`);

const peopleIn = sqlStatement<{ id: string; userId: string; role: string }>(
  'deletions.people',
  () => sql`select id, user_id as "userId", role from accounts.members where studio_id = ${studio} order by id for update`,
);

/** Everybody in a studio, while nobody joins, leaves or changes; none where it is gone. */
export async function lockPeople(tx: Transaction, studioId: string): Promise<{ id: string; userId: string; role: string }[]> {
  await tx.run(lockStudio, { studioId });
  return tx.run(peopleIn, { studioId });
}

/** The ids that a person has, or had, as a member of the transaction's studio. */
export const idsEverOf = (tx: Transaction, studioId: string, userId: string): Promise<string[]> =>
  ids(tx.run(idsEver, { studioId, userId }));

/** Studios that wait to go, in a transaction of the studio. */
export const studioDeletionChanges = {
  /** The deletion; null where one waits already. */
  async insert(tx: Transaction, deletion: StudioDeletion): Promise<StudioDeletion | null> {
    const { requestedAt, ...given } = deletion;
    return (await tx.run(insertStudio, { ...given, now: requestedAt }))[0] ?? null;
  },
  /**
   * Takes a deletion, for undoing it or for carrying it out: of all who try, one gets it, and the others wait for what becomes of it.
   * @param dueBy only one that is due by then
   */
  take: async (tx: Transaction, studioId: string, dueBy: Date | null): Promise<StudioDeletion | null> =>
    (await tx.run(takeStudio, { studioId, dueBy }))[0] ?? null,
};

/** What a studio's own people see of its deletion. */
export const studioDeletionReads = {
  one: async (session: Session, studioId: string): Promise<StudioDeletion | null> =>
    (await session.run(oneStudio, { studioId }))[0] ?? null,
  /** Owners and admins with their addresses. */
  leaders: (session: Session, studioId: string) => session.run(leaders, { studioId }),
};

/** What waits to go, past all walls: for the role of sign-in alone, so each statement names the person. */
export const deletionReads = {
  account: async (session: Session, userId: string): Promise<AccountDeletion | null> =>
    (await session.run(oneAccount, { userId }))[0] ?? null,
  /** The person's studios, with what they need to be told before they leave. */
  leaving: (session: Session, userId: string, dueAt: Date): Promise<LeavingStudio[]> => session.run(leaving, { userId, dueAt }),
  /** Every studio that a person belongs to, or has. */
  studiosEver: (session: Session, userId: string) => ids(session.run(studiosEver, { userId })),
  invitationsTo: (session: Session, email: string) => session.run(invitationsTo, { email }),
  dueStudios: (session: Session, now: Date, limit: number) => ids(session.run(dueStudios, { now, limit })),
  dueAccounts: (session: Session, now: Date, limit: number) => ids(session.run(dueAccounts, { now, limit })),
};

/** Accounts that wait to go, by the role of sign-in. */
export const accountDeletionChanges = {
  insert: async (tx: Transaction, userId: string, at: Date, dueAt: Date): Promise<AccountDeletion | null> =>
    (await tx.run(insertAccount, { userId, now: at, dueAt }))[0] ?? null,
  /** Null where none waits, or it is being carried out. */
  cancel: async (tx: Transaction, userId: string): Promise<AccountDeletion | null> => (await tx.run(cancelAccount, { userId }))[0] ?? null,
  /** From here on it is carried out; after a crash, the same erasure goes on. Null where none is due. */
  claim: async (tx: Transaction, userId: string, erasureId: string, now: Date) =>
    (await tx.run(claimAccount, { userId, erasureId, now }))[0] ?? null,
  /** How many mailed secrets went. */
  removeVerifications: async (tx: Transaction, userId: string, email: string): Promise<number> =>
    (await tx.run(removeVerifications, { userId, email })).length,
};

/** Invitations to somebody who is gone, by the domain's role in a transaction of the studio. How many went. */
export const removeInvitations = async (tx: Transaction, studioId: string, email: string): Promise<number> =>
  (await tx.run(removeInvitation, { studioId, email })).length;
