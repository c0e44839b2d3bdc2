import { anyOf, type Columns, dynamic, sqlStatement, statement } from '@atelier/service-kit/database';
import { rowLoader } from '@atelier/service-kit/row-loader';
import DataLoader from 'dataloader';
import { and, eq, sql } from 'drizzle-orm';
import { byReach, reachableProject } from '../access.ts';
import type { Access } from '../store.ts';
import {
  type ClientPage,
  clientCounts,
  clientPages,
  type ProjectFilter,
  type ProjectKey,
  projectCount,
  projectPage,
} from './project.pages.ts';
import { projects } from './project.table.ts';
import type { Project } from './project.ts';

const value = sql.placeholder;

const byIds = byReach(
  'projects.by_ids',
  (db, kind) =>
    db
      .select()
      .from(projects)
      .where(and(eq(projects.studioId, value('studioId')), anyOf(projects.id, 'ids'), reachableProject(kind))),
  'ids',
);

const lock = byReach('projects.lock', (db, kind) =>
  db
    .select()
    .from(projects)
    .where(and(eq(projects.studioId, value('studioId')), eq(projects.id, value('id')), reachableProject(kind)))
    // Weak enough that a task can be added to the project meanwhile.
    .for('no key update'),
);

const touch = sqlStatement<{ id: string }>(
  'projects.touch',
  () => sql`update ${projects} set updated_at = ${value('at')}::timestamptz
    where studio_id = ${value('studioId')}::uuid and id = ${value('id')}::uuid and updated_at < ${value('at')}::timestamptz returning id`,
);

const remove = statement('projects.remove', (db) =>
  db.delete(projects).where(and(eq(projects.studioId, value('studioId')), eq(projects.id, value('id')))),
);

const liveVersions = sqlStatement<{ id: string; version: number }>(
  'projects.live_versions',
  () => sql`select id, version::int from projects.activity_subjects
    where studio_id = ${value('studioId')}::uuid and type = 'project' and id = any(${value('ids')}::uuid[])`,
);

/** The fields that a use case writes. */
export type ProjectWrite = Partial<Omit<Project, 'studioId' | 'id' | 'createdAt' | 'createdBy'>>;

/** The SQL of projects, as far as the viewer sees. */
export type ProjectRepository = ReturnType<typeof projectRepository>;

/** The SQL of projects for one request or use case. */
export function projectRepository(access: Access) {
  const { session, studioId, reach } = access;
  const { person } = reach;

  const loader = rowLoader((ids) => session.run(byIds[reach.kind], { studioId, person, ids }));

  const versions = new DataLoader<string, number>(async (ids) => {
    const rows = await session.run(liveVersions, { studioId, ids });
    const found = new Map(rows.map((row) => [row.id, row.version]));
    return ids.map((id) => found.get(id) ?? 0);
  });

  const ofClient = new DataLoader<ClientPage, Project[], string>((keys) => clientPages(access, keys), {
    cacheKeyFn: ({ clientId, after, limit }) => `${clientId} ${after?.at} ${after?.id} ${limit}`,
  });

  const countOfClient = new DataLoader<string, number>((ids) => clientCounts(access, ids));

  return {
    /** The project, or null when there is none or the viewer does not see it. */
    byId: loader.one,

    /** As `byId`, in the order of the ids. */
    byIds: loader.all,

    /** As `byId`, keeping the row from being changed by others until the transaction ends. */
    async lock(id: string): Promise<Project | null> {
      const [row] = await session.run(lock[reach.kind], { studioId, person, id });
      return row ?? null;
    },

    /** A list after a key, the last changed first. */
    page: (filter: ProjectFilter, after: ProjectKey | null, limit: number, columns: Columns): Promise<Project[]> =>
      projectPage(access, filter, after, limit, columns),

    /** How many projects a list has in all. */
    count: (filter: ProjectFilter): Promise<number> => projectCount(access, filter),

    /** One client's projects that are neither archived nor in the trash; the lists of many clients are one statement. */
    ofClient: (key: ClientPage): Promise<Project[]> => ofClient.load(key),

    /** How many projects of a client `ofClient` goes through. */
    countOfClient: (clientId: string): Promise<number> => countOfClient.load(clientId),

    /** The project's version as live streams count it; 0 before its first event. */
    liveVersion: (id: string): Promise<number> => versions.load(id),

    /** Adds a project; false when the id is taken. */
    async insert(project: Project): Promise<boolean> {
      const rows = await session.run(
        dynamic((db) => db.insert(projects).values(project).onConflictDoNothing().returning({ id: projects.id })),
      );
      return rows.length > 0;
    },

    /** Writes fields of a project that was locked before. */
    async update(project: Project, fields: ProjectWrite): Promise<Project> {
      await session.run(
        dynamic((db) =>
          db
            .update(projects)
            .set(fields)
            .where(and(eq(projects.studioId, studioId), eq(projects.id, project.id))),
        ),
      );
      return { ...project, ...fields };
    },

    /** Moves the project up in lists. */
    async touch(id: string, at: Date): Promise<void> {
      await session.run(touch, { studioId, id, at });
    },

    /** Deletes a project with all that is in it. */
    async remove(id: string): Promise<void> {
      await session.run(remove, { studioId, id });
    },
  };
}
