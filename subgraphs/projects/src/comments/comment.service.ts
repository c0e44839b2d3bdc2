import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import { z } from 'zod';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import type { PageArgs } from '../projects/project.service.ts';
import type { Project } from '../projects/project.ts';
import { personBehind } from '../tasks/open-task.ts';
import { isSamePerson, personOf, type Task } from '../tasks/task.ts';
import type { CommentKey, Topic } from './comment.repository.ts';
import type { Comment } from './comment.ts';
import { deleteComments } from './delete-comment.ts';
import { writeComments } from './write-comment.ts';

const cursors = cursorCodec<CommentKey>('comments:1', z.object({ at: z.iso.datetime(), id: z.guid() }));
const cursorOf = (comment: Comment): string => cursors.encode({ at: comment.createdAt.toISOString(), id: comment.id });

/** The use cases of comments. */
export type CommentService = ReturnType<typeof commentService>;

/** The use cases of comments for one request. */
export function commentService(useCases: UseCases) {
  const { viewer, store } = useCases;

  async function pageOf(topic: Topic, id: string, page: PageArgs): Promise<Connection<Comment>> {
    permissions.require(viewer, 'comment.read');
    const first = pageSize(page.first, 50);
    const rows = await store.read.comments.page(topic, id, cursors.decode(page.after), first + 1);
    return connectionOf({ rows, first, after: page.after, cursor: cursorOf, totalCount: () => store.read.comments.count(topic, id) });
  }

  return {
    ...writeComments(useCases),
    ...deleteComments(useCases),

    /** The comments in the order of their ids, deleted or not; null for what the viewer does not see. */
    async findAll(ids: readonly string[]): Promise<(Comment | null)[]> {
      permissions.require(viewer, 'comment.read');
      return store.read.comments.byIds(ids);
    },

    /** What was said about a project as a whole, the oldest first. */
    ofProject: ({ id }: Pick<Project, 'id'>, page: PageArgs): Promise<Connection<Comment>> => pageOf('project', id, page),

    /** What was said about a task, the oldest first; asked for under a list of tasks, all pages are one statement. */
    ofTask: ({ id }: Pick<Task, 'id'>, page: PageArgs): Promise<Connection<Comment>> => pageOf('task', id, page),

    /** How many comments on a task the viewer sees. */
    async countOfTask({ id }: Pick<Task, 'id'>): Promise<number> {
      permissions.require(viewer, 'comment.read');
      return store.read.comments.count('task', id);
    },

    /** Whether the viewer may change or delete it: its author, or (delete only) who moderates. */
    canUpdate: (comment: Comment): boolean =>
      permissions.allows(viewer, 'comment.moderate') ||
      (permissions.allows(viewer, 'comment.write') && isSamePerson(personOf(comment.authorKind, comment.authorId), personBehind(viewer))),
  };
}
