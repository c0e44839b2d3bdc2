import { type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio, studioOf, userIdOf, type Viewer } from '@atelier/service-kit/viewer';
import { checkOverlap, SCOPES } from '../api-keys/api-key.ts';
import { queueOverlapEnd } from '../api-keys/overlap.ts';
import type { AuditKind, Doer } from '../audit-log/audit-log.ts';
import { TOKEN_PREFIXES } from '../auth/oauth.ts';
import { permissions } from '../permissions.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { type Store, tell } from '../store.ts';
import { type AppRepository, appChanges, knownApps } from './app.repository.ts';
import { APP_LIMIT, type App, type AskingApp, changed, checkApp, type NewApp, told, waysOf } from './app.ts';
import { queueRemoved } from './removed.service.ts';

export interface AppService {
  /** Null for another studio's, and for viewers who may not manage apps. */
  find(id: string): Promise<App | null>;
  /** Those that the studio has registered, the newest first; null for viewers who may not manage apps of this studio. */
  list(studioId: string): Promise<App[] | null>;
  /** What anybody signed in may know of an app that asks them: null where there is none. */
  asking(clientId: string): Promise<AskingApp | null>;
  /** How many people let an app in, wherever they are. */
  people(app: App): Promise<number>;
  /** Registers an app; its secret is in this answer and nowhere else. */
  register(input: NewApp): Promise<{ app: App; secret: string | null } | InvalidInput>;
  /**
   * Changes an app. What it may no longer ask for ends at once for everybody who let it in; what is new they are asked for. One that begins
   * to act for itself gets a secret, shown here alone, and older ones end: others may know those.
   */
  update(
    id: string,
    expectedVersion: number,
    input: Omit<NewApp, 'isConfidential'>,
  ): Promise<{ app: App; secret: string | null } | AppVersionConflict | InvalidInput>;
  /** Whether the viewer may give it a new secret. */
  mayRotateSecret(app: App): boolean;
  /** Whether the viewer may let it do more for itself: it does so as whoever registered it. */
  mayExtend(app: App): boolean;
  /** Gives an app a new secret; the old one works until a moment, so that programs can be changed one after the other. */
  rotateSecret(id: string, previousEndsAt: Date | null): Promise<{ app: App; secret: string } | InvalidInput>;
  /** Removes an app, and what everybody has let it do. */
  remove(id: string): Promise<{ id: string }>;
}

/** Somebody else was first; nothing was saved. */
export interface AppVersionConflict {
  __typename: 'AppVersionConflict';
  message: string;
  code: 'VERSION_CONFLICT';
  path: null;
  app: App;
}

/** Apps that the active studio has registered. */
export function appService(options: { viewer: Viewer; store: Store; apps: AppRepository; now: () => Date }): AppService {
  const { viewer, store, apps, now } = options;
  const pastWalls = () => store.signIn.reads({ studioId: null });

  /** Has routers ask anew what may be done by these keys. */
  const forget = (keyIds: readonly string[]) => {
    for (const keyId of keyIds) store.revocations.publish({ keyId });
  };

  /** What feed and audit log are told of an app in the same way, whatever became of it. */
  const changeOf = (doer: Doer, id: string, kind: AuditKind) => ({
    viewer,
    doer,
    entity: { typename: 'App' as const, id },
    // Not all of the team sees it: nobody is told the id of one that is gone.
    audienceBefore: [],
    audienceAfter: kind === 'APP_REMOVED' ? [] : (['team'] as const),
    line: { kind },
  });

  const isOwn = ({ userId }: App): boolean => userId === userIdOf(viewer);

  const isForbidden = (app: App): boolean => !isOwn(app) && app.ownScopes.length > 0;

  return {
    mayRotateSecret: (app) => permissions.allows(viewer, 'app.manage') && app.isConfidential && !isForbidden(app),
    mayExtend: (app) => permissions.allows(viewer, 'app.manage') && app.isConfidential && isOwn(app),

    find: async (id) => (permissions.allows(viewer, 'app.manage') ? apps.byId(id) : null),

    list: async (studioId) => (permissions.allows(viewer, 'app.manage') && studioOf(viewer) === studioId ? apps.ofStudio() : null),

    async asking(clientId) {
      permissions.require(viewer, 'app.letIn');
      return knownApps.byClientId(pastWalls(), clientId);
    },

    people: ({ clientId }) => apps.people(clientId),

    async register(input) {
      permissions.require(viewer, 'app.manage');
      const studioId = requireStudio(viewer);
      const checked = checkApp(input);
      if ('__typename' in checked) return checked;
      if ((await apps.ofStudio()).length >= APP_LIMIT) {
        return invalidInput('TOO_MANY', `A studio registers at most ${APP_LIMIT} apps. Remove one that is no longer used.`, null);
      }
      const secret = checked.isConfidential ? newSecret() : null;
      const id = uuidv7(now().getTime());
      const doer = await store.audit.doer(viewer);
      const app = await store.database.transaction(scopeOf(viewer), async (tx) => {
        const made = await appChanges.insert(tx, {
          ...checked,
          ...waysOf(checked),
          id,
          studioId,
          clientId: encodeId('App', id),
          userId: userIdOf(viewer) ?? '',
          secretHash: secret === null ? null : hashSecret(secret),
          authMethod: secret === null ? 'none' : 'client_secret_basic',
          createdAt: now(),
        });
        await tell(store, tx, { ...changeOf(doer, id, 'APP_REGISTERED'), verb: 'app.registered', after: told(checked) });
        return made;
      });
      return { app, secret: secret === null ? null : TOKEN_PREFIXES.secret + secret };
    },

    async update(id, expectedVersion, input) {
      permissions.require(viewer, 'app.manage');
      const studioId = requireStudio(viewer);
      const doer = await store.audit.doer(viewer);
      return store.database.transaction(scopeOf(viewer), async (tx) => {
        const was = await appChanges.lock(tx, studioId, id);
        if (was === null) throw notFound();
        const checked = checkApp({ ...input, isConfidential: was.isConfidential });
        if ('__typename' in checked) return checked;
        if (was.version !== expectedVersion) return versionConflict(was);
        if (!isOwn(was) && checked.ownScopes.some((scope) => !was.ownScopes.includes(scope))) return notYours('ownScopes');
        const change = changed({ ...was, scopes: SCOPES.filter((scope) => was.scopes.includes(scope)) }, checked);
        if (change === null) return { app: was, secret: null };
        const begins = was.ownScopes.length === 0 && checked.ownScopes.length > 0;
        const secret = begins ? newSecret() : null;
        if (secret !== null)
          await appChanges.rotate(tx, { studioId, id, secretHash: hashSecret(secret), previousEndsAt: now(), at: now() });
        const is = await appChanges.update(tx, { ...checked, ...waysOf(checked), studioId, id, at: now() });
        if (is === null) throw notFound();
        const isLess = [...was.scopes, ...was.ownScopes].some((scope) => ![...is.scopes, ...is.ownScopes].includes(scope));
        const grants = isLess ? await knownApps.grantsOf(pastWalls(), was.clientId) : [];
        await tell(store, tx, {
          ...changeOf(doer, id, 'APP_CHANGED'),
          verb: 'app.updated',
          before: { name: was.name, ...change.before },
          after: { name: is.name, ...change.after },
        });
        if (begins) {
          const after = { name: is.name, previousEndsAt: is.previousEndsAt };
          await tell(store, tx, { ...changeOf(doer, id, 'APP_SECRET_ROTATED'), verb: 'app.secret-rotated', after });
        }
        if (isLess || begins) tx.afterCommit(() => forget([id, ...grants.map((grant) => grant.id)]));
        return { app: is, secret: secret === null ? null : TOKEN_PREFIXES.secret + secret };
      });
    },

    async rotateSecret(id, given) {
      permissions.require(viewer, 'app.manage');
      const studioId = requireStudio(viewer);
      const previousEndsAt = checkOverlap(given, now());
      if ('__typename' in previousEndsAt) return previousEndsAt;
      const secret = newSecret();
      const doer = await store.audit.doer(viewer);
      return store.database.transaction(scopeOf(viewer), async (tx) => {
        const was = await appChanges.lock(tx, studioId, id);
        if (was === null) throw notFound();
        if (!was.isConfidential)
          return invalidInput('INVALID', 'This app keeps no secret: it shows itself by a fresh challenge each time.', ['input', 'id']);
        if (isForbidden(was)) return notYours('id');
        const app = await appChanges.rotate(tx, { studioId, id, secretHash: hashSecret(secret), previousEndsAt, at: now() });
        if (app === null) throw notFound();
        await queueOverlapEnd(tx, id, previousEndsAt);
        await tell(store, tx, {
          ...changeOf(doer, id, 'APP_SECRET_ROTATED'),
          verb: 'app.secret-rotated',
          after: { name: app.name, previousEndsAt },
        });
        tx.afterCommit(() => forget([id]));
        return { app, secret: TOKEN_PREFIXES.secret + secret };
      });
    },

    async remove(id) {
      permissions.require(viewer, 'app.manage');
      const studioId = requireStudio(viewer);
      const doer = await store.audit.doer(viewer);
      await store.database.transaction(scopeOf(viewer), async (tx) => {
        const removed = await appChanges.remove(tx, studioId, id);
        if (removed === null) throw notFound();
        // Nobody can let it in from here on, and until the commit others still see who did: none is missed.
        const grants = await knownApps.grantsOf(pastWalls(), removed.clientId);
        if (grants.length > 0) await queueRemoved(tx, { name: removed.name, at: now().toISOString(), grants });
        await tell(store, tx, { ...changeOf(doer, id, 'APP_REMOVED'), verb: 'app.removed', before: { name: removed.name } });
        tx.afterCommit(() => forget([id, ...grants.map((grant) => grant.id)]));
      });
      return { id };
    },
  };
}

const versionConflict = (app: App): AppVersionConflict => ({
  __typename: 'AppVersionConflict',
  message: 'Somebody changed the app in the meantime. Nothing of yours was saved; look again and repeat what still matters.',
  code: 'VERSION_CONFLICT',
  path: null,
  app,
});

/** Else whoever is about to be removed would keep a secret by which they act as somebody else. */
const notYours = (field: 'id' | 'ownScopes') =>
  invalidInput(
    'NOT_YOURS',
    'This app acts for itself as the person who registered it, and only they give it a secret or more to do. Register one of your own.',
    ['input', field],
  );
