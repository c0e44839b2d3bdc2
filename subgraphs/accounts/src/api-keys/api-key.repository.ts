import { anyOf, type Session, statement, type Transaction } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { and, desc, eq, sql } from 'drizzle-orm';
import { apiKeys } from './api-key.table.ts';
import type { ApiKey, Scope } from './api-key.ts';

const placeholder = sql.placeholder;

const fields = {
  id: apiKeys.id,
  studioId: apiKeys.studioId,
  memberId: apiKeys.memberId,
  name: apiKeys.name,
  prefix: apiKeys.prefix,
  scopes: sql<Scope[]>`${apiKeys.scopes}`,
  createdAt: apiKeys.createdAt,
  lastUsedAt: apiKeys.lastUsedAt,
  expiresAt: apiKeys.expiresAt,
  previousEndsAt: apiKeys.previousEndsAt,
};

const inStudio = eq(apiKeys.studioId, placeholder('studioId'));

const byIds = statement('apiKeys.byIds', (db) =>
  db
    .select(fields)
    .from(apiKeys)
    .where(and(inStudio, anyOf(apiKeys.id, 'ids'))),
);

const ofStudio = statement('apiKeys.ofStudio', (db) =>
  db.select(fields).from(apiKeys).where(inStudio).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)),
);

const insertOne = statement('apiKeys.insert', (db) =>
  db
    .insert(apiKeys)
    .values({
      studioId: placeholder('studioId'),
      id: placeholder('id'),
      memberId: placeholder('memberId'),
      name: placeholder('name'),
      prefix: placeholder('prefix'),
      secretHash: placeholder('secretHash'),
      scopes: placeholder('scopes'),
      createdAt: placeholder('createdAt'),
      expiresAt: placeholder('expiresAt'),
    })
    .returning(fields),
);

// The secret before the one before ends here, whatever was said of it.
const rotateOne = statement('apiKeys.rotate', (db) =>
  db
    .update(apiKeys)
    .set({
      previousHash: sql`${apiKeys.secretHash}`,
      previousEndsAt: sql`${placeholder('previousEndsAt')}::timestamptz`,
      secretHash: sql`${placeholder('secretHash')}::text`,
      prefix: sql`${placeholder('prefix')}::text`,
    })
    .where(and(inStudio, eq(apiKeys.id, placeholder('id'))))
    .returning(fields),
);

const removeOne = statement('apiKeys.remove', (db) =>
  db
    .delete(apiKeys)
    .where(and(inStudio, eq(apiKeys.id, placeholder('id'))))
    .returning({ id: apiKeys.id, name: apiKeys.name }),
);

/** Keys of the active studio as one request reads them. */
export function apiKeyRepository(session: Session) {
  const { studioId } = session.scope;
  const loader = new DataLoader<string, ApiKey | null>(async (ids) => {
    const rows = await session.run(byIds, { ids, studioId });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  return {
    byId: (id: string): Promise<ApiKey | null> => loader.load(id),
    ofStudio: (): Promise<ApiKey[]> => session.run(ofStudio, { studioId }),
  };
}

export type ApiKeyRepository = ReturnType<typeof apiKeyRepository>;

/** What use cases do to keys, inside their transaction. */
export const apiKeyChanges = {
  async insert(tx: Transaction, key: Omit<ApiKey, 'lastUsedAt' | 'previousEndsAt'> & { secretHash: string }): Promise<ApiKey> {
    const [row] = await tx.run(insertOne, key);
    if (row === undefined) throw new Error('The key was not written.');
    return row;
  },
  /** Null when it is not there. */
  async rotate(
    tx: Transaction,
    key: { studioId: string; id: string; prefix: string; secretHash: string; previousEndsAt: Date },
  ): Promise<ApiKey | null> {
    const rows = await tx.run(rotateOne, key);
    return rows[0] ?? null;
  },
  async remove(tx: Transaction, studioId: string, id: string): Promise<{ id: string; name: string } | null> {
    const rows = await tx.run(removeOne, { studioId, id });
    return rows[0] ?? null;
  },
};
