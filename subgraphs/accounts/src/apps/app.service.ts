import { type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio, studioOf, userIdOf, type Viewer } from '@atelier/service-kit/viewer';
import { OFFLINE, TOKEN_PREFIXES } from '../auth/oauth.ts';
import { permissions } from '../permissions.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { actorOf, type Store, studioSubject } from '../store.ts';
import { type AppRepository, appChanges, knownApps } from './app.repository.ts';
import { APP_LIMIT, type App, type AppGrant, checkApp, type NewApp } from './app.ts';

export interface AppService {
  /** Null for another studio's, and for viewers who may not manage apps. */
  find(id: string): Promise<App | null>;
  /** Those that the studio has registered, the newest first; null for viewers who may not manage apps of this studio. */
  list(studioId: string): Promise<App[] | null>;
  /** What anybody signed in may know of an app that asks them: null where there is none. */
  asking(clientId: string): Promise<App | null>;
  /** Registers an app; its secret is in this answer and nowhere else. */
  register(input: NewApp): Promise<{ app: App; secret: string | null } | InvalidInput>;
  /** Removes an app, and what everybody has let it do. */
  remove(id: string): Promise<{ id: string }>;
  /** Null for everybody but the person who gave it, and those who manage apps of its studio. */
  grant(id: string): Promise<AppGrant | null>;
  /** What the people of a studio have let apps do in it; null for viewers who may not manage apps of this studio. */
  grants(studioId: string): Promise<AppGrant[] | null>;
  /** What a person has let apps do, in every studio; only their own. */
  grantsOf(userId: string): Promise<AppGrant[]>;
  appOf(grant: AppGrant): Promise<App | null>;
  revoke(grantId: string): Promise<{ id: string }>;
}

/** Apps of the active studio, and what people have let apps do. */
export function appService(options: { viewer: Viewer; store: Store; apps: AppRepository; now: () => Date }): AppService {
  const { viewer, store, apps, now } = options;
  const manages = (studioId: string) => permissions.allows(viewer, 'app.manage') && studioOf(viewer) === studioId;
  const mayEnd = ({ userId, studioId }: AppGrant) => (viewer.kind === 'user' && viewer.userId === userId) || manages(studioId);

  const service: AppService = {
    find: async (id) => (permissions.allows(viewer, 'app.manage') ? apps.byId(id) : null),

    list: async (studioId) => (manages(studioId) ? apps.ofStudio() : null),

    async asking(clientId) {
      permissions.require(viewer, 'app.letIn');
      return knownApps.byClientId(store.signIn, clientId);
    },

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
      const withPeople = checked.redirectUris.length > 0;
      const app = await store.database.transaction(scopeOf(viewer), async (tx) => {
        const made = await appChanges.insert(tx, {
          ...checked,
          // With people it may ask to go on when they have left.
          scopes: withPeople ? [...checked.scopes, OFFLINE] : [],
          id,
          studioId,
          clientId: encodeId('App', id),
          userId: userIdOf(viewer) ?? '',
          secretHash: secret === null ? null : hashSecret(secret),
          grantTypes: [
            ...(withPeople ? ['authorization_code', 'refresh_token'] : []),
            ...(checked.ownScopes.length > 0 ? ['client_credentials'] : []),
          ],
          responseTypes: withPeople ? ['code'] : [],
          authMethod: secret === null ? 'none' : 'client_secret_basic',
          createdAt: now(),
        });
        await store.activity.record(tx, {
          subject: studioSubject(studioId),
          entity: { typename: 'App', id },
          verb: 'app.registered',
          actor: actorOf(viewer),
          after: { name: checked.name, scopes: checked.scopes },
          audienceBefore: [],
          audienceAfter: ['team'],
        });
        return made;
      });
      return { app, secret: secret === null ? null : TOKEN_PREFIXES.secret + secret };
    },

    async remove(id) {
      permissions.require(viewer, 'app.manage');
      const studioId = requireStudio(viewer);
      const app = await apps.byId(id);
      if (app === null) throw notFound();
      // First what it may do, in all studios; then the app: what fails between leaves an app that nobody has let in.
      const ended = await knownApps.endEverywhere(store.signIn, app.clientId);
      await store.database.transaction(scopeOf(viewer), async (tx) => {
        const removed = await appChanges.remove(tx, studioId, id);
        if (removed === null) throw notFound();
        await store.activity.record(tx, {
          subject: studioSubject(studioId),
          entity: { typename: 'App', id },
          verb: 'app.removed',
          actor: actorOf(viewer),
          before: { name: removed.name },
          audienceBefore: ['team'],
          audienceAfter: [],
        });
      });
      for (const keyId of [...ended, id]) store.revocations.publish({ keyId });
      return { id };
    },

    async grant(id) {
      const found = await apps.grant(id);
      return found !== null && mayEnd(found) ? found : null;
    },

    grants: async (studioId) => (manages(studioId) ? apps.grantsOfStudio() : null),

    async grantsOf(userId) {
      if (viewer.kind !== 'user' || viewer.userId !== userId) throw notFound();
      return apps.grantsOfUser(userId);
    },

    appOf: (grant) => apps.ofGrant(grant),

    async revoke(grantId) {
      permissions.require(viewer, 'app.letIn');
      const grant = await service.grant(grantId);
      if (grant === null) throw notFound();
      const app = await apps.ofGrant(grant);
      // In the studio of the grant, which the person need not be in just now.
      await store.database.transaction({ studioId: grant.studioId, userId: userIdOf(viewer) }, async (tx) => {
        if ((await appChanges.removeGrant(tx, grant.studioId, grantId)) === null) throw notFound();
        await store.activity.record(tx, {
          subject: studioSubject(grant.studioId),
          entity: { typename: 'AppGrant', id: grantId },
          verb: 'app.shut-out',
          actor: studioOf(viewer) === grant.studioId ? actorOf(viewer) : { kind: 'system', id: null },
          before: { name: app?.name ?? null },
          audienceBefore: ['team'],
          audienceAfter: [],
        });
        tx.afterCommit(() => store.revocations.publish({ keyId: grantId }));
      });
      return { id: grantId };
    },
  };
  return service;
}

/** Tells the studio that somebody has let an app in, in the studio that they act in. */
export async function recordConsent(store: Store, viewer: Viewer, clientId: string): Promise<void> {
  const app = await knownApps.byClientId(store.signIn, clientId);
  const studioId = requireStudio(viewer);
  await store.database.transaction(scopeOf(viewer), (tx) =>
    store.activity.record(tx, {
      subject: studioSubject(studioId),
      entity: { typename: 'App', id: app?.id ?? '' },
      verb: 'app.let-in',
      actor: actorOf(viewer),
      after: { name: app?.name ?? null },
      audienceBefore: [],
      audienceAfter: ['team'],
    }),
  );
}
