import { type Database, listOf, sqlStatement, type Transaction } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';

const placeholder = sql.placeholder;

/** What a studio asks of a member, and whether they have it. */
export interface Requirement {
  memberId: string;
  studioId: string;
  userId: string;
  hasSecondFactor: boolean;
  /** From when on a member without one is kept out; null where the studio does not ask. */
  dueAt: Date | null;
}

const ofMembers = sqlStatement<Requirement>(
  'requirements.ofMembers',
  () => sql`select m.id as "memberId", m.studio_id as "studioId", m.user_id as "userId",
      u.two_factor_enabled or exists (select from auth.passkeys p where p.user_id = u.id) as "hasSecondFactor",
      greatest(st.second_factor_since, case when st.second_factor_since is not null then m.joined_at end)
        + make_interval(days => st.second_factor_days) as "dueAt"
    from accounts.members m join accounts.studios st on st.id = m.studio_id join auth.users u on u.id = m.user_id
    where m.id in (select id from unnest(${listOf('ids', 'uuid')}) as wanted (id))`,
);

const ofStudio = sqlStatement<{ days: number }>(
  'requirements.ofStudio',
  () =>
    sql`select second_factor_days as days from accounts.studios where id = ${placeholder('id')}::uuid and second_factor_since is not null`,
);

const without = sqlStatement<{ userId: string }>(
  'requirements.without',
  () => sql`select m.user_id as "userId" from accounts.members m join auth.users u on u.id = m.user_id and not u.two_factor_enabled
    where m.studio_id = ${placeholder('id')}::uuid and not exists (select from auth.passkeys p where p.user_id = m.user_id)`,
);

const set = sqlStatement(
  'requirements.set',
  () => sql`update accounts.studios set second_factor_since = case when ${placeholder('days')}::int is null then null
        else coalesce(second_factor_since, ${placeholder('at')}::timestamptz) end,
      second_factor_days = coalesce(${placeholder('days')}::int, second_factor_days),
      version = version + 1, updated_at = ${placeholder('at')}::timestamptz
    where id = ${placeholder('id')}::uuid`,
);

/** What studios ask of their members, read as the role of sign-in: past the walls, so the service says who may see it. */
export function requirementRepository(signIn: Database) {
  const session = signIn.reads({ studioId: null });
  const loader = new DataLoader<string, Requirement | null>(async (ids) => {
    const rows = await session.run(ofMembers, { ids });
    const found = new Map(rows.map((row) => [row.memberId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  return {
    ofMember: (id: string): Promise<Requirement | null> => loader.load(id),
    /** How many days members have; null where the studio does not ask. */
    days: async (studioId: string): Promise<number | null> => (await session.run(ofStudio, { id: studioId }))[0]?.days ?? null,
    /** The people of a studio who have no second factor: whom a changed requirement keeps out, or lets in again. */
    without: async (studioId: string): Promise<string[]> => (await session.run(without, { id: studioId })).map(({ userId }) => userId),
    /** As the domain's role, in the studio's own transaction. */
    async set(tx: Transaction, studioId: string, days: number | null, at: Date): Promise<void> {
      await tx.run(set, { id: studioId, days, at });
    },
  };
}

export type RequirementRepository = ReturnType<typeof requirementRepository>;
