import { anyOf, type Database, type Session, sqlStatement, statement, type Transaction } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Scope } from '../api-keys/api-key.ts';
import { appGrants, apps } from './app.table.ts';
import type { App, AppGrant } from './app.ts';

const placeholder = sql.placeholder;

const fields = {
  id: apps.id,
  studioId: apps.studioId,
  clientId: apps.clientId,
  name: apps.name,
  homepage: apps.uri,
  redirectUris: apps.redirectUris,
  scopes: apps.scopes,
  ownScopes: sql<Scope[]>`${apps.clientCredentialsScopes}`,
  isConfidential: sql<boolean>`${apps.clientSecret} is not null`,
  createdAt: apps.createdAt,
  lastUsedAt: apps.lastUsedAt,
};

const grantFields = {
  id: appGrants.id,
  studioId: appGrants.referenceId,
  clientId: appGrants.clientId,
  userId: appGrants.userId,
  memberId: sql<string>`(select m.id from accounts.members m where m.studio_id = "app_grants"."studio_id" and m.user_id = "app_grants"."user_id")`,
  scopes: appGrants.scopes,
  createdAt: appGrants.createdAt,
  lastUsedAt: appGrants.lastUsedAt,
};

const inStudio = eq(apps.studioId, placeholder('studioId'));

const byIds = statement('apps.byIds', (db) =>
  db
    .select(fields)
    .from(apps)
    .where(and(inStudio, anyOf(apps.id, 'ids'))),
);
const ofStudio = statement('apps.ofStudio', (db) =>
  db.select(fields).from(apps).where(inStudio).orderBy(desc(apps.createdAt), desc(apps.id)),
);
// The wall shows apps of other studios to whoever has let them in.
const byClientIds = statement('apps.byClientIds', (db) => db.select(fields).from(apps).where(anyOf(apps.clientId, 'ids')));

const insertOne = statement('apps.insert', (db) =>
  db
    .insert(apps)
    .values({
      studioId: placeholder('studioId'),
      id: placeholder('id'),
      clientId: placeholder('clientId'),
      userId: placeholder('userId'),
      name: placeholder('name'),
      uri: placeholder('homepage'),
      clientSecret: placeholder('secretHash'),
      redirectUris: placeholder('redirectUris'),
      scopes: placeholder('scopes'),
      clientCredentialsScopes: placeholder('ownScopes'),
      grantTypes: placeholder('grantTypes'),
      responseTypes: placeholder('responseTypes'),
      tokenEndpointAuthMethod: placeholder('authMethod'),
      createdAt: placeholder('createdAt'),
      updatedAt: placeholder('createdAt'),
    })
    .returning(fields),
);
const removeOne = statement('apps.remove', (db) =>
  db
    .delete(apps)
    .where(and(inStudio, eq(apps.id, placeholder('id'))))
    .returning({ id: apps.id, name: apps.name }),
);

const grantsOfStudio = statement('appGrants.ofStudio', (db) =>
  db
    .select(grantFields)
    .from(appGrants)
    .where(eq(appGrants.referenceId, placeholder('studioId')))
    .orderBy(desc(appGrants.createdAt), desc(appGrants.id)),
);
const grantsOfUser = statement('appGrants.ofUser', (db) =>
  db
    .select(grantFields)
    .from(appGrants)
    .where(eq(appGrants.userId, placeholder('userId')))
    .orderBy(desc(appGrants.createdAt), desc(appGrants.id)),
);
const grantsByIds = statement('appGrants.byIds', (db) => db.select(grantFields).from(appGrants).where(anyOf(appGrants.id, 'ids')));
const removeGrant = statement('appGrants.remove', (db) =>
  db
    .delete(appGrants)
    .where(and(eq(appGrants.referenceId, placeholder('studioId')), eq(appGrants.id, placeholder('id'))))
    .returning(grantFields),
);
const endEverywhere = sqlStatement<{ id: string }>(
  'appGrants.endEverywhere',
  () => sql`delete from accounts.app_grants where client_id = ${placeholder('clientId')}::text returning id`,
);
const strangers = statement('apps.byClientId', (db) =>
  db
    .select({ ...fields, disabled: apps.disabled })
    .from(apps)
    .where(eq(apps.clientId, placeholder('clientId'))),
);

/** Apps and grants as one request reads them: those of the active studio, and the person's own grants wherever they are. */
export function appRepository(session: Session) {
  const { studioId } = session.scope;
  const loader = new DataLoader<string, App | null>(async (ids) => {
    const rows = await session.run(byIds, { ids, studioId });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  const byClient = new DataLoader<string, App | null>(async (ids) => {
    const rows = await session.run(byClientIds, { ids });
    const found = new Map(rows.map((row) => [row.clientId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  const grants = new DataLoader<string, AppGrant | null>(async (ids) => {
    const rows = await session.run(grantsByIds, { ids });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  return {
    byId: (id: string): Promise<App | null> => loader.load(id),
    ofGrant: ({ clientId }: AppGrant): Promise<App | null> => byClient.load(clientId),
    ofStudio: (): Promise<App[]> => session.run(ofStudio, { studioId }),
    grant: (id: string): Promise<AppGrant | null> => grants.load(id),
    grantsOfStudio: (): Promise<AppGrant[]> => session.run(grantsOfStudio, { studioId }),
    grantsOfUser: (userId: string): Promise<AppGrant[]> => session.run(grantsOfUser, { userId }),
  };
}

export type AppRepository = ReturnType<typeof appRepository>;

/** What use cases do to apps, inside their transaction. */
export const appChanges = {
  async insert(
    tx: Transaction,
    app: Omit<App, 'lastUsedAt'> & {
      userId: string;
      secretHash: string | null;
      grantTypes: string[];
      responseTypes: string[];
      authMethod: string;
    },
  ): Promise<App> {
    const [row] = await tx.run(insertOne, app);
    if (row === undefined) throw new Error('The app was not written.');
    return row;
  },
  remove: async (tx: Transaction, studioId: string, id: string): Promise<{ id: string; name: string } | null> =>
    (await tx.run(removeOne, { studioId, id }))[0] ?? null,
  removeGrant: async (tx: Transaction, studioId: string, id: string): Promise<AppGrant | null> =>
    (await tx.run(removeGrant, { studioId, id }))[0] ?? null,
};

/** Apps before a studio is known; for the role of sign-in. */
export const knownApps = {
  /** An app by what it calls itself, whoever has registered it. */
  async byClientId(signIn: Database, clientId: string): Promise<App | null> {
    const [row] = await signIn.reads({ studioId: null }).run(strangers, { clientId });
    return row === undefined || row.disabled ? null : row;
  },
  /** Ends what everybody has let an app do, in every studio; gives the grants' ids. */
  async endEverywhere(signIn: Database, clientId: string): Promise<string[]> {
    const rows = await signIn.transaction({ studioId: null }, (tx) => tx.run(endEverywhere, { clientId }));
    return rows.map(({ id }) => id);
  },
};
