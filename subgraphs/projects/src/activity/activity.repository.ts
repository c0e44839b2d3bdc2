import { listOf, type Statement, sqlStatement } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { type SQL, sql } from 'drizzle-orm';
import { inReachableProject, type ReachKind } from '../access.ts';
import { visibleComment } from '../comments/comment.access.ts';
import { ABOUT, type About } from '../events.ts';
import type { Access } from '../store.ts';
import { visibleTask } from '../tasks/task.access.ts';
import { activity } from './activity.table.ts';
import type { ActivityEntry } from './activity.ts';

/** A page of one project's feed, the newest first. */
export interface FeedPage {
  projectId: string;
  /** Entries before this version; null begins at the newest. */
  before: number | null;
  limit: number;
}

interface Row extends Omit<ActivityEntry, 'actor' | 'name' | 'taskId'> {
  actorKind: ActivityEntry['actor']['kind'];
  actorId: string | null;
}

const value = sql.placeholder;

const columns = sql`activity.id, activity.subject_id as "projectId", activity.version::int, activity.verb, activity.actor_kind as "actorKind",
  activity.actor_id as "actorId", activity.at, coalesce(activity.before, '{}') as before, coalesce(activity.after, '{}') as after`;

/** What of a project's log is its feed: not what only streams need to know, and for contacts what concerns what they see. */
const inFeed = (kind: ReachKind): SQL => sql`activity.studio_id = ${value('studioId')}::uuid and activity.subject_type = 'project'
  and not coalesce((activity.after -> '${sql.raw(ABOUT)}' ->> 'quiet')::boolean, false)
  and ${inReachableProject(kind, activity.studioId, activity.subjectId) ?? sql`true`}
  and ${kind === 'shared' ? forContact : sql`true`}`;

const aboutTask = sql`(activity.after -> '${sql.raw(ABOUT)}' ->> 'taskId')::uuid`;

const forContact = sql`activity.audience_after @> '{client}'
  and (${aboutTask} is null or exists (
    select from projects.tasks where tasks.studio_id = activity.studio_id and tasks.id = ${aboutTask} and ${visibleTask('shared')}))
  and (activity.typename <> 'Comment' or exists (
    select from projects.comments where comments.studio_id = activity.studio_id and comments.id = activity.entity_id and ${visibleComment('shared')}))`;

function byKind<R>(name: string, build: (kind: ReachKind) => SQL): Readonly<Record<ReachKind, Statement<R[]>>> {
  const one = (kind: ReachKind) => sqlStatement<R>(`${name}.${kind}`, () => build(kind));
  return { all: one('all'), granted: one('granted'), shared: one('shared') };
}

const feeds = byKind<Row & { ordinal: number }>(
  'activity.feeds',
  (kind) => sql`select wanted.ordinal::int, entry.*
    from unnest(${listOf('projectIds', 'uuid')}, ${listOf('befores', 'bigint')}, ${listOf('limits', 'int')})
      with ordinality as wanted(project_id, version, size, ordinal)
    cross join lateral (
      select ${columns} from ${activity}
      where ${inFeed(kind)} and activity.subject_id = wanted.project_id and activity.version < wanted.version
      order by activity.version desc limit wanted.size
    ) entry
    order by wanted.ordinal, entry.version desc`,
);

const byIds = byKind<Row>(
  'activity.by_ids',
  (kind) => sql`select ${columns} from ${activity} where ${inFeed(kind)} and activity.id = any(${value('ids')}::uuid[])`,
);

/** Above every version. */
const NEWEST = Number.MAX_SAFE_INTEGER;

/** The SQL of the feed, as far as the viewer sees. */
export type ActivityRepository = ReturnType<typeof activityRepository>;

/** The SQL of the feed for one request. */
export function activityRepository({ session, studioId, reach }: Access) {
  const { kind, person } = reach;

  const loader = new DataLoader<string, ActivityEntry | null>(async (ids) => {
    const rows = await session.run(byIds[kind], { studioId, person, ids });
    const found = new Map(rows.map((row) => [row.id, entryOf(row)]));
    return ids.map((id) => found.get(id) ?? null);
  });

  const pages = new DataLoader<FeedPage, ActivityEntry[]>(
    async (wanted) => {
      const rows = await session.run(feeds[kind], {
        studioId,
        person,
        projectIds: wanted.map((page) => page.projectId),
        befores: wanted.map((page) => page.before ?? NEWEST),
        limits: wanted.map((page) => page.limit),
      });
      const found = wanted.map((): ActivityEntry[] => []);
      for (const { ordinal, ...row } of rows) found[ordinal - 1]?.push(entryOf(row));
      return found;
    },
    { cache: false },
  );

  return {
    /** The entry, or null when there is none or the viewer does not see it. */
    byId: (id: string): Promise<ActivityEntry | null> => loader.load(id),
    /** A page of a project's feed; the pages of many projects are one statement. */
    page: (page: FeedPage): Promise<ActivityEntry[]> => pages.load(page),
  };
}

function entryOf({ actorKind, actorId, before, after, ...row }: Row): ActivityEntry {
  const { [ABOUT]: about, ...fields } = after;
  const { name, taskId } = (about ?? { name: '', taskId: null }) as About;
  return { ...row, actor: { kind: actorKind, id: actorId }, name, taskId, before, after: fields };
}
