import { and, eq, type SQL, sql } from 'drizzle-orm';
import { inReachableProject, type ReachKind } from '../access.ts';
import { onVisibleTask } from '../tasks/task.access.ts';
import { comments } from './comment.table.ts';

/** Condition on `comments`: the viewer sees the row. A contact sees what is not team-only, on tasks that are not. */
export function visibleComment(kind: ReachKind): SQL | undefined {
  const forClient =
    kind === 'shared'
      ? and(eq(comments.visibility, 'CLIENT'), sql`${comments.deletedAt} is null`, onVisibleTask(comments.studioId, comments.taskId))
      : undefined;
  return and(inReachableProject(kind, comments.studioId, comments.projectId), forClient);
}
