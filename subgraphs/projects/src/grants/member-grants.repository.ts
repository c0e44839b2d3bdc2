import { listOf, sqlStatement } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import type { Access } from '../store.ts';
import type { ProjectGrant } from './grant.ts';

/** The sort key of a grant in a guest's list. `since` is ISO 8601. */
export interface GrantKey {
  since: string;
  projectId: string;
}

/** Sorts before every grant. */
const TOP: GrantKey = { since: 'infinity', projectId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

const value = sql.placeholder;
const members = sql`unnest(${listOf('memberIds', 'uuid')}) as wanted (member_id)`;
const live = sql`projects.project_grants g join projects.projects p on p.studio_id = g.studio_id and p.id = g.project_id
  where g.studio_id = ${value('studioId')}::uuid and p.trashed_at is null`;

const pages = sqlStatement<ProjectGrant>(
  'grants.page_of_members',
  () => sql`select page.project_id as "projectId", wanted.member_id as "memberId", page.since from ${members}
    cross join lateral (select g.project_id, g.since from ${live} and g.member_id = wanted.member_id
      and (g.since, g.project_id) < (${value('since')}::timestamptz, ${value('projectId')}::uuid)
      order by g.since desc, g.project_id desc limit ${value('limit')}::int) page
    order by page.since desc, page.project_id desc`,
);

const counts = sqlStatement<{ memberId: string; count: number }>(
  'grants.count_of_members',
  () => sql`select g.member_id as "memberId", count(*)::int as count from ${live} and g.member_id in (select member_id from ${members})
    group by g.member_id`,
);

interface Asked {
  memberId: string;
  after: GrantKey | null;
  limit: number;
}

/** The SQL of what is open to guests: a statement for all guests of a page, however many. */
export function memberGrantRepository({ session, studioId }: Access) {
  // A field asks the same page of every guest; two fields with other arguments are two statements.
  const loader = new DataLoader<Asked, ProjectGrant[], string>(
    async (asked) => {
      const shapes = Map.groupBy(asked, ({ after, limit }) => JSON.stringify([after, limit]));
      const found = await Promise.all(
        [...shapes.values()].map(async (same) => {
          const { after, limit } = same[0] ?? { after: null, limit: 0 };
          const memberIds = same.map(({ memberId }) => memberId);
          return session.run(pages, { studioId, memberIds, ...(after ?? TOP), limit });
        }),
      );
      const rows = [...shapes.keys()].map((shape, index) => [shape, Map.groupBy(found[index] ?? [], (row) => row.memberId)] as const);
      const byShape = new Map(rows);
      return asked.map(({ memberId, after, limit }) => byShape.get(JSON.stringify([after, limit]))?.get(memberId) ?? []);
    },
    { cacheKeyFn: (asked) => JSON.stringify(asked) },
  );
  const counted = new DataLoader<string, number>(async (memberIds) => {
    const rows = new Map((await session.run(counts, { studioId, memberIds })).map((row) => [row.memberId, row.count]));
    return memberIds.map((id) => rows.get(id) ?? 0);
  });
  return {
    /** At most `limit` grants of a guest after a key, the last opened first. */
    page: (memberId: string, after: GrantKey | null, limit: number): Promise<ProjectGrant[]> => loader.load({ memberId, after, limit }),
    count: (memberId: string): Promise<number> => counted.load(memberId),
  };
}

export type MemberGrantRepository = ReturnType<typeof memberGrantRepository>;
