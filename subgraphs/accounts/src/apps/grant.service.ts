import { notFound } from '@atelier/service-kit/errors';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio, studioOf, userIdOf, type Viewer } from '@atelier/service-kit/viewer';
import type { Origin } from '../audit-log/audit-log.ts';
import { permissions } from '../permissions.ts';
import { actorOf, type Store, studioSubject, tell } from '../store.ts';
import { type AppRepository, appChanges, knownApps } from './app.repository.ts';
import type { App, AppGrant } from './app.ts';

export interface AppGrantService {
  /** Null for everybody but the person who gave it, and those who manage apps of its studio. */
  find(id: string): Promise<AppGrant | null>;
  /** What the people of a studio have let apps do in it; null for viewers who may not manage apps of this studio. */
  ofStudio(studioId: string): Promise<AppGrant[] | null>;
  /** What a person has let apps do, in every studio; only their own. */
  ofPerson(userId: string): Promise<AppGrant[]>;
  appOf(grant: AppGrant): Promise<App | null>;
  revoke(id: string): Promise<{ id: string }>;
}

/** What people have let apps do. */
export function appGrantService(options: { viewer: Viewer; store: Store; apps: AppRepository }): AppGrantService {
  const { viewer, store, apps } = options;
  const manages = (studioId: string) => permissions.allows(viewer, 'app.manage') && studioOf(viewer) === studioId;
  const isOwn = ({ userId }: AppGrant) => viewer.kind === 'user' && viewer.userId === userId;

  const service: AppGrantService = {
    async find(id) {
      const found = await apps.grant(id);
      return found !== null && (isOwn(found) || manages(found.studioId)) ? found : null;
    },

    ofStudio: async (studioId) => (manages(studioId) ? apps.grantsOfStudio() : null),

    async ofPerson(userId) {
      if (viewer.kind !== 'user' || viewer.userId !== userId) throw notFound();
      return apps.grantsOfUser(userId);
    },

    appOf: (grant) => apps.ofGrant(grant),

    async revoke(id) {
      permissions.require(viewer, 'app.letIn');
      const grant = await service.find(id);
      if (grant === null) throw notFound();
      const { studioId, memberId, scopes } = grant;
      const app = await apps.ofGrant(grant);
      const from = await store.audit.doer(viewer);
      const doer = isOwn(grant) ? ({ ...from, actorKind: 'member', actorId: memberId } as const) : from;
      const before = { name: app?.name ?? null, scopes };
      // In the studio of the grant, which the person need not be in just now.
      await store.database.transaction({ studioId, userId: userIdOf(viewer) }, async (tx) => {
        if ((await appChanges.removeGrant(tx, studioId, id)) === null) throw notFound();
        await store.activity.record(tx, {
          subject: studioSubject(studioId),
          entity: { typename: 'AppGrant', id },
          verb: 'app.shut-out',
          actor: studioOf(viewer) === studioId ? actorOf(viewer) : { kind: 'system', id: null },
          before: { name: before.name },
          // Not all of the team sees it: nobody is told the id of one that is gone.
          audienceBefore: [],
          audienceAfter: [],
        });
        await store.audit.record(tx, doer, { kind: 'APP_SHUT_OUT', target: { type: 'Member', id: memberId }, before });
        tx.afterCommit(() => store.revocations.publish({ keyId: id }));
      });
      return { id };
    },
  };
  return service;
}

/** What somebody let an app do just now, and what they had let it do before; null where nothing. */
export interface Consent {
  clientId: string;
  before: readonly string[] | null;
  origin: Origin;
}

/** Tells the studio that somebody has let an app in, in the studio that they act in. */
export async function recordConsent(store: Store, viewer: Viewer & { kind: 'user' }, { clientId, before, origin }: Consent): Promise<void> {
  const studioId = requireStudio(viewer);
  const pastWalls = store.signIn.reads({ studioId: null });
  const app = await knownApps.byClientId(pastWalls, clientId);
  const scopes = await knownApps.scopesOf(pastWalls, { clientId, studioId, userId: viewer.userId });
  // Gone again in the meantime, which is told by then.
  if (app === null) return;
  const doer = { ...(await store.audit.doer(viewer)), ...origin };
  await store.database.transaction(scopeOf(viewer), async (tx) => {
    await tell(store, tx, {
      viewer,
      doer,
      entity: { typename: 'App', id: app.id },
      verb: 'app.let-in',
      after: { name: app.name },
      audienceBefore: [],
      audienceAfter: ['team'],
      line: {
        kind: 'APP_LET_IN',
        before: before === null ? null : { scopes: before },
        after: { name: app.name, madeBy: app.studioName, scopes },
      },
    });
  });
}
