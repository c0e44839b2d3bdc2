import { and, eq, type SQL, sql } from 'drizzle-orm';
import { inReachableProject, type ReachKind } from '../access.ts';
import { onVisibleTask } from '../tasks/task.access.ts';
import { comments } from './comment.table.ts';

/**
 * Condition on `comments`: the viewer sees the row. A contact sees what is not team-only, on tasks that are not; of what was
 * deleted only their own, to take it back.
 */
export function visibleComment(kind: ReachKind): SQL | undefined {
  const ownOrThere = sql`(${comments.deletedAt} is null or ${comments.authorId} = ${sql.placeholder('person')})`;
  const forClient =
    kind === 'shared' ? and(eq(comments.visibility, 'CLIENT'), ownOrThere, onVisibleTask(comments.studioId, comments.taskId)) : undefined;
  return and(inReachableProject(kind, comments.studioId, comments.projectId), forClient);
}
