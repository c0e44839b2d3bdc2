import { type Session, sqlStatement, statement, type Transaction } from '@atelier/service-kit/database';
import { and, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import { dataExports } from './data-export.table.ts';
import type { DataExport, ExportFailure } from './data-export.ts';

const value = sql.placeholder;

const fields = {
  id: dataExports.id,
  studioId: dataExports.studioId,
  kind: dataExports.kind,
  requestedBy: dataExports.requestedBy,
  stored: dataExports.state,
  rowsDone: dataExports.rowsDone,
  rowsTotal: dataExports.rowsTotal,
  percent: dataExports.percent,
  size: dataExports.size,
  failure: dataExports.failure,
  requestedAt: dataExports.requestedAt,
  readyAt: dataExports.readyAt,
  expiresAt: dataExports.expiresAt,
};

const ofOwner = eq(dataExports.studioId, value('owner'));
const one = and(ofOwner, eq(dataExports.id, value('id')));
const isActive = sql`${dataExports.state} in ('waiting', 'running')`;

const byId = statement('dataExports.byId', (db) => db.select(fields).from(dataExports).where(one));
const active = statement('dataExports.active', (db) => db.select(fields).from(dataExports).where(and(ofOwner, isActive)));

const newest = statement('dataExports.newest', (db) =>
  db.select(fields).from(dataExports).where(ofOwner).orderBy(desc(dataExports.requestedAt), desc(dataExports.id)).limit(value('limit')),
);

const older = statement('dataExports.older', (db) =>
  db
    .select(fields)
    .from(dataExports)
    .where(
      and(
        ofOwner,
        or(lt(dataExports.requestedAt, value('at')), and(eq(dataExports.requestedAt, value('at')), lt(dataExports.id, value('below')))),
      ),
    )
    .orderBy(desc(dataExports.requestedAt), desc(dataExports.id))
    .limit(value('limit')),
);

const count = statement('dataExports.count', (db) => db.select({ count: sql<number>`count(*)::int` }).from(dataExports).where(ofOwner));

const since = statement('dataExports.since', (db) =>
  db
    .select({ at: dataExports.requestedAt })
    .from(dataExports)
    .where(and(ofOwner, gt(dataExports.requestedAt, value('since')))),
);

const insertOne = statement('dataExports.insert', (db) =>
  db
    .insert(dataExports)
    .values({
      studioId: value('owner'),
      id: value('id'),
      kind: value('kind'),
      requestedBy: value('requestedBy'),
      state: 'waiting',
      requestedAt: value('at'),
    })
    .onConflictDoNothing()
    .returning(fields),
);

const begin = statement('dataExports.begin', (db) =>
  db.update(dataExports).set({ state: 'running', rowsDone: 0, rowsTotal: null, percent: 0 }).where(and(one, isActive)).returning(fields),
);

const progress = statement('dataExports.progress', (db) =>
  db
    .update(dataExports)
    .set({
      rowsDone: sql`${value('done')}::int`,
      rowsTotal: sql`greatest(${value('total')}::int, ${value('done')}::int)`,
      percent: sql`${value('percent')}::int`,
    })
    .where(and(one, eq(dataExports.state, 'running')))
    .returning({ id: dataExports.id }),
);

const finish = statement('dataExports.finish', (db) =>
  db
    .update(dataExports)
    .set({
      state: 'ready',
      rowsDone: sql`${value('rows')}::int`,
      rowsTotal: sql`${value('rows')}::int`,
      size: sql`${value('size')}::bigint`,
      readyAt: sql`${value('at')}::timestamptz`,
      expiresAt: sql`${value('expiresAt')}::timestamptz`,
    })
    .where(and(one, eq(dataExports.state, 'running')))
    .returning(fields),
);

const end = statement('dataExports.end', (db) =>
  db
    .update(dataExports)
    .set({ state: sql`${value('state')}`, failure: sql`${value('failure')}::text` })
    .where(and(one, isActive))
    .returning(fields),
);

const downloadable = sqlStatement<{ id: string }>(
  'dataExports.downloadable',
  () => sql`select id from accounts.data_exports where state = 'ready' and expires_at > ${value('now')}::timestamptz`,
);

const idsOf = sqlStatement<{ id: string }>(
  'dataExports.idsOf',
  () => sql`select id from accounts.data_exports where studio_id = ${value('owner')}::uuid
    and (${value('requestedBy')}::uuid is null or requested_by = ${value('requestedBy')}::uuid)`,
);

const forget = sqlStatement(
  'dataExports.forget',
  () => sql`delete from accounts.data_exports where requested_at < ${value('before')}::timestamptz`,
);

/** Which export: its owner is the studio, or the person. */
export interface ExportKey {
  owner: string;
  id: string;
}

/** What is read of the exports of the session's studio, or person. */
export const exportReads = {
  byId: async (session: Session, key: ExportKey): Promise<DataExport | null> => (await session.run(byId, { ...key }))[0] ?? null,
  /** The newest first; after one, those that were asked for before it. */
  page: (session: Session, owner: string, after: { at: Date; below: string } | null, limit: number): Promise<DataExport[]> =>
    after === null ? session.run(newest, { owner, limit }) : session.run(older, { owner, limit, ...after }),
  count: async (session: Session, owner: string): Promise<number> => (await session.run(count, { owner }))[0]?.count ?? 0,
};

/** What changes exports. */
export const exportChanges = {
  /** The one that waits or runs; null where there is none. */
  active: async (tx: Transaction, owner: string): Promise<DataExport | null> => (await tx.run(active, { owner }))[0] ?? null,
  /** When those of the time since a moment were asked for. */
  since: async (tx: Transaction, owner: string, moment: Date): Promise<Date[]> =>
    (await tx.run(since, { owner, since: moment })).map(({ at }) => at),
  /** Null where somebody else was faster. */
  insert: async (
    tx: Transaction,
    row: ExportKey & { kind: DataExport['kind']; requestedBy: string; at: Date },
  ): Promise<DataExport | null> => (await tx.run(insertOne, { ...row }))[0] ?? null,
  /** Null where it has ended. */
  begin: async (tx: Transaction, key: ExportKey): Promise<DataExport | null> => (await tx.run(begin, { ...key }))[0] ?? null,
  /** Whether it still runs. */
  progress: async (tx: Transaction, key: ExportKey, far: { done: number; total: number; percent: number }): Promise<boolean> =>
    (await tx.run(progress, { ...key, ...far })).length > 0,
  /** Null where it was cancelled meanwhile. */
  finish: async (
    tx: Transaction,
    key: ExportKey,
    file: { rows: number; size: number; at: Date; expiresAt: Date },
  ): Promise<DataExport | null> => (await tx.run(finish, { ...key, ...file }))[0] ?? null,
  /** Of an owner's exports, those that one person asked for; all for null. */
  idsOf: async (tx: Transaction, owner: string, requestedBy: string | null): Promise<string[]> =>
    (await tx.run(idsOf, { owner, requestedBy })).map(({ id }) => id),
  /** Null where it has ended. */
  end: async (tx: Transaction, key: ExportKey, how: { state: 'failed' | 'cancelled'; failure: ExportFailure | null }) =>
    (await tx.run(end, { ...key, ...how }))[0] ?? null,
};

/** What the nightly sweep does as the role of sign-in, which knows all studios. */
export const exportSweep = {
  downloadable: (session: Session, now: Date) => session.run(downloadable, { now }),
  forget: (tx: Transaction, before: Date) => tx.run(forget, { before }),
};

/** Where a person belongs. */
export interface Belonging {
  studioId: string;
  memberId: string;
  slug: string;
}

const studioOf = sqlStatement<{ id: string; name: string; slug: string }>(
  'dataExports.studio',
  () => sql`select id, name, slug from accounts.studios where id = ${value('id')}::uuid`,
);

const belongings = sqlStatement<Belonging>(
  'dataExports.belongings',
  () => sql`select m.studio_id as "studioId", m.id as "memberId", s.slug
    from accounts.members m join accounts.studios s on s.id = m.studio_id
    where m.user_id = ${value('userId')}::uuid order by s.slug`,
);

/** Whose data is exported: read as the role of sign-in, since a person's own is of many studios. */
export const exportOwners = {
  studio: async (session: Session, id: string) => (await session.run(studioOf, { id }))[0] ?? null,
  belongings: (session: Session, userId: string) => session.run(belongings, { userId }),
};
