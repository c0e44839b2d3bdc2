import { anyOf, dynamic, type Session, sqlStatement, statement, type Transaction } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { and, eq, sql } from 'drizzle-orm';
import { studios } from './studio.table.ts';
import type { Studio, StudioSettings } from './studio.ts';

const placeholder = sql.placeholder;

const fields = {
  id: studios.id,
  slug: studios.slug,
  name: studios.name,
  logo: studios.logo,
  currency: studios.currency,
  timeZone: studios.timeZone,
  locale: studios.locale,
  hasDemoData: studios.hasDemoData,
  version: studios.version,
  createdBy: studios.createdBy,
  createdAt: studios.createdAt,
};

const byIds = statement('studios.byIds', (db) => db.select(fields).from(studios).where(anyOf(studios.id, 'ids')));

const insertOne = statement('studios.insert', (db) =>
  db
    .insert(studios)
    .values({
      id: placeholder('id'),
      slug: placeholder('slug'),
      name: placeholder('name'),
      currency: placeholder('currency'),
      timeZone: placeholder('timeZone'),
      locale: placeholder('locale'),
      createdBy: placeholder('createdBy'),
      createdAt: placeholder('createdAt'),
      updatedAt: placeholder('createdAt'),
    })
    .returning(fields),
);

const takenSlugs = statement('studios.takenSlugs', (db) =>
  db.select({ slug: studios.slug }).from(studios).where(anyOf(studios.slug, 'slugs')),
);

// For the role of sign-in, which sees all studios and people.
const demoStudios = sqlStatement<{ id: string }>(
  'studios.demo',
  () => sql`select id from accounts.studios where has_demo_data order by id`,
);

// Ids that the demo made are of version 8 (see `demoId`): a real person who was invited into the demo keeps their account.
const demoPeople = sqlStatement<{ id: string }>(
  'studios.demoPeople',
  () => sql`select distinct m.user_id as id from accounts.members m join accounts.studios s on s.id = m.studio_id where s.has_demo_data
    and substring(m.user_id::text, 15, 1) = '8'
    and not exists (select from accounts.members o join accounts.studios r on r.id = o.studio_id where o.user_id = m.user_id and not r.has_demo_data)`,
);

const setLogo = statement('studios.setLogo', (db) =>
  db
    .update(studios)
    .set({ logo: sql`${placeholder('logo')}`, version: sql`${studios.version} + 1`, updatedAt: sql`${placeholder('at')}::timestamptz` })
    .where(eq(studios.id, placeholder('id')))
    .returning(fields),
);

/** Studios as one request reads them; row-level security leaves the active one and the viewer's own. */
export function studioRepository(session: Session) {
  const loader = new DataLoader<string, Studio | null>(async (ids) => {
    const rows = await session.run(byIds, { ids });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  return { byId: (id: string): Promise<Studio | null> => loader.load(id) };
}

export type StudioRepository = ReturnType<typeof studioRepository>;

/** Which of some names in addresses are in use by any studio; only the role of sign-in sees them all. */
export async function slugsInUse(session: Session, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await session.run(takenSlugs, { slugs });
  return new Set(rows.map((row) => row.slug));
}

/** The demo's studios, and the people who belong to no other studio; only the role of sign-in sees them all. */
export async function demoContents(session: Session): Promise<{ studioIds: string[]; userIds: string[] }> {
  const [found, people] = await Promise.all([session.run(demoStudios), session.run(demoPeople)]);
  return { studioIds: found.map(({ id }) => id), userIds: people.map(({ id }) => id) };
}

/** What use cases do to studios, inside their transaction. */
export const studioChanges = {
  async insert(tx: Transaction, studio: StudioSettings & { id: string; createdBy: string; createdAt: Date }): Promise<Studio> {
    const [row] = await tx.run(insertOne, studio);
    if (row === undefined) throw new Error('The studio was not written.');
    return row;
  },
  /** Null when the studio has another version by now. */
  async update(tx: Transaction, id: string, expectedVersion: number, changes: Partial<StudioSettings>, at: Date): Promise<Studio | null> {
    const rows = await tx.run(
      dynamic((db) =>
        db
          .update(studios)
          .set({ ...changes, version: sql`${studios.version} + 1`, updatedAt: at })
          .where(and(eq(studios.id, id), eq(studios.version, expectedVersion)))
          .returning(fields),
      ),
    );
    return rows[0] ?? null;
  },
  async byId(tx: Transaction, id: string): Promise<Studio | null> {
    const rows = await tx.run(byIds, { ids: [id] });
    return rows[0] ?? null;
  },
  async setLogo(tx: Transaction, id: string, logo: string | null, at: Date): Promise<Studio | null> {
    const rows = await tx.run(setLogo, { id, logo, at: at.toISOString() });
    return rows[0] ?? null;
  },
};
