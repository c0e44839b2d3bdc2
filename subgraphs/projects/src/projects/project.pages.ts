import { anyOf, type Columns, columnsBut, columnsOf, listOf, type Statement, sqlStatement, statement } from '@atelier/service-kit/database';
import { and, desc, eq, ilike, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { byReach, type ReachKind, reachableProject } from '../access.ts';
import type { Access } from '../store.ts';
import { projects } from './project.table.ts';
import type { Project, ProjectStatus } from './project.ts';

/** Which list: work that goes on, the archive or the trash. */
export type Shelf = 'open' | 'archived' | 'trashed';

/** Narrows a list of projects; null does not. */
export interface ProjectFilter {
  shelf: Shelf;
  text: string | null;
  status: readonly ProjectStatus[] | null;
  clientId: string | null;
}

/** The sort key of a project: lists begin with the one that changed last. `at` is ISO 8601. */
export interface ProjectKey {
  at: string;
  id: string;
}

/** Sorts before every project: where a list begins. */
const TOP: ProjectKey = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

const value = sql.placeholder;

const afterKey = (at: SQL, id: SQL) => sql`(${projects.updatedAt}, ${projects.id}) < (${at}, ${id})`;

const onShelf: Record<Shelf, SQL | undefined> = {
  open: and(isNull(projects.archivedAt), isNull(projects.trashedAt)),
  archived: and(isNotNull(projects.archivedAt), isNull(projects.trashedAt)),
  trashed: isNotNull(projects.trashedAt),
};

/** What of a filter makes another SQL text; the values come at each run. */
interface Shape {
  kind: ReachKind;
  shelf: Shelf;
  text: boolean;
  status: boolean;
  client: boolean;
}

const shapeOf = (kind: ReachKind, filter: ProjectFilter): Shape => ({
  kind,
  shelf: filter.shelf,
  text: filter.text !== null,
  status: filter.status !== null,
  client: filter.clientId !== null,
});

const matching = (shape: Shape): SQL | undefined =>
  and(
    eq(projects.studioId, value('studioId')),
    onShelf[shape.shelf],
    reachableProject(shape.kind),
    shape.client ? eq(projects.clientId, value('clientId')) : undefined,
    // No index: a rare text is looked for in the names of the whole studio, which an index scan in the list's order bounds to it.
    shape.text ? ilike(projects.name, value('text')) : undefined,
  );

/** One statement for each shape, made when first needed. */
function byShape<R>(what: string, build: (name: string, shape: Shape) => Statement<R>): (shape: Shape) => Statement<R> {
  const made = new Map<string, Statement<R>>();
  return (shape) => {
    const { kind, shelf, text, status, client } = shape;
    const name = `projects.${what}.${kind}.${shelf}${text ? '.text' : ''}${status ? '.status' : ''}${client ? '.client' : ''}`;
    const known = made.get(name) ?? build(name, shape);
    made.set(name, known);
    return known;
  };
}

/** What a line of a list shows. */
const LISTED: readonly (keyof Project)[] = ['id', 'name', 'status', 'clientId', 'dueOn', 'currentStageId', 'updatedAt'];

const LIMIT = sql`limit ${value('limit')}::int`;

/** Each status is read in its own index order, so that a rare one costs what a common one does. */
const pagesOf = (columns: Columns) => (name: string, shape: Shape) => {
  const selected = columns === 'all' ? columnsOf(projects) : columnsOf(projects, LISTED);
  const page = (status: SQL | undefined) => sql`select ${selected} from ${projects}
    where ${and(matching(shape), status, afterKey(sql`${value('afterAt')}::timestamptz`, sql`${value('afterId')}::uuid`))}
    order by ${projects.updatedAt} desc, ${projects.id} desc ${LIMIT}`;
  const build = () =>
    shape.status
      ? sql`select page.* from unnest(${listOf('status', 'text')}) as wanted(status)
          cross join lateral (${page(sql`${projects.status} = wanted.status`)}) page order by page."updatedAt" desc, page.id desc ${LIMIT}`
      : page(undefined);
  return sqlStatement<Project>(name, build, columns === 'all' ? [] : columnsBut(projects, LISTED));
};

const pages = { all: byShape('page', pagesOf('all')), listed: byShape('page_listed', pagesOf('listed')) };

const counts = byShape('count', (name, shape) =>
  statement(name, (db) =>
    db
      .select({ count: sql<number>`count(*)::int` })
      .from(projects)
      .where(and(matching(shape), shape.status ? anyOf(projects.status, 'status') : undefined)),
  ),
);

const likeText = (text: string | null): string | null => (text === null ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`);

/** Rows of a list after a key. */
export async function projectPage(
  { session, studioId, reach }: Access,
  filter: ProjectFilter,
  after: ProjectKey | null,
  limit: number,
  columns: Columns,
): Promise<Project[]> {
  const { at, id } = after ?? TOP;
  return session.run(pages[columns](shapeOf(reach.kind, filter)), {
    studioId,
    person: reach.person,
    clientId: filter.clientId,
    text: likeText(filter.text),
    status: filter.status && [...new Set(filter.status)],
    afterAt: at,
    afterId: id,
    limit,
  });
}

const countOfClients = byReach('projects.count_of_clients', (db, kind) =>
  db
    .select({ clientId: projects.clientId, count: sql<number>`count(*)::int` })
    .from(projects)
    .where(and(eq(projects.studioId, value('studioId')), anyOf(projects.clientId, 'clientIds'), onShelf.open, reachableProject(kind)))
    .groupBy(projects.clientId),
);

/** A page of one client's projects. */
export interface ClientPage {
  clientId: string;
  after: ProjectKey | null;
  limit: number;
}

const ofClients = byReach('projects.of_clients', (db, kind) =>
  db
    .select()
    .from(projects)
    .where(
      and(
        eq(projects.studioId, value('studioId')),
        sql`${projects.id} in (
          select page.id
          from unnest(${listOf('clientIds', 'uuid')}, ${listOf('ats', 'timestamptz')}, ${listOf('ids', 'uuid')}, ${listOf('limits', 'int')})
            as wanted(client_id, at, id, size)
          cross join lateral (
            select ${projects.id} as id from ${projects}
            where ${and(
              eq(projects.studioId, value('studioId')),
              sql`${projects.clientId} = wanted.client_id`,
              onShelf.open,
              reachableProject(kind),
              afterKey(sql`wanted.at`, sql`wanted.id`),
            )}
            order by ${projects.updatedAt} desc, ${projects.id} desc limit wanted.size
          ) page)`,
      ),
    )
    .orderBy(desc(projects.updatedAt), desc(projects.id)),
);

/** The pages of many clients by one statement, in the order of `pages`. */
export async function clientPages({ session, studioId, reach }: Access, pages: readonly ClientPage[]): Promise<Project[][]> {
  const starts = pages.map((page) => page.after ?? TOP);
  const rows = await session.run(ofClients[reach.kind], {
    studioId,
    person: reach.person,
    clientIds: pages.map((page) => page.clientId),
    ats: starts.map((start) => start.at),
    ids: starts.map((start) => start.id),
    limits: pages.map((page) => page.limit),
  });
  return pages.map(({ clientId, after, limit }) => rows.filter((row) => row.clientId === clientId && isAfter(row, after)).slice(0, limit));
}

const isAfter = (row: Project, key: ProjectKey | null): boolean => {
  if (key === null) return true;
  const at = row.updatedAt.toISOString();
  return at < key.at || (at === key.at && row.id < key.id);
};

/** How many projects each client has. */
export async function clientCounts({ session, studioId, reach }: Access, clientIds: readonly string[]): Promise<number[]> {
  const rows = await session.run(countOfClients[reach.kind], { studioId, person: reach.person, clientIds });
  const found = new Map(rows.map((row) => [row.clientId, row.count]));
  return clientIds.map((id) => found.get(id) ?? 0);
}

/** How many projects a list has in all. */
export async function projectCount({ session, studioId, reach }: Access, filter: ProjectFilter): Promise<number> {
  const [row] = await session.run(counts(shapeOf(reach.kind, filter)), {
    studioId,
    person: reach.person,
    clientId: filter.clientId,
    text: likeText(filter.text),
    status: filter.status,
  });
  return row?.count ?? 0;
}
