import { anyOf, type Columns, sqlStatement, statement } from '@atelier/service-kit/database';
import { rowLoader } from '@atelier/service-kit/row-loader';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { byReach } from '../access.ts';
import type { Access } from '../store.ts';
import { NEIGHBOURS, type Place, type Placing, placeAfter } from './place.ts';
import { visibleTask } from './task.access.ts';
import { type DueKey, dueCount, duePage } from './task.due.repository.ts';
import { COLUMNS, type TaskFilter } from './task.filter.repository.ts';
import { taskLists } from './task.lists.repository.ts';
import { tasks } from './task.table.ts';
import type { Task } from './task.ts';

const value = sql.placeholder;

const byIds = byReach('tasks.by_ids', (db, kind) =>
  db
    .select()
    .from(tasks)
    .where(and(eq(tasks.studioId, value('studioId')), anyOf(tasks.id, 'ids'), visibleTask(kind))),
);

const lock = byReach('tasks.lock', (db, kind) =>
  db
    .select()
    .from(tasks)
    .where(and(eq(tasks.studioId, value('studioId')), eq(tasks.id, value('id')), visibleTask(kind)))
    .for('no key update'),
);

/** Every column, by placeholder: a task is saved whole, under its row's lock. */
const insert = statement('tasks.insert', (db) =>
  db
    .insert(tasks)
    .values({
      studioId: value('studioId'),
      id: value('id'),
      projectId: value('projectId'),
      stageId: value('stageId'),
      title: value('title'),
      description: value('description'),
      status: value('status'),
      assigneeKind: value('assigneeKind'),
      assigneeId: value('assigneeId'),
      dueOn: value('dueOn'),
      visibility: value('visibility'),
      checklist: value('checklist'),
      position: value('position'),
      placeVersion: value('placeVersion'),
      version: value('version'),
      movedByKind: value('movedByKind'),
      movedById: value('movedById'),
      changedByKind: value('changedByKind'),
      changedById: value('changedById'),
      createdByKind: value('createdByKind'),
      createdById: value('createdById'),
      createdAt: value('createdAt'),
      updatedAt: value('updatedAt'),
      completedAt: value('completedAt'),
      archivedAt: value('archivedAt'),
      trashedAt: value('trashedAt'),
    })
    .onConflictDoNothing()
    .returning({ id: tasks.id }),
);

const save = sqlStatement<{ id: string }>(
  'tasks.save',
  () => sql`update ${tasks} set
    stage_id = ${value('stageId')}::uuid, title = ${value('title')}, description = ${value('description')}, status = ${value('status')},
    assignee_kind = ${value('assigneeKind')}, assignee_id = ${value('assigneeId')}::uuid, due_on = ${value('dueOn')}::date,
    visibility = ${value('visibility')}, checklist = ${value('checklistJson')}::jsonb, position = ${value('position')},
    place_version = ${value('placeVersion')}::int, version = ${value('version')}::int, moved_by_kind = ${value('movedByKind')},
    moved_by_id = ${value('movedById')}::uuid, changed_by_kind = ${value('changedByKind')}, changed_by_id = ${value('changedById')}::uuid,
    updated_at = ${value('updatedAt')}::timestamptz, completed_at = ${value('completedAt')}::timestamptz,
    archived_at = ${value('archivedAt')}::timestamptz, trashed_at = ${value('trashedAt')}::timestamptz
    where studio_id = ${value('studioId')}::uuid and id = ${value('id')}::uuid returning id`,
);

const inProject = and(eq(tasks.studioId, value('studioId')), eq(tasks.projectId, value('projectId')));

const last = statement('tasks.last', (db) =>
  db.select({ id: tasks.id, position: tasks.position }).from(tasks).where(inProject).orderBy(desc(tasks.position), desc(tasks.id)).limit(2),
);

const following = statement('tasks.following', (db) =>
  db
    .select({ id: tasks.id, position: tasks.position })
    .from(tasks)
    .where(
      and(
        inProject,
        sql`(${tasks.position}, ${tasks.id}) > (${value('position')}::text, ${value('afterId')}::uuid)`,
        sql`${tasks.id} <> ${value('movedId')}::uuid`,
      ),
    )
    .orderBy(asc(tasks.position), asc(tasks.id))
    .limit(value('limit')),
);

const rekey = sqlStatement<Task>(
  'tasks.rekey',
  () => sql`update ${tasks} set position = wanted.position
    from unnest(${value('ids')}::uuid[], ${value('positions')}::text[]) as wanted(wanted_id, position)
    where tasks.studio_id = ${value('studioId')}::uuid and tasks.id = wanted.wanted_id
    returning ${COLUMNS}`,
);

const remove = statement('tasks.remove', (db) =>
  db.delete(tasks).where(and(eq(tasks.studioId, value('studioId')), eq(tasks.id, value('id')))),
);

const clearStage = sqlStatement<{ id: string }>(
  'tasks.clear_stage',
  () => sql`update ${tasks} set stage_id = null where studio_id = ${value('studioId')}::uuid and project_id = ${value('projectId')}::uuid
    and stage_id = ${value('stageId')}::uuid returning id`,
);

const lockHandovers = sqlStatement(
  'tasks.lock_handovers',
  () => sql`select pg_advisory_xact_lock(hashtextextended('handover ' || ${value('studioId')}::text, 0))`,
);

/** Sorts before every place. */
const START: Place = { id: '00000000-0000-0000-0000-000000000000', position: '' };

/** The SQL of tasks, as far as the viewer sees. */
export type TaskRepository = ReturnType<typeof taskRepository>;

/** The SQL of tasks for one request or use case. */
export function taskRepository(access: Access) {
  const { session, studioId, reach } = access;
  const { person } = reach;
  const loader = rowLoader((ids) => session.run(byIds[reach.kind], { studioId, person, ids }));

  return {
    ...taskLists(access),

    /** Tasks of all projects that the viewer sees, by due day. */
    duePage: (filter: TaskFilter, after: DueKey | null, limit: number, columns: Columns): Promise<Task[]> =>
      duePage(access, filter, after, limit, columns),

    /** How many `duePage` has in all; 100 where there are more. */
    dueCount: (filter: TaskFilter): Promise<number> => dueCount(access, filter),

    /** The task, or null when there is none or the viewer does not see it. */
    byId: loader.one,

    /** As `byId`, in the order of the ids. */
    byIds: loader.all,

    /** As `byId`, read anew and kept from being changed by others until the transaction ends. Lock its project first. */
    async lock(id: string): Promise<Task | null> {
      const [row] = await session.run(lock[reach.kind], { studioId, person, id });
      return row ?? null;
    },

    /** Waits until nobody else hands the tasks of a member of this studio over; until the transaction ends. */
    async lockHandovers(): Promise<void> {
      await session.run(lockHandovers, { studioId });
    },

    /** False when the studio has a thing with this id already. */
    async insert(task: Task): Promise<boolean> {
      const rows = await session.run(insert, { ...task });
      return rows.length === 1;
    },

    async save(task: Task): Promise<void> {
      await session.run(save, { ...task, checklistJson: JSON.stringify(task.checklist) });
    },

    /** The task at the bottom of a project, another one than `movedId`. */
    async last(projectId: string, movedId: string | null): Promise<Place | null> {
      const rows = await session.run(last, { studioId, projectId });
      return rows.find((row) => row.id !== movedId) ?? null;
    },

    /**
     * A place directly behind `after` (null: at the top), and who follows there now. Reads a few neighbours, never a column.
     * Lock the project first: places in one project are given out one by one.
     */
    async makeRoom(projectId: string, movedId: string, after: Place | null): Promise<Placing & { next: Place | undefined }> {
      const { id, position } = after ?? START;
      for (let limit = NEIGHBOURS; ; limit *= 8) {
        const rows = await session.run(following, { studioId, projectId, movedId, position, afterId: id, limit });
        const placing = placeAfter(after, rows, rows.length < limit);
        if (placing) return { ...placing, next: rows[0] };
      }
    },

    /** Gives neighbours new keys; each as it was and as it is. Their order stays, and so does their `placeVersion`. */
    async rekey(places: Placing['rekeyed']): Promise<[before: Task, after: Task][]> {
      if (places.length === 0) return [];
      const ids = places.map((place) => place.id);
      const rows = await session.run(rekey, { studioId, ids, positions: places.map((place) => place.position) });
      const before = new Map(places.map((place) => [place.id, place.before]));
      return rows.map((row) => [{ ...row, position: before.get(row.id) ?? row.position }, row]);
    },

    /** Deletes a task with what was said about it. */
    async remove(id: string): Promise<void> {
      await session.run(remove, { studioId, id });
    },

    /** Takes the tasks of a stage out of it, because it goes. */
    async clearStage(projectId: string, stageId: string): Promise<void> {
      await session.run(clearStage, { studioId, projectId, stageId });
    },
  };
}
