import { anyOf, dynamic, statement } from '@atelier/service-kit/database';
import { rowLoader } from '@atelier/service-kit/row-loader';
import DataLoader from 'dataloader';
import { and, asc, eq, sql } from 'drizzle-orm';
import { byReach, inReachableProject } from '../access.ts';
import type { Access } from '../store.ts';
import { stages } from './stage.table.ts';
import type { Stage } from './stage.ts';

const value = sql.placeholder;

const byIds = byReach('stages.by_ids', (db, kind) =>
  db
    .select()
    .from(stages)
    .where(
      and(eq(stages.studioId, value('studioId')), anyOf(stages.id, 'ids'), inReachableProject(kind, stages.studioId, stages.projectId)),
    ),
);

const ofProjects = byReach('stages.of_projects', (db, kind) =>
  db
    .select()
    .from(stages)
    .where(
      and(
        eq(stages.studioId, value('studioId')),
        anyOf(stages.projectId, 'projectIds'),
        inReachableProject(kind, stages.studioId, stages.projectId),
      ),
    )
    .orderBy(asc(stages.projectId), asc(stages.position), asc(stages.id)),
);

const remove = statement('stages.remove', (db) =>
  db.delete(stages).where(and(eq(stages.studioId, value('studioId')), eq(stages.id, value('id')))),
);

/** The SQL of stages, as far as the viewer sees. */
export type StageRepository = ReturnType<typeof stageRepository>;

/** The SQL of stages for one request or use case. */
export function stageRepository({ session, studioId, reach }: Access) {
  const { person } = reach;

  const loader = rowLoader((ids) => session.run(byIds[reach.kind], { studioId, person, ids }));

  const lists = new DataLoader<string, Stage[]>(async (projectIds) => {
    const rows = await session.run(ofProjects[reach.kind], { studioId, person, projectIds });
    const found = Map.groupBy(rows, (row) => row.projectId);
    return projectIds.map((id) => found.get(id) ?? []);
  });

  return {
    /** The stage, or null when there is none or the viewer does not see its project. */
    byId: loader.one,

    /** As `byId`, in the order of the ids. */
    byIds: loader.all,

    /** A project's stages in order. */
    ofProject: (projectId: string): Promise<Stage[]> => lists.load(projectId),

    /** Adds stages; false when an id is taken. */
    async insert(rows: readonly Stage[]): Promise<boolean> {
      if (rows.length === 0) return true;
      const added = await session.run(
        dynamic((db) =>
          db
            .insert(stages)
            .values([...rows])
            .onConflictDoNothing()
            .returning({ id: stages.id }),
        ),
      );
      return added.length === rows.length;
    },

    /** Writes a stage's name or place; its project is locked. */
    async update(stage: Stage, fields: Pick<Partial<Stage>, 'name' | 'position'>): Promise<Stage> {
      await session.run(
        dynamic((db) =>
          db
            .update(stages)
            .set(fields)
            .where(and(eq(stages.studioId, studioId), eq(stages.id, stage.id))),
        ),
      );
      return { ...stage, ...fields };
    },

    /** Deletes a stage that no task and no project points at any more. */
    async remove(id: string): Promise<void> {
      await session.run(remove, { studioId, id });
    },
  };
}
