import { anyOf, sqlStatement } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { and, eq, sql } from 'drizzle-orm';
import { byReach, reachableProject } from '../access.ts';
import type { Access } from '../store.ts';
import { projects } from './project.table.ts';
import type { Project } from './project.ts';

const value = sql.placeholder;

const byIds = byReach('projects.by_ids', (db, kind) =>
  db
    .select()
    .from(projects)
    .where(and(eq(projects.studioId, value('studioId')), anyOf(projects.id, 'ids'), reachableProject(kind))),
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

/** The SQL of projects, as far as the viewer sees. */
export type ProjectRepository = ReturnType<typeof projectRepository>;

/** The SQL of projects for one request or use case. */
export function projectRepository({ session, studioId, reach }: Access) {
  const { person } = reach;
  const loader = new DataLoader<string, Project | null>(async (ids) => {
    const rows = await session.run(byIds[reach.kind], { studioId, person, ids: [...ids] });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  return {
    /** The project, or null when there is none or the viewer does not see it. */
    byId: (id: string): Promise<Project | null> => loader.load(id),

    /** As `byId`, keeping the row from being changed by others until the transaction ends. */
    async lock(id: string): Promise<Project | null> {
      const [row] = await session.run(lock[reach.kind], { studioId, person, id });
      return row ?? null;
    },

    /** Moves the project up in lists. */
    async touch(id: string, at: Date): Promise<void> {
      await session.run(touch, { studioId, id, at });
    },
  };
}
