import type { Transaction } from '@atelier/service-kit/database';
import { type InvalidInput, notFound, unauthenticated } from '@atelier/service-kit/errors';
import { addJob } from '@atelier/service-kit/jobs';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { membershipOf, requireStudio, studioOf, type Viewer } from '@atelier/service-kit/viewer';
import type { SealedMail } from '../mail.ts';
import { permissions } from '../permissions.ts';
import { type Store, tell } from '../store.ts';
import { type StudioRepository, studioRepository } from '../studios/studio.repository.ts';
import type { Studio } from '../studios/studio.ts';
import { type FreshProofNeeded, proofNeeded } from '../users/proof.ts';
import type { UserRepository } from '../users/user.repository.ts';
import { studioDeletionChanges, studioDeletionReads } from './deletion.repository.ts';
import { checkTyped, dueAt, type StudioDeletion } from './deletion.ts';

/** The job that carries a studio's deletion out. Payload: `{ studioId }`. */
export const STUDIO_DUE_TASK = 'studio-deletion.due';

/** Deleting a studio, as its owners may. */
export interface StudioDeletionService {
  /** The deletion that waits; null where none does, and for everybody outside the studio. */
  of(studio: Studio): Promise<StudioDeletion | null>;
  canDelete(studio: Studio): boolean;
  /** Has the active studio deleted in 14 days. One that waits already stays as it is. @throws FORBIDDEN for everybody but owners */
  request(typedName: string): Promise<Studio | FreshProofNeeded | InvalidInput>;
  /** Undoes it. @throws FORBIDDEN for everybody but owners, NOT_FOUND once the studio is gone */
  cancel(): Promise<Studio>;
}

/** What owners do about deleting their studio, and what its members see of it. */
export function studioDeletionService(options: {
  viewer: Viewer;
  store: Store;
  users: UserRepository;
  studios: StudioRepository;
  now: () => Date;
}): StudioDeletionService {
  const { viewer, store, users, studios, now } = options;

  const acting = () => {
    permissions.require(viewer, 'studio.delete');
    const studioId = requireStudio(viewer);
    const memberId = membershipOf(viewer)?.memberId;
    if (viewer.kind !== 'user' || memberId === undefined) throw unauthenticated();
    return { userId: viewer.userId, sessionId: viewer.sessionId, studioId, memberId };
  };

  const present = async (id: string): Promise<Studio> => {
    const studio = await studios.byId(id);
    if (studio === null) throw notFound();
    return studio;
  };

  /** Mails to the owners and admins, sealed before the transaction. */
  async function mails(studio: Studio, userId: string, template: 'studio-deletion' | 'studio-deletion-undone', due: Date) {
    const reads = store.database.reads(scopeOf(viewer));
    const [leaders, by] = await Promise.all([studioDeletionReads.leaders(reads, studio.id), users.byId(userId)]);
    const data = {
      studioName: studio.name,
      by: by?.name ?? '',
      dueAt: due.toISOString(),
      url: `${store.publicUrl}/s/${studio.slug}/settings/studio`,
    };
    return Promise.all(
      leaders.map(({ email, name }) =>
        store.mails.seal({ template, to: { email }, locale: studio.locale, studioId: null, data: { ...data, name } }),
      ),
    );
  }

  async function change(
    verb: string,
    studioId: string,
    sealed: readonly SealedMail[],
    work: (tx: Transaction) => Promise<StudioDeletion | null>,
  ): Promise<void> {
    const doer = await store.audit.doer(viewer);
    await store.database.transaction(scopeOf(viewer), async (tx) => {
      if ((await work(tx)) === null) return;
      for (const mail of sealed) await store.mails.queue(tx, mail);
      await tell(store, tx, {
        viewer,
        doer,
        entity: { typename: 'Studio', id: studioId },
        verb,
        audienceBefore: ['team'],
        audienceAfter: ['team'],
        line: { kind: verb === 'studio.deletion-requested' ? 'STUDIO_DELETION_REQUESTED' : 'STUDIO_DELETION_CANCELLED' },
      });
    });
  }

  return {
    async of(studio) {
      if (studioOf(viewer) !== studio.id || !permissions.allows(viewer, 'studio.readInside')) return null;
      return studioDeletionReads.one(store.database.reads(scopeOf(viewer)), studio.id);
    },

    canDelete: (studio) => studioOf(viewer) === studio.id && permissions.allows(viewer, 'studio.delete'),

    async request(typedName) {
      const { userId, sessionId, studioId, memberId } = acting();
      const studio = await present(studioId);
      const wrong = checkTyped(typedName, studio.name, 'name');
      if (wrong !== null) return wrong;
      const needed = proofNeeded(await users.provedAt(userId, sessionId), now());
      if (needed !== null) return needed;
      const deletion = { studioId, requestedBy: memberId, requestedAt: now(), dueAt: dueAt(now()) };
      const sealed = await mails(studio, userId, 'studio-deletion', deletion.dueAt);
      await change('studio.deletion-requested', studioId, sealed, async (tx) => {
        const inserted = await studioDeletionChanges.insert(tx, deletion);
        if (inserted !== null) await addJob(tx, 'accounts', STUDIO_DUE_TASK, { studioId }, { runAt: inserted.dueAt });
        return inserted;
      });
      return studio;
    },

    async cancel() {
      const { userId, studioId } = acting();
      const studio = await present(studioId);
      const waiting = await studioDeletionReads.one(store.database.reads(scopeOf(viewer)), studioId);
      if (waiting === null) return studio;
      const sealed = await mails(studio, userId, 'studio-deletion-undone', waiting.dueAt);
      let undone: StudioDeletion | null = null;
      await change('studio.deletion-cancelled', studioId, sealed, async (tx) => {
        undone = await studioDeletionChanges.take(tx, studioId, null);
        return undone;
      });
      // Somebody was first: another tab has undone it, or the studio is gone.
      const still = undone ?? (await studioRepository(store.database.reads(scopeOf(viewer))).byId(studioId));
      if (still === null) throw notFound();
      return studio;
    },
  };
}
