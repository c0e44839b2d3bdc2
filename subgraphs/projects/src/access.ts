import { type DrizzleBuilder, type PreparableQuery, type Statement, statement } from '@atelier/service-kit/database';
import { notFound } from '@atelier/service-kit/errors';
import type { Viewer } from '@atelier/service-kit/viewer';
import { and, eq, exists, isNull, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { projectGrants, projectShares } from './grants/grant.table.ts';
import { projects } from './projects/project.table.ts';

/** How far the viewer sees: the whole studio, what was granted to a guest, or what was shared with a client's contact. */
export type ReachKind = 'all' | 'granted' | 'shared';

/** The viewer's reach; `person` is the guest's membership or the contact, else null. Plain uuids. */
export interface Reach {
  kind: ReachKind;
  person: string | null;
}

/** How far a viewer sees. @throws NOT_FOUND for whoever is in no studio: services have asked the permission table before. */
export function reachOf(viewer: Viewer): Reach {
  switch (viewer.kind) {
    case 'contact':
      return { kind: 'shared', person: viewer.contactId };
    case 'service':
      return { kind: 'all', person: null };
    case 'user':
    case 'apiKey':
      if (viewer.studio === null) throw notFound();
      return viewer.studio.role === 'guest' ? { kind: 'granted', person: viewer.studio.memberId } : { kind: 'all', person: null };
    default:
      throw notFound();
  }
}

/** One statement for each kind of reach, each prepared once; run it with `pick`. */
export type ByReach<R> = Readonly<Record<ReachKind, Statement<R>>>;

/**
 * Prepares a statement for each kind of reach; `build` puts `reachable…` into its `where`. The run needs the value `person`. `keyedBy` as
 * `statement` takes it.
 */
export function byReach<R>(name: string, build: (db: DrizzleBuilder, kind: ReachKind) => PreparableQuery<R>, keyedBy?: string): ByReach<R> {
  const one = (kind: ReachKind) => statement(`${name}.${kind}`, (db) => build(db, kind), keyedBy);
  return { all: one('all'), granted: one('granted'), shared: one('shared') };
}

const inner = new QueryBuilder();

/** Condition on `projects` itself: the viewer sees the row. Undefined, that is no condition, for the team. */
export function reachableProject(kind: ReachKind): SQL | undefined {
  if (kind === 'all') return undefined;
  return and(isNull(projects.trashedAt), letIn(kind, projects.studioId, projects.id));
}

/** Condition on a table of things inside a project: the viewer sees the project. What else a contact must not see is the room's matter. */
export function inReachableProject(kind: ReachKind, studioId: PgColumn, projectId: PgColumn): SQL | undefined {
  if (kind === 'all') return undefined;
  const live = inner
    .select({ one: sql`1` })
    .from(projects)
    .where(and(eq(projects.studioId, studioId), eq(projects.id, projectId), isNull(projects.trashedAt)));
  return and(letIn(kind, studioId, projectId), exists(live));
}

function letIn(kind: 'granted' | 'shared', studioId: PgColumn, projectId: PgColumn): SQL {
  const [table, person] = kind === 'granted' ? [projectGrants, projectGrants.memberId] : [projectShares, projectShares.contactId];
  return exists(
    inner
      .select({ one: sql`1` })
      .from(table)
      .where(and(eq(table.studioId, studioId), eq(table.projectId, projectId), eq(person, sql.placeholder('person')))),
  );
}

/**
 * Condition on a table of things inside a project: the project is not in the trash and, unless archived ones count too, work goes on in
 * it. A subquery that is looked up for each row: as a join it would be planned by how many projects a studio has on average.
 */
export function inLiveProject(studioId: PgColumn, projectId: PgColumn, archivedToo: boolean): SQL {
  const live = and(isNull(projects.trashedAt), archivedToo ? undefined : isNull(projects.archivedAt));
  return sql`(${inner
    .select({ live: sql`true` })
    .from(projects)
    .where(and(eq(projects.studioId, studioId), eq(projects.id, projectId), live))})`;
}
