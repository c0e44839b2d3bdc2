import { listOf, sqlStatement } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import type { Access } from '../store.ts';
import type { MemberWork } from './member-work.ts';

const value = sql.placeholder;
const studio = sql`${value('studioId')}::uuid`;

// One look at each table, however many members are asked for. What is open is what `leaveTasks` takes from them.
const ofMembers = sqlStatement<MemberWork & { memberId: string }>(
  'members.work',
  () => sql`with wanted as (select id from unnest(${listOf('ids', 'uuid')}) as listed (id)),
    open as (
      select t.assignee_id as id, count(*)::int as tasks, count(distinct t.project_id)::int as projects
      from projects.tasks t join projects.projects p on p.studio_id = t.studio_id and p.id = t.project_id
      where t.studio_id = ${studio} and t.assignee_id in (select id from wanted) and t.assignee_kind = 'member' and t.status <> 'DONE'
        and t.archived_at is null and t.trashed_at is null and p.archived_at is null and p.trashed_at is null
      group by t.assignee_id
    ), done as (
      select t.assignee_id as id, count(*)::int as tasks from projects.tasks t
      where t.studio_id = ${studio} and t.assignee_id in (select id from wanted) and t.assignee_kind = 'member' and t.status = 'DONE'
        and t.trashed_at is null
      group by t.assignee_id
    ), written as (
      select c.author_id as id, count(*)::int as comments from projects.comments c
      where c.studio_id = ${studio} and c.author_id in (select id from wanted) and c.author_kind = 'member' and c.deleted_at is null
      group by c.author_id
    )
    select wanted.id as "memberId", coalesce(open.tasks, 0) as "openTasks", coalesce(open.projects, 0) as "openProjects",
      coalesce(done.tasks, 0) as "doneTasks", coalesce(written.comments, 0) as "comments"
    from wanted left join open using (id) left join done using (id) left join written using (id)
    where coalesce(open.tasks, done.tasks, written.comments) is not null`,
);

/** The SQL of what members have to do and have made. Whether the viewer may know is the service's matter. */
export function memberWorkRepository({ session, studioId }: Access) {
  const works = new DataLoader<string, MemberWork | null>(async (ids) => {
    const rows = new Map((await session.run(ofMembers, { studioId, ids })).map((row) => [row.memberId, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
  return {
    /** Null where there is nothing of them. */
    of: (memberId: string): Promise<MemberWork | null> => works.load(memberId),
  };
}

export type MemberWorkRepository = ReturnType<typeof memberWorkRepository>;
