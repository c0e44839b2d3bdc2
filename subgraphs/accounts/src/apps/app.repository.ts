import { anyOf, listOf, type Session, sqlStatement, statement, type Transaction } from '@atelier/service-kit/database';
import DataLoader from 'dataloader';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Scope } from '../api-keys/api-key.ts';
import { appGrants, apps } from './app.table.ts';
import type { App, AppGrant, AskingApp, CheckedApp, waysOf } from './app.ts';

const placeholder = sql.placeholder;

const fields = {
  id: apps.id,
  studioId: apps.studioId,
  clientId: apps.clientId,
  userId: apps.userId,
  name: apps.name,
  description: apps.description,
  homepage: apps.uri,
  logo: apps.logo,
  redirectUris: apps.redirectUris,
  scopes: apps.scopes,
  ownScopes: sql<Scope[]>`${apps.clientCredentialsScopes}`,
  isConfidential: sql<boolean>`${apps.clientSecret} is not null`,
  previousEndsAt: apps.previousEndsAt,
  version: apps.version,
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
      description: placeholder('description'),
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
const one = and(inStudio, eq(apps.id, placeholder('id')));
const updateOne = statement('apps.update', (db) =>
  db
    .update(apps)
    .set({
      name: sql`${placeholder('name')}::text`,
      description: sql`${placeholder('description')}::text`,
      uri: sql`${placeholder('homepage')}::text`,
      redirectUris: sql`${listOf('redirectUris', 'text')}`,
      scopes: sql`${listOf('scopes', 'text')}`,
      clientCredentialsScopes: sql`${listOf('ownScopes', 'text')}`,
      grantTypes: sql`${listOf('grantTypes', 'text')}`,
      responseTypes: sql`${listOf('responseTypes', 'text')}`,
      version: sql`${apps.version} + 1`,
      updatedAt: sql`${placeholder('at')}::timestamptz`,
    })
    .where(one)
    .returning(fields),
);
// The secret before the one before ends here, whatever was said of it.
const rotateOne = statement('apps.rotate', (db) =>
  db
    .update(apps)
    .set({
      previousHash: sql`${apps.clientSecret}`,
      previousEndsAt: sql`${placeholder('previousEndsAt')}::timestamptz`,
      clientSecret: sql`${placeholder('secretHash')}::text`,
      updatedAt: sql`${placeholder('at')}::timestamptz`,
    })
    .where(one)
    .returning(fields),
);
const setLogo = statement('apps.setLogo', (db) =>
  db
    .update(apps)
    .set({ logo: sql`${placeholder('logo')}::text`, updatedAt: sql`${placeholder('at')}::timestamptz` })
    .where(one)
    .returning(fields),
);
const lockOne = statement('apps.lock', (db) => db.select(fields).from(apps).where(one).for('update'));
const removeOne = statement('apps.remove', (db) =>
  db.delete(apps).where(one).returning({ id: apps.id, clientId: apps.clientId, name: apps.name }),
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
const everywhere = sqlStatement<Pick<AppGrant, 'id' | 'studioId' | 'memberId'>>(
  'appGrants.everywhere',
  () => sql`select g.id, g.studio_id as "studioId", m.id as "memberId" from accounts.app_grants g
    join accounts.members m on m.studio_id = g.studio_id and m.user_id = g.user_id
    where g.client_id = ${placeholder('clientId')}::text order by g.studio_id, g.id`,
);
const ofPerson = sqlStatement<{ scopes: string[] }>(
  'appGrants.ofPerson',
  () => sql`select scopes from accounts.app_grants where client_id = ${placeholder('clientId')}::text
    and studio_id = ${placeholder('studioId')}::uuid and user_id = ${placeholder('userId')}::uuid`,
);
const people = sqlStatement<{ clientId: string; people: number }>(
  'appGrants.people',
  () => sql`select client_id as "clientId", count(distinct user_id)::int as people from accounts.app_grants
    where client_id in (select id from unnest(${listOf('clientIds', 'text')}) as wanted (id)) group by client_id`,
);
const holdsBefore = sqlStatement<{ holds: boolean }>(
  'apps.holdsBefore',
  () => sql`select exists (select from accounts.apps where secret_hash = ${placeholder('present')}::text
    and previous_secret_hash = ${placeholder('previous')}::text and previous_ends_at > ${placeholder('now')}::timestamptz) as holds`,
);
const strangers = statement('apps.byClientId', (db) =>
  db
    .select({
      ...fields,
      disabled: apps.disabled,
      studioName: sql<string>`(select s.name from accounts.studios s where s.id = "apps"."studio_id")`,
    })
    .from(apps)
    .where(eq(apps.clientId, placeholder('clientId'))),
);

/** Apps and grants as one request reads them: those of the active studio, and the person's own grants wherever they are. */
export function appRepository(session: Session, pastWalls: Session) {
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
  const people = new DataLoader<string, number>((clientIds) => knownApps.peopleOf(pastWalls, clientIds));
  const grants = new DataLoader<string, AppGrant | null>(async (ids) => {
    const rows = await session.run(grantsByIds, { ids });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
  return {
    byId: (id: string): Promise<App | null> => loader.load(id),
    ofGrant: ({ clientId }: AppGrant): Promise<App | null> => byClient.load(clientId),
    /** How many people let an app in, wherever they are. */
    people: (clientId: string): Promise<number> => people.load(clientId),
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
    app: Omit<App, 'lastUsedAt' | 'logo' | 'previousEndsAt' | 'version'> & {
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
  /** As it is until the transaction has ended. */
  lock: async (tx: Transaction, studioId: string, id: string): Promise<App | null> => (await tx.run(lockOne, { studioId, id }))[0] ?? null,
  update: async (
    tx: Transaction,
    app: Omit<CheckedApp, 'scopes'> & ReturnType<typeof waysOf> & { studioId: string; id: string; at: Date },
  ) => (await tx.run(updateOne, { ...app }))[0] ?? null,
  rotate: async (
    tx: Transaction,
    app: { studioId: string; id: string; secretHash: string; previousEndsAt: Date; at: Date },
  ): Promise<App | null> => (await tx.run(rotateOne, app))[0] ?? null,
  setLogo: async (tx: Transaction, app: { studioId: string; id: string; logo: string | null; at: Date }): Promise<App | null> =>
    (await tx.run(setLogo, app))[0] ?? null,
  remove: async (tx: Transaction, studioId: string, id: string): Promise<Pick<App, 'id' | 'clientId' | 'name'> | null> =>
    (await tx.run(removeOne, { studioId, id }))[0] ?? null,
  removeGrant: async (tx: Transaction, studioId: string, id: string): Promise<AppGrant | null> =>
    (await tx.run(removeGrant, { studioId, id }))[0] ?? null,
};

/** Apps and grants past the walls; for the role of sign-in. */
export const knownApps = {
  /** An app by what it calls itself, whoever has registered it. */
  async byClientId(session: Session, clientId: string): Promise<AskingApp | null> {
    const [row] = await session.run(strangers, { clientId });
    return row === undefined || row.disabled ? null : row;
  },
  /** What everybody lets an app do, in every studio. */
  grantsOf: (session: Session, clientId: string) => session.run(everywhere, { clientId }),
  /** What a person lets an app do in a studio; null where nothing. */
  scopesOf: async (session: Session, grant: { clientId: string; studioId: string; userId: string }): Promise<string[] | null> =>
    (await session.run(ofPerson, grant))[0]?.scopes ?? null,
  /** How many people let each of some apps in, in the order in which they are named. */
  async peopleOf(session: Session, clientIds: readonly string[]): Promise<number[]> {
    const rows = await session.run(people, { clientIds });
    const found = new Map(rows.map((row) => [row.clientId, row.people]));
    return clientIds.map((id) => found.get(id) ?? 0);
  },
  /** Whether a secret, by its hash, is the one before an app's present one and works still. */
  holdsBefore: async (session: Session, hashes: { present: string; previous: string }, now: Date): Promise<boolean> =>
    (await session.run(holdsBefore, { ...hashes, now }))[0]?.holds ?? false,
};
