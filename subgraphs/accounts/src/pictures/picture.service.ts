import { notFound, unauthenticated } from '@atelier/service-kit/errors';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import { setAppLogo } from '../apps/logo.service.ts';
import { permissions } from '../permissions.ts';
import { type Store, tell } from '../store.ts';
import { studioChanges } from '../studios/studio.repository.ts';
import { userRepository } from '../users/user.repository.ts';
import type { PictureOf } from './picture.ts';

export interface PictureService {
  /** @throws UNAUTHENTICATED, NOT_FOUND outside a studio, FORBIDDEN for roles that may not change its settings */
  authorise(viewer: Viewer, what: PictureOf): void;
  /** Sets the picture; null takes it away. The caller has asked `authorise`. */
  set(viewer: Viewer, what: PictureOf, path: string | null): Promise<void>;
}

/** Pictures of people, and logos of studios and apps. */
export function pictureService({ store, now }: { store: Store; now: () => Date }): PictureService {
  return {
    authorise(viewer, { kind }) {
      if (viewer.kind !== 'user') throw unauthenticated();
      if (kind === 'studio-logo') permissions.require(viewer, 'studio.update');
      if (kind === 'app-logo') permissions.require(viewer, 'app.manage');
    },

    async set(viewer, { kind, appId }, path) {
      if (viewer.kind !== 'user') throw unauthenticated();
      if (kind === 'user-picture') {
        const user = await userRepository(store.signIn).setPicture(viewer.userId, path);
        if (user === null) throw notFound();
        return;
      }
      if (kind === 'app-logo') {
        if (appId === null) throw notFound();
        return setAppLogo(store, viewer, { id: appId, logo: path, at: now() });
      }
      permissions.require(viewer, 'studio.update');
      const id = requireStudio(viewer);
      const doer = await store.audit.doer(viewer);
      await store.database.transaction(scopeOf(viewer), async (tx) => {
        const studio = await studioChanges.setLogo(tx, id, path, now());
        if (studio === null) throw notFound();
        await tell(store, tx, {
          viewer,
          doer,
          entity: { typename: 'Studio', id },
          verb: 'studio.updated',
          after: { logo: path },
          audienceBefore: ['team', 'client'],
          audienceAfter: ['team', 'client'],
          line: { kind: 'STUDIO_CHANGED' },
        });
      });
    },
  };
}
