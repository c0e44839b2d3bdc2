import type { Audience } from '@atelier/service-kit/activity';
import { notFound } from '@atelier/service-kit/errors';
import { audienceOf } from '../events.ts';
import { type Project, refuseInTrash } from '../projects/project.ts';
import type { Unit } from '../store.ts';
import type { Task } from '../tasks/task.ts';
import type { Comment } from './comment.ts';

/** What is talked about: a project, and one of its tasks or none. */
export interface Talk {
  project: Project;
  task: Task | null;
}

/** A comment that is about to be changed, with what it is about; the project is locked first, then the comment. @throws NOT_FOUND */
export async function openComment(unit: Unit, id: string): Promise<Talk & { comment: Comment }> {
  const seen = await unit.comments.byId(id);
  if (seen === null) throw notFound();
  const talk = await openTalk(unit, seen.projectId, seen.taskId);
  const comment = await unit.comments.lock(id);
  if (comment === null) throw notFound();
  return { ...talk, comment };
}

/** What somebody is about to talk of; its project is locked, so that what is seen now holds. @throws NOT_FOUND where the viewer does not see it. */
export async function openTalk(unit: Unit, projectId: string, taskId: string | null): Promise<Talk> {
  const project = await unit.projects.lock(projectId);
  if (project === null) throw notFound();
  refuseInTrash(project);
  const task = taskId === null ? null : await unit.tasks.byId(taskId);
  if (taskId !== null && task?.projectId !== projectId) throw notFound();
  return { project, task };
}

/** Who sees a comment: on a team-only task nobody but the team, whatever it says itself. */
export function audienceOfComment(comment: Comment, task: Task | null): readonly Audience[] {
  if (comment.deletedAt !== null || (task !== null && task.trashedAt !== null)) return [];
  return audienceOf(task?.visibility === 'TEAM' ? 'TEAM' : comment.visibility);
}

/** Writes what became of a comment, never its words: they end when the comment does. `before` is null for a new one. */
export async function recordComment(
  unit: Unit,
  verb: string,
  { task }: Talk,
  before: Comment | null,
  after: Comment,
  event?: { type: string; data: Record<string, unknown> },
): Promise<void> {
  const isShownOtherwise = before !== null && before.visibility !== after.visibility;
  await unit.record({
    projectId: after.projectId,
    entity: { typename: 'Comment', id: after.id },
    verb,
    name: '',
    taskId: after.taskId,
    before: isShownOtherwise ? { visibility: before.visibility } : null,
    after: isShownOtherwise || before === null ? { visibility: after.visibility } : null,
    audienceBefore: before === null ? [] : audienceOfComment(before, task),
    audienceAfter: audienceOfComment(after, task),
    ...(event ? { event } : {}),
  });
}
