import { columnsOf } from '@atelier/service-kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { tasks } from './task.table.ts';
import type { Person, TaskStatus } from './task.ts';

/** Which tasks: work that goes on, the archive or the trash. */
export type Shelf = 'open' | 'archived' | 'trashed';

/** Narrows a list of tasks; null does not. */
export interface TaskFilter {
  shelf: Shelf;
  /** Part of the title. */
  text: string | null;
  statuses: readonly TaskStatus[] | null;
  stageId: string | null;
  assignee: Person | null;
  dueBefore: string | null;
}

const value = sql.placeholder;

/** On which shelf a row lies, as text that the planner can compare with the indexes' conditions. */
export const onShelf: Record<Shelf, SQL> = {
  open: sql`tasks.archived_at is null and tasks.trashed_at is null`,
  archived: sql`tasks.archived_at is not null and tasks.trashed_at is null`,
  trashed: sql`tasks.trashed_at is not null`,
};

/** The day by which lists are ordered: a task without one comes last. The text of the indexes in task.table.ts. */
export const DUE = sql`(case when tasks.due_on is null then 'infinity'::date else tasks.due_on end)`;

/** Whether a filter looks for a text, a stage or a person: what few lists do, and all others need not pay for. */
export const isSearch = (filter: TaskFilter): boolean => filter.text !== null || filter.stageId !== null || filter.assignee !== null;

const searched = sql`(${value('text')}::text is null or tasks.title ilike ${value('text')}::text)
  and (${value('stageId')}::uuid is null or tasks.stage_id = ${value('stageId')}::uuid)
  and (${value('assigneeId')}::uuid is null
    or (tasks.assignee_id = ${value('assigneeId')}::uuid and tasks.assignee_kind = ${value('assigneeKind')}::text))`;

/** What a filter asks beside the shelf; one text for all searches and one for all else, so that each is prepared once. Values: `filterValues`. */
export const matching = (
  search: boolean,
): SQL => sql`(${value('statuses')}::text[] is null or tasks.status = any(${value('statuses')}::text[]))
  and ${DUE} <= ${value('dueUntil')}::date and ${search ? searched : sql`true`}`;

/** The values of `matching`. */
export const filterValues = (filter: TaskFilter) => ({
  text: filter.text === null ? null : `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`,
  statuses: filter.statuses,
  stageId: filter.stageId,
  assigneeId: filter.assignee?.id ?? null,
  assigneeKind: filter.assignee?.kind ?? null,
  dueUntil: filter.dueBefore ?? 'infinity',
});

/** A task's columns under the names that rules use. */
export const COLUMNS: SQL = columnsOf(tasks);
