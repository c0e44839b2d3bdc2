import { notFound } from '@atelier/service-kit/errors';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import { permissions } from '../permissions.ts';
import { type Store, tell } from '../store.ts';
import { appChanges } from './app.repository.ts';

/** Gives an app of the active studio a picture; null takes it away. @throws FORBIDDEN, NOT_FOUND for another studio's */
export async function setAppLogo(store: Store, viewer: Viewer, given: { id: string; logo: string | null; at: Date }): Promise<void> {
  permissions.require(viewer, 'app.manage');
  const studioId = requireStudio(viewer);
  const { id, logo } = given;
  const doer = await store.audit.doer(viewer);
  await store.database.transaction(scopeOf(viewer), async (tx) => {
    const was = await appChanges.lock(tx, studioId, id);
    if (was === null) throw notFound();
    await appChanges.setLogo(tx, { studioId, ...given });
    const [before, after] = [
      { name: was.name, logo: was.logo },
      { name: was.name, logo },
    ];
    await tell(store, tx, {
      viewer,
      doer,
      entity: { typename: 'App', id },
      verb: 'app.updated',
      before,
      after,
      audienceBefore: ['team'],
      audienceAfter: ['team'],
      line: { kind: 'APP_CHANGED' },
    });
  });
}
