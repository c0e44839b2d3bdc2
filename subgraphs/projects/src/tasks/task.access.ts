import { and, eq, exists, isNull, type SQL, sql } from 'drizzle-orm';
import { type PgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import { inReachableProject, type ReachKind } from '../access.ts';
import { tasks } from './task.table.ts';

const inner = new QueryBuilder();

/** Condition on `tasks`: the viewer sees the row. A contact sees what is not team-only and not in the trash. */
export function visibleTask(kind: ReachKind): SQL | undefined {
  const forClient = kind === 'shared' ? and(eq(tasks.visibility, 'CLIENT'), isNull(tasks.trashedAt)) : undefined;
  return and(inReachableProject(kind, tasks.studioId, tasks.projectId), forClient);
}

/** Condition on things that may be about a task: there is no task, or a contact sees it. */
export function onVisibleTask(studioId: PgColumn, taskId: PgColumn): SQL {
  const seen = inner
    .select({ one: sql`1` })
    .from(tasks)
    .where(and(eq(tasks.studioId, studioId), eq(tasks.id, taskId), eq(tasks.visibility, 'CLIENT'), isNull(tasks.trashedAt)));
  return sql`(${taskId} is null or ${exists(seen)})`;
}
