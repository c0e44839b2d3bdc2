import { anyOf, columnsOf, listOf, type Statement, sqlStatement, statement } from '@atelier/service-kit/database';
import { rowLoader } from '@atelier/service-kit/row-loader';
import DataLoader from 'dataloader';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { byReach, type ReachKind } from '../access.ts';
import type { Access } from '../store.ts';
import { visibleComment } from './comment.access.ts';
import { comments } from './comment.table.ts';
import type { Comment } from './comment.ts';

/** What is talked about. */
export type Topic = 'task' | 'project';

/** The sort key of a comment: the oldest first. `at` is ISO 8601. */
export interface CommentKey {
  at: string;
  id: string;
}

const FIRST: CommentKey = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

const value = sql.placeholder;

const byIds = byReach('comments.by_ids', (db, kind) =>
  db
    .select()
    .from(comments)
    .where(and(eq(comments.studioId, value('studioId')), anyOf(comments.id, 'ids'), visibleComment(kind))),
);

// Weaker than `update`, and enough: who changes a comment holds its project's lock already.
const lock = byReach('comments.lock', (db, kind) =>
  db
    .select()
    .from(comments)
    .where(and(eq(comments.studioId, value('studioId')), eq(comments.id, value('id')), visibleComment(kind)))
    .for('no key update'),
);

const insert = statement('comments.insert', (db) =>
  db
    .insert(comments)
    .values({
      studioId: value('studioId'),
      id: value('id'),
      projectId: value('projectId'),
      taskId: value('taskId'),
      authorKind: value('authorKind'),
      authorId: value('authorId'),
      body: value('body'),
      mentions: value('mentions'),
      visibility: value('visibility'),
      createdAt: value('createdAt'),
      editedAt: value('editedAt'),
      deletedAt: value('deletedAt'),
    })
    .onConflictDoNothing()
    .returning({ id: comments.id }),
);

const save = sqlStatement<{ id: string }>(
  'comments.save',
  () => sql`update ${comments} set body = ${value('body')}, mentions = ${value('mentionsJson')}::jsonb, visibility = ${value('visibility')},
    edited_at = ${value('editedAt')}::timestamptz, deleted_at = ${value('deletedAt')}::timestamptz
    where studio_id = ${value('studioId')}::uuid and id = ${value('id')}::uuid returning id`,
);

const remove = statement('comments.remove', (db) =>
  db.delete(comments).where(and(eq(comments.studioId, value('studioId')), eq(comments.id, value('id')))),
);

const COLUMNS = columnsOf(comments);

/** What is said about a topic; each has an index in the order of reading. */
const about: Record<Topic, { of: SQL; where: SQL }> = {
  task: { of: sql`comments.task_id`, where: sql`comments.deleted_at is null` },
  project: { of: sql`comments.project_id`, where: sql`comments.task_id is null and comments.deleted_at is null` },
};

const page = (topic: Topic, kind: ReachKind): SQL => sql`select wanted.at::int, page.*
  from unnest(${listOf('topicIds', 'uuid')}, ${listOf('ats', 'timestamptz')}, ${listOf('ids', 'uuid')}, ${listOf('sizes', 'int')})
    with ordinality as wanted(topic_id, said_at, id, size, at)
  cross join lateral (select ${COLUMNS} from ${comments}
    where comments.studio_id = ${value('studioId')}::uuid and ${about[topic].of} = wanted.topic_id and ${about[topic].where}
      and ${visibleComment(kind) ?? sql`true`} and (comments.created_at, comments.id) > (wanted.said_at, wanted.id)
    order by comments.created_at, comments.id limit wanted.size) page
  order by wanted.at, page."createdAt", page.id`;

const count = (topic: Topic, kind: ReachKind): SQL => sql`select ${about[topic].of} as id, count(*)::int as count from ${comments}
  where comments.studio_id = ${value('studioId')}::uuid and ${about[topic].of} = any(${value('topicIds')}::uuid[])
    and ${about[topic].where} and ${visibleComment(kind) ?? sql`true`}
  group by ${about[topic].of}`;

function forEach<Row>(what: string, build: (topic: Topic, kind: ReachKind) => SQL): Record<Topic, Record<ReachKind, Statement<Row[]>>> {
  const one = (topic: Topic, kind: ReachKind) => sqlStatement<Row>(`comments.${what}.${topic}.${kind}`, () => build(topic, kind));
  const each = (topic: Topic) => ({ all: one(topic, 'all'), granted: one(topic, 'granted'), shared: one(topic, 'shared') });
  return { task: each('task'), project: each('project') };
}

const pages = forEach<Comment & { at: number }>('page', page);
const counts = forEach<{ id: string; count: number }>('count', count);

/** The SQL of comments, as far as the viewer sees. */
export type CommentRepository = ReturnType<typeof commentRepository>;

/** A page of what is said about one task or project. */
interface CommentPage {
  topicId: string;
  after: CommentKey | null;
  limit: number;
}

/** The SQL of comments for one request or use case. */
export function commentRepository({ session, studioId, reach }: Access) {
  const { kind, person } = reach;
  const scope = { studioId, person };

  const loader = rowLoader((ids) => session.run(byIds[kind], { ...scope, ids }));

  const pageLoader = (topic: Topic) =>
    new DataLoader<CommentPage, Comment[]>(
      async (wanted) => {
        const starts = wanted.map((one) => one.after ?? FIRST);
        const rows = await session.run(pages[topic][kind], {
          ...scope,
          topicIds: wanted.map((one) => one.topicId),
          ats: starts.map((start) => start.at),
          ids: starts.map((start) => start.id),
          sizes: wanted.map((one) => one.limit),
        });
        const found = wanted.map((): Comment[] => []);
        for (const { at, ...comment } of rows) found[at - 1]?.push(comment);
        return found;
      },
      { cache: false },
    );

  const countLoader = (topic: Topic) =>
    new DataLoader<string, number>(async (topicIds) => {
      const rows = await session.run(counts[topic][kind], { ...scope, topicIds: [...topicIds] });
      const found = new Map(rows.map((row) => [row.id, row.count]));
      return topicIds.map((id) => found.get(id) ?? 0);
    });

  const pageLoaders = { task: pageLoader('task'), project: pageLoader('project') };
  const countLoaders = { task: countLoader('task'), project: countLoader('project') };

  return {
    /** The comment, deleted or not; null when there is none or the viewer does not see it. */
    byId: loader.one,

    /** As `byId`, in the order of the ids. */
    byIds: loader.all,

    /** As `byId`, read anew and kept from being changed by others until the transaction ends. Lock its project first. */
    async lock(id: string): Promise<Comment | null> {
      const [row] = await session.run(lock[kind], { ...scope, id });
      return row ?? null;
    },

    /** What is said about a task or about a project as a whole, the oldest first; without what was deleted. */
    page: (topic: Topic, topicId: string, after: CommentKey | null, limit: number): Promise<Comment[]> =>
      pageLoaders[topic].load({ topicId, after, limit }),

    /** How many comments `page` has in all. */
    count: (topic: Topic, topicId: string): Promise<number> => countLoaders[topic].load(topicId),

    /** False when the studio has a thing with this id already. */
    async insert(comment: Comment): Promise<boolean> {
      const rows = await session.run(insert, { ...comment });
      return rows.length === 1;
    },

    /** Deletes a comment for good. */
    async remove(id: string): Promise<void> {
      await session.run(remove, { studioId, id });
    },

    async save(comment: Comment): Promise<void> {
      await session.run(save, { ...comment, mentionsJson: JSON.stringify(comment.mentions) });
    },
  };
}
