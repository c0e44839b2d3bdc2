import { forbidden } from '@atelier/service-kit/errors';
import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import type { Kit } from '@atelier/service-kit/subgraph';
import { z } from 'zod';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import { purgeAt } from '../projects/project.ts';
import { systemWrite } from '../store.ts';
import { personBehind } from '../tasks/open-task.ts';
import { isSamePerson, personOf } from '../tasks/task.ts';
import type { Comment } from './comment.ts';
import { openComment, recordComment } from './open-comment.ts';

/** The job that deletes the words of a comment for good; one is planned each time a comment is deleted. */
export const COMMENT_PURGE = 'comment.purge';

/** How long a deleted comment can be taken back, in days. */
const KEPT_DAYS = 30;

/** How something that was said is deleted and taken back. Repeating it changes nothing. */
export function deleteComments({ viewer, store }: UseCases) {
  /** @throws FORBIDDEN for who neither said it nor moderates. */
  function requireOwn(comment: Comment): void {
    if (permissions.allows(viewer, 'comment.moderate')) return;
    if (isSamePerson(personOf(comment.authorKind, comment.authorId), personBehind(viewer))) return;
    throw forbidden('Only who said it, or who runs the studio, can delete it or take it back.');
  }

  async function remove(id: string, deleted: boolean): Promise<Comment> {
    permissions.require(viewer, 'comment.write');
    return store.write(async (unit) => {
      const { comment, ...talk } = await openComment(unit, id);
      requireOwn(comment);
      if (deleted === (comment.deletedAt !== null)) return comment;
      const changed = { ...comment, deletedAt: deleted ? unit.now : null };
      await unit.comments.save(changed);
      if (deleted) {
        const { studioId } = comment;
        const runAt = purgeAt(unit.now, KEPT_DAYS);
        await addJob(unit.tx, 'projects', COMMENT_PURGE, { studioId, id }, { runAt, key: `${COMMENT_PURGE}:${studioId}:${id}` });
      }
      await recordComment(unit, deleted ? 'comment.deleted' : 'comment.restored', talk, comment, changed);
      return changed;
    });
  }

  return {
    /** Deletes a comment: it is dropped from every screen, and its words are kept for 30 days. */
    delete: (id: string): Promise<Comment> => remove(id, true),

    /** Takes a deleted comment back. */
    restore: (id: string): Promise<Comment> => remove(id, false),
  };
}

const payloadShape = z.object({ studioId: z.string(), id: z.string() });

/** Deletes a comment for good, unless it was taken back (or deleted anew) meanwhile. */
export function purgeComment(kit: Kit): TaskHandler {
  return async (payload) => {
    const { studioId, id } = payloadShape.parse(payload);
    await systemWrite(kit, studioId, async (unit) => {
      const comment = await unit.comments.lock(id);
      if (comment?.deletedAt && purgeAt(comment.deletedAt, KEPT_DAYS) <= unit.now) await unit.comments.remove(id);
    });
  };
}
