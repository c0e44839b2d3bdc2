import { type InvalidInput, invalidInput, notFound, unauthenticated } from '@atelier/service-kit/errors';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio, studioOf, type Viewer } from '@atelier/service-kit/viewer';
import type { Member } from '../members/member.ts';
import { permissions } from '../permissions.ts';
import { type Store, tell } from '../store.ts';
import type { StudioRepository } from '../studios/studio.repository.ts';
import type { Studio } from '../studios/studio.ts';
import { type FreshProofNeeded, proofNeeded } from '../users/proof.ts';
import type { UserRepository } from '../users/user.repository.ts';
import type { RequirementRepository } from './requirement.repository.ts';

const MOST_DAYS = 90;

export interface RequirementService {
  /** How many days members have to set a second factor up; null where the studio does not ask, or is not the viewer's active one. */
  days(studio: Studio): Promise<number | null>;
  /** Null for those who neither are this member nor manage members. */
  hasSecondFactor(member: Member): Promise<boolean | null>;
  /** When a member without one is kept out; null where nothing is asked, or they have one, or it is not the viewer's to know. */
  dueAt(member: Member): Promise<Date | null>;
  /** Asks members for a second factor, or no longer (null). Asks for a fresh proof. @throws FORBIDDEN for everybody but owners */
  require(days: number | null): Promise<Studio | InvalidInput | FreshProofNeeded>;
}

/** Whether a studio asks its members for a second factor. */
export function requirementService(options: {
  viewer: Viewer;
  store: Store;
  users: UserRepository;
  studios: StudioRepository;
  requirements: RequirementRepository;
  now: () => Date;
}): RequirementService {
  const { viewer, store, users, studios, requirements, now } = options;

  const mayKnow = (member: Member): boolean =>
    (viewer.kind === 'user' && viewer.userId === member.userId) ||
    (studioOf(viewer) === member.studioId && permissions.allows(viewer, 'member.manage'));

  return {
    days: async (studio) =>
      studioOf(viewer) === studio.id && permissions.allows(viewer, 'studio.readInside') ? requirements.days(studio.id) : null,

    hasSecondFactor: async (member) => (mayKnow(member) ? ((await requirements.ofMember(member.id))?.hasSecondFactor ?? null) : null),

    async dueAt(member) {
      const found = mayKnow(member) ? await requirements.ofMember(member.id) : null;
      return found === null || found.hasSecondFactor ? null : found.dueAt;
    },

    async require(days) {
      permissions.require(viewer, 'studio.requireSecondFactor');
      const id = requireStudio(viewer);
      if (viewer.kind !== 'user') throw unauthenticated();
      if (days !== null && (days < 0 || days > MOST_DAYS)) {
        return invalidInput('OUT_OF_RANGE', `Members can have between 0 and ${MOST_DAYS} days.`, ['input', 'days']);
      }
      const needed = proofNeeded(await users.provedAt(viewer.userId, viewer.sessionId), now());
      if (needed !== null) return needed;
      const before = await requirements.days(id);
      const was = { before: { secondFactorDays: before }, after: { secondFactorDays: days } };
      const doer = await store.audit.doer(viewer);
      const concerned = await requirements.without(id);
      await store.database.transaction(scopeOf(viewer), async (tx) => {
        await requirements.set(tx, id, days, now());
        await tell(store, tx, {
          viewer,
          doer,
          entity: { typename: 'Studio', id },
          verb: 'studio.updated',
          ...was,
          audienceBefore: ['team'],
          audienceAfter: ['team'],
          line: { kind: 'STUDIO_CHANGED' },
        });
        tx.afterCommit(() => {
          for (const userId of concerned) store.revocations.publish({ userId });
        });
      });
      const studio = await studios.byId(id);
      if (studio === null) throw notFound();
      return studio;
    },
  };
}
