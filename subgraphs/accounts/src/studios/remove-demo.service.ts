import { eraseStudio, STUDIO_REMOVED } from '@atelier/service-kit/erase';
import type { Viewer } from '@atelier/service-kit/viewer';
import { forgetLogLater } from '../audit-log/check-logs.service.ts';
import { tellOfErasure } from '../erasures/tell.ts';
import { permissions } from '../permissions.ts';
import { personalData } from '../personal-data.ts';
import type { Store } from '../store.ts';
import type { UserRepository } from '../users/user.repository.ts';
import { demoContents } from './studio.repository.ts';
import type { StudioService } from './studio.service.ts';

/** The active studio is not of the demo. */
export interface NotDemoData {
  __typename: 'NotDemoData';
  message: string;
  code: 'NOT_DEMO_DATA';
  path: null;
}

/**
 * Removes every demo studio here and, by the event, everywhere; then the people who belong to no other studio. Each studio goes as a
 * whole; where something fails in between, doing it again takes the rest.
 */
export async function removeDemo(options: {
  viewer: Viewer;
  store: Store;
  users: UserRepository;
  service: Pick<StudioService, 'chosen'>;
  now: () => Date;
}): Promise<{ studioIds: string[] } | NotDemoData> {
  const { viewer, store, users, service, now } = options;
  permissions.require(viewer, 'studio.removeDemo');
  const chosen = await service.chosen();
  if (!chosen.hasDemoData) return notDemo;
  const { studioIds, userIds } = await demoContents(store.signIn.reads({ studioId: null }));
  for (const studioId of studioIds) {
    await store.database.transaction({ studioId }, async (tx) => {
      await eraseStudio(tx, 'accounts', personalData, now());
      await tellOfErasure(tx, { type: STUDIO_REMOVED, studioId, data: { studioId } }, now());
      await forgetLogLater(tx, now());
      tx.afterCommit(() => store.revocations.publish({ studioId }));
    });
  }
  await users.remove(userIds);
  for (const userId of userIds) store.revocations.publish({ userId });
  return { studioIds };
}

const notDemo: NotDemoData = {
  __typename: 'NotDemoData',
  message: 'This studio is not of the demo. Nothing was removed.',
  code: 'NOT_DEMO_DATA',
  path: null,
};
