import { forbidden, type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { encodeId } from '@atelier/service-kit/ids';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { studioOf, type Viewer } from '@atelier/service-kit/viewer';
import { permissions } from '../permissions.ts';
import { type Store, tell } from '../store.ts';
import { actingMember } from './acting.ts';
import { type MemberRepository, memberChanges } from './member.repository.ts';
import { canSucceed, type Leaving, type Member, remove } from './member.ts';
import { LAST_OWNER, type LastOwner, type MemberGone, memberGone } from './outcomes.ts';

export interface RemovalService {
  /** What ends and stays when a member leaves; null for those who neither are this member nor manage members. */
  leaving(member: Member): Promise<Leaving | null>;
  /** Takes a member out. Their open tasks go to `tasksTo`, in the domain that owns them, or to nobody. */
  remove(id: string, tasksTo: string | null): Promise<{ id: string } | LastOwner | MemberGone | InvalidInput>;
}

const NOT_A_SUCCESSOR = invalidInput(
  'NOT_A_SUCCESSOR',
  'Open tasks can go to another member who sees every project, not to a guest and not to the one who leaves.',
  ['input', 'tasksTo'],
);

/** How members leave. */
export function removalService(options: { viewer: Viewer; store: Store; members: MemberRepository; now: () => Date }): RemovalService {
  const { viewer, store, members, now } = options;
  return {
    async leaving(member) {
      if (studioOf(viewer) !== member.studioId || viewer.kind !== 'user') return null;
      const isOwn = viewer.userId === member.userId;
      return isOwn || permissions.allows(viewer, 'member.manage') ? members.leaving(member.id, now()) : null;
    },

    async remove(id, tasksTo) {
      const { studioId, memberId } = actingMember(viewer);
      const doer = await store.audit.doer(viewer);
      return store.database.transaction(scopeOf(viewer), async (tx) => {
        // Who takes the tasks on is locked too: they cannot leave before this has committed.
        const { target, acting, third, owners } = await memberChanges.lockWithOwners(tx, studioId, id, memberId, tasksTo);
        if (acting === null) throw notFound();
        if (target === null) {
          if (await memberChanges.hasLeft(tx, studioId, id)) return memberGone('id');
          throw notFound();
        }
        const verdict = remove(acting, target, owners);
        if (verdict === 'forbidden') throw forbidden();
        if (verdict === 'last-owner') return LAST_OWNER;
        if (tasksTo !== null && third === null) {
          if (await memberChanges.hasLeft(tx, studioId, tasksTo)) return memberGone('tasksTo');
          throw notFound();
        }
        if (third !== null && !canSucceed(target, third)) return NOT_A_SUCCESSOR;
        await store.audit.remember(tx, [id, memberId, ...(tasksTo === null ? [] : [tasksTo])]);
        await memberChanges.remove(tx, studioId, id);
        await tell(store, tx, {
          viewer,
          doer,
          entity: { typename: 'Member', id },
          verb: 'member.removed',
          before: { role: target.role },
          audienceBefore: ['team'],
          audienceAfter: [],
          event: { type: 'member.removed', data: { memberId: id, userId: target.userId, studioId, tasksTo } },
          line: {
            kind: 'MEMBER_REMOVED',
            // An id: names stand beside the log, so that one can be erased.
            after: third === null ? null : { tasksTo: encodeId('Member', third.id) },
          },
        });
        tx.afterCommit(() => store.revocations.publish({ userId: target.userId, studioId }));
        return { id };
      });
    },
  };
}
