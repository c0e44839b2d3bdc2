import { badInput, forbidden, type InvalidInput, notFound } from '@atelier/service-kit/errors';
import { uuidv7 } from '@atelier/service-kit/ids';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import { personBehind, refuseTrashedTask } from '../tasks/open-task.ts';
import { assigneeOf, isSamePerson, type Person, personOf, type Visibility } from '../tasks/task.ts';
import { type Comment, checkBody, checkMentions, type Mentioned, newlyMentioned, visibilityOf } from './comment.ts';
import { resolveMentions } from './mentions.ts';
import { openComment, openTalk, recordComment, type Talk } from './open-comment.ts';

/** What somebody says. Plain uuids; `id` is the client's own, or null. */
export interface NewComment {
  id: string | null;
  projectId: string;
  taskId: string | null;
  body: string;
  visibility?: Visibility | null;
}

/** How something is said, and said otherwise. */
export function writeComments(useCases: UseCases) {
  const { viewer, store } = useCases;
  const isContact = viewer.kind === 'contact';

  /** @throws FORBIDDEN: what a contact says is seen by all. */
  function refuseHiding(visibility: Visibility | null | undefined): void {
    if (isContact && visibility === 'TEAM') throw forbidden('What you say here is seen by the studio and by all who were let in.');
  }

  const around = ({ project, task }: Talk) => ({ taskVisibility: task?.visibility ?? null, newIsTeamOnly: project.newIsTeamOnly });

  const eventOf = (comment: Comment, { task }: Talk, mentioned: readonly Person[], actor: Person | null) => ({
    type: mentioned.length > 0 ? 'comment.mentioned' : 'comment.added',
    data: {
      commentId: comment.id,
      taskId: comment.taskId,
      projectId: comment.projectId,
      mentioned,
      visibility: comment.visibility,
      assignee: task === null ? null : assigneeOf(task),
      actor,
    },
  });

  return {
    /** Says something. A repeat with the same id by the same person gives what was said. */
    async create(input: NewComment): Promise<Comment | InvalidInput> {
      permissions.require(viewer, 'comment.write');
      refuseHiding(input.visibility);
      const wrong = checkBody(input.body);
      if (wrong) return wrong;
      if ((await store.read.projects.byId(input.projectId)) === null) throw notFound();
      const mentioned = await resolveMentions(useCases, input.projectId, input.body);
      if ('__typename' in mentioned) return mentioned;
      return store.write(async (unit) => {
        const talk = await openTalk(unit, input.projectId, input.taskId);
        if (talk.task) refuseTrashedTask(talk.task);
        const visibility = visibilityOf(input.visibility, isContact, around(talk));
        if (typeof visibility === 'object') return visibility;
        const wrongMention = checkMentions(mentioned, visibility);
        if (wrongMention) return wrongMention;
        const author = personBehind(viewer);
        const comment: Comment = {
          studioId: store.studioId,
          id: input.id ?? uuidv7(unit.now.getTime()),
          projectId: input.projectId,
          taskId: input.taskId,
          authorKind: author?.kind ?? null,
          authorId: author?.id ?? null,
          body: input.body,
          mentions: peopleIn(mentioned),
          visibility,
          createdAt: unit.now,
          editedAt: null,
          deletedAt: null,
        };
        if (await unit.comments.insert(comment)) {
          await recordComment(unit, 'comment.created', talk, null, comment, eventOf(comment, talk, comment.mentions, author));
          return comment;
        }
        const taken = await unit.comments.byId(comment.id);
        if (taken === null || !isSamePerson(personOf(taken.authorKind, taken.authorId), author)) {
          throw badInput('This id is taken. Make another one.', ['input', 'id']);
        }
        return taken;
      });
    },

    /** Changes what the viewer said, or who sees it. @throws FORBIDDEN for what somebody else said. */
    async update(id: string, body: string | null, asked: Visibility | null): Promise<Comment | InvalidInput> {
      permissions.require(viewer, 'comment.write');
      refuseHiding(asked);
      const wrong = body === null ? null : checkBody(body);
      if (wrong) return wrong;
      const seen = await store.read.comments.byId(id);
      if (seen === null) throw notFound();
      const author = personBehind(viewer);
      if (!isSamePerson(personOf(seen.authorKind, seen.authorId), author)) throw forbidden('Only who said it can change it.');
      const mentioned = await resolveMentions(useCases, seen.projectId, body ?? seen.body);
      // People who left since are no reason to refuse a change of who sees it.
      if ('__typename' in mentioned && body !== null) return mentioned;
      return store.write(async (unit) => {
        const { comment, ...talk } = await openComment(unit, id);
        if (comment.deletedAt !== null) throw badInput('This comment was deleted. Take it back first.');
        const visibility = visibilityOf(asked ?? comment.visibility, isContact, around(talk));
        // A task that was made team-only hides its comments without changing them.
        const kept = typeof visibility === 'object' && asked === null ? comment.visibility : visibility;
        if (typeof kept === 'object') return kept;
        const wrongMention = '__typename' in mentioned ? null : checkMentions(mentioned, kept);
        if (wrongMention) return wrongMention;
        if ((body ?? comment.body) === comment.body && kept === comment.visibility) return comment;
        const mentions = '__typename' in mentioned ? comment.mentions : peopleIn(mentioned);
        const changed: Comment = { ...comment, body: body ?? comment.body, mentions, visibility: kept, editedAt: unit.now };
        await unit.comments.save(changed);
        const called = newlyMentioned(comment.mentions, mentions);
        await recordComment(
          unit,
          'comment.updated',
          talk,
          comment,
          changed,
          called.length > 0 ? eventOf(changed, talk, called, author) : undefined,
        );
        return changed;
      });
    },
  };
}

const peopleIn = (mentioned: readonly Mentioned[]): Person[] => mentioned.map(({ kind, id }) => ({ kind, id }));
