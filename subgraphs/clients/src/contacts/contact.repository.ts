import { anyOf, type Session, statement } from '@atelier/service-kit/database';
import { rowLoader } from '@atelier/service-kit/row-loader';
import DataLoader from 'dataloader';
import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import { sortKey } from '../clients/search-word.ts';
import { contacts } from './contact.table.ts';
import type { Contact } from './contact.ts';

const value = sql.placeholder;
type Row = typeof contacts.$inferSelect;

const columns = getTableColumns(contacts);
const placeholders = Object.fromEntries(Object.keys(columns).map((name) => [name, value(name)])) as {
  [Name in keyof typeof columns]: ReturnType<typeof value>;
};
/** All that a change can touch, each from the placeholder of its name. */
const changes = Object.fromEntries(
  Object.entries(columns)
    .filter(([name]) => !['studioId', 'id', 'createdBy', 'createdAt'].includes(name))
    .map(([name, column]) => [name, sql`${sql.param(value(name), column)}`]),
);
const isThis = () => and(eq(contacts.studioId, value('studioId')), eq(contacts.id, value('id')));

const byIds = statement('contacts.byIds', (db) =>
  db
    .select()
    .from(contacts)
    .where(and(eq(contacts.studioId, value('studioId')), anyOf(contacts.id, 'ids'))),
);
const ofClients = statement('contacts.ofClients', (db) =>
  db
    .select()
    .from(contacts)
    .where(and(eq(contacts.studioId, value('studioId')), anyOf(contacts.clientId, 'clientIds'), isNull(contacts.removedAt)))
    .orderBy(contacts.nameKey, contacts.id),
);
const withEmail = statement('contacts.withEmail', (db) =>
  db
    .select()
    .from(contacts)
    .where(
      and(
        eq(contacts.studioId, value('studioId')),
        eq(contacts.clientId, value('clientId')),
        eq(sql`lower(${contacts.email})`, sql`lower(${value('email')})`),
        isNull(contacts.removedAt),
      ),
    ),
);
const locked = statement('contacts.locked', (db) => db.select().from(contacts).where(isThis()).for('update'));
const insert = statement('contacts.insert', (db) =>
  db
    .insert(contacts)
    .values(placeholders)
    .onConflictDoNothing({ target: [contacts.studioId, contacts.id] })
    .returning({ id: contacts.id }),
);
const save = statement('contacts.save', (db) => db.update(contacts).set(changes).where(isThis()));
const detach = statement('contacts.detach', (db) =>
  db
    .update(contacts)
    .set({ clientId: null })
    .where(and(eq(contacts.studioId, value('studioId')), eq(contacts.clientId, value('clientId')))),
);

/** The index that keeps an address once a client. */
export const EMAIL_KEY = 'contacts_client_email_key';

export interface ContactRepository {
  /** One contact, also a removed one; those that are asked for together are read together. */
  byId(id: string): Promise<Contact | null>;
  /** As `byId`, in the order of the ids. */
  byIds(ids: readonly string[]): Promise<(Contact | null)[]>;
  /** A client's people by name, without the removed; those of several clients are read together. */
  ofClient(clientId: string): Promise<Contact[]>;
  /** The person at a client with an address, whatever its case. */
  withEmail(clientId: string, email: string): Promise<Contact | null>;
  /** One contact, whom nobody else changes until the transaction ends. */
  lock(id: string): Promise<Contact | null>;
  /** False when the id is taken in this studio. Throws a unique violation of EMAIL_KEY. */
  insert(contact: Contact): Promise<boolean>;
  /** Throws a unique violation of EMAIL_KEY. */
  save(contact: Contact): Promise<void>;
  /** Unties the removed people of a client that is about to be deleted. */
  detach(clientId: string): Promise<void>;
}

/** The contacts of the session's studio. */
export function contactRepository(session: Session): ContactRepository {
  const { studioId } = session.scope;
  const single = rowLoader(async (ids) => (await session.run(byIds, { studioId, ids })).map(contactOf));
  const people = new DataLoader<string, Contact[]>(async (clientIds) => {
    const rows = (await session.run(ofClients, { studioId, clientIds })).map(contactOf);
    const found = Map.groupBy(rows, (contact) => contact.clientId);
    return clientIds.map((clientId) => found.get(clientId) ?? []);
  });
  return {
    byId: single.one,
    byIds: single.all,
    ofClient: (clientId) => people.load(clientId),
    async withEmail(clientId, email) {
      const [row] = await session.run(withEmail, { studioId, clientId, email });
      return row ? contactOf(row) : null;
    },
    async lock(id) {
      const [row] = await session.run(locked, { studioId, id });
      return row ? contactOf(row) : null;
    },
    insert: async (contact) => (await session.run(insert, { studioId, ...rowOf(contact) })).length === 1,
    async save(contact) {
      await session.run(save, { studioId, ...rowOf(contact) });
    },
    async detach(clientId) {
      await session.run(detach, { studioId, clientId });
    },
  };
}

function contactOf({ studioId: _studio, nameKey: _key, ...contact }: Row): Contact {
  return contact;
}

const rowOf = (contact: Contact): Omit<Row, 'studioId'> => ({ ...contact, nameKey: sortKey(contact.name) });
