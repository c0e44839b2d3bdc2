import { dynamic, listOf, type Session, statement } from '@atelier/service-kit/database';
import { rowLoader } from '@atelier/service-kit/row-loader';
import { and, eq, getTableColumns, gte, lt, type SQL, sql } from 'drizzle-orm';
import { clients } from './client.table.ts';
import type { Client, Shelf } from './client.ts';
import { searchWords } from './search-word.table.ts';
import { sortKey } from './search-word.ts';

const value = sql.placeholder;
type Row = typeof clients.$inferSelect;

const { shelf: _shelf, ...written } = getTableColumns(clients);
const placeholders = Object.fromEntries(Object.keys(written).map((name) => [name, value(name)])) as {
  [Name in keyof typeof written]: ReturnType<typeof value>;
};
/** All that a change can touch, each from the placeholder of its name. */
const changes = Object.fromEntries(
  Object.entries(written)
    .filter(([name]) => !['studioId', 'id', 'createdBy', 'createdAt'].includes(name))
    .map(([name, column]) => [name, sql`${sql.param(value(name), column)}`]),
);
const isThis = () => and(eq(clients.studioId, value('studioId')), eq(clients.id, value('id')));

// Each client is looked up by itself: of one condition on all ids the planner makes a walk over the whole studio, where most studios are small.
const byIds = statement('clients.byIds', (db) => {
  const found = db
    .select()
    .from(clients)
    .where(and(eq(clients.studioId, value('studioId')), sql`${clients.id} = wanted.id`))
    .limit(1)
    .as('found');
  return db
    .select(found._.selectedFields)
    .from(sql`unnest(${listOf('ids', 'uuid')}) as wanted(id)`)
    .crossJoinLateral(found);
});
const locked = statement('clients.locked', (db) => db.select().from(clients).where(isThis()).for('update'));
const insert = statement('clients.insert', (db) =>
  db.insert(clients).values(placeholders).onConflictDoNothing().returning({ id: clients.id }),
);
const save = statement('clients.save', (db) => db.update(clients).set(changes).where(isThis()));
const remove = statement('clients.remove', (db) => db.delete(clients).where(isThis()));
const dropWords = statement('clients.dropWords', (db) =>
  db
    .delete(searchWords)
    .where(
      and(
        eq(searchWords.studioId, value('studioId')),
        eq(searchWords.clientId, value('clientId')),
        eq(searchWords.ownerId, value('ownerId')),
      ),
    ),
);

/** What a list of clients asks for. */
export interface ClientSelection {
  shelf: Shelf;
  /** Ranges of words, all of which must be found; see `rangesOf`. */
  ranges: readonly { from: string; to: string }[];
}

/** Where a page of clients goes on. */
export interface ClientKey {
  name: string;
  id: string;
}

export interface ClientRepository {
  /** One client; those that are asked for together are read together. */
  byId(id: string): Promise<Client | null>;
  /** As `byId`, in the order of the ids. */
  byIds(ids: readonly string[]): Promise<(Client | null)[]>;
  /** Clients by name, after a key. */
  page(selection: ClientSelection, after: ClientKey | null, limit: number): Promise<Client[]>;
  count(selection: ClientSelection): Promise<number>;
  /** One client, which nobody else changes until the transaction ends. */
  lock(id: string): Promise<Client | null>;
  /** False when the id is taken in this studio. */
  insert(client: Client): Promise<boolean>;
  save(client: Client): Promise<void>;
  remove(id: string): Promise<void>;
  /** Replaces the words by which a client is found through itself or one of its contacts (`ownerId`). */
  setWords(clientId: string, ownerId: string, words: readonly string[]): Promise<void>;
}

/** The clients of the session's studio. */
export function clientRepository(session: Session): ClientRepository {
  const { studioId } = session.scope;
  const loader = rowLoader(async (ids) => (await session.run(byIds, { studioId, ids })).map(clientOf));
  const selected = ({ shelf, ranges }: ClientSelection): SQL | undefined =>
    and(eq(clients.studioId, studioId ?? NOBODY), eq(clients.shelf, shelf), ...ranges.map(hasWord));

  return {
    byId: loader.one,
    byIds: loader.all,
    async page(selection, after, limit) {
      const rows = await session.run(
        dynamic((db) =>
          db
            .select()
            .from(clients)
            .where(and(selected(selection), after ? isAfter(after) : undefined))
            .orderBy(clients.nameKey, clients.id)
            .limit(limit),
        ),
      );
      return rows.map(clientOf);
    },
    async count(selection) {
      const rows = await session.run(
        dynamic((db) => db.select({ count: sql<number>`count(*)::int` }).from(clients).where(selected(selection))),
      );
      return rows[0]?.count ?? 0;
    },
    async lock(id) {
      const [row] = await session.run(locked, { studioId, id });
      return row ? clientOf(row) : null;
    },
    insert: async (client) => (await session.run(insert, { studioId, ...rowOf(client) })).length === 1,
    async save(client) {
      await session.run(save, { studioId, ...rowOf(client) });
    },
    async remove(id) {
      await session.run(remove, { studioId, id });
    },
    async setWords(clientId, ownerId, words) {
      await session.run(dropWords, { studioId, clientId, ownerId });
      if (words.length === 0 || studioId === null) return;
      await session.run(dynamic((db) => db.insert(searchWords).values(words.map((word) => ({ studioId, clientId, ownerId, word })))));
    },
  };
}

/** No studio has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const isAfter = (key: ClientKey): SQL => sql`(${clients.nameKey}, ${clients.id}) > (${key.name}::text, ${key.id}::uuid)`;

const hasWord = ({ from, to }: { from: string; to: string }): SQL =>
  sql`exists (select from ${searchWords} where ${and(
    eq(searchWords.studioId, clients.studioId),
    eq(searchWords.clientId, clients.id),
    gte(searchWords.word, from),
    lt(searchWords.word, to),
  )})`;

function clientOf({ studioId: _studio, shelf: _list, nameKey: _key, defaultRate, defaultRateCurrency, ...rest }: Row): Client {
  const hasRate = defaultRate !== null && defaultRateCurrency !== null;
  return { ...rest, defaultRate: hasRate ? { amount: defaultRate, currency: defaultRateCurrency } : null };
}

function rowOf({ defaultRate, ...rest }: Client): Omit<Row, 'studioId' | 'shelf'> {
  return {
    ...rest,
    nameKey: sortKey(rest.name),
    defaultRate: defaultRate?.amount ?? null,
    defaultRateCurrency: defaultRate?.currency ?? null,
  };
}
