import { forbidden, notFound } from '@atelier/service-kit/errors';
import { scopeOf } from '@atelier/service-kit/subgraph';
import type { Viewer } from '@atelier/service-kit/viewer';
import { permissions } from '../permissions.ts';
import { actorOf, type Store, studioSubject } from '../store.ts';
import type { StudioRepository } from '../studios/studio.repository.ts';
import { type FreshProofNeeded, proofNeeded } from '../users/proof.ts';
import type { UserRepository } from '../users/user.repository.ts';
import { actingMember } from './acting.ts';
import { type MemberRepository, memberChanges } from './member.repository.ts';
import { type Member, transferOwnership } from './member.ts';
import { type MemberGone, memberGone } from './outcomes.ts';

/** The member is an owner already. */
export interface AlreadyOwner {
  __typename: 'AlreadyOwner';
  message: string;
  code: 'ALREADY_OWNER';
  path: string[];
}

export interface OwnershipService {
  /** Makes a member an owner, and the one who does so an admin if they wish. Asks for a fresh proof. @throws FORBIDDEN for all but owners */
  transfer(id: string, stepDown: boolean): Promise<{ member: Member; formerOwner: Member } | AlreadyOwner | MemberGone | FreshProofNeeded>;
}

const ALREADY_OWNER: AlreadyOwner = {
  __typename: 'AlreadyOwner',
  message: 'This member is an owner already. To step down yourself, change your own role.',
  code: 'ALREADY_OWNER',
  path: ['input', 'id'],
};

interface Options {
  viewer: Viewer;
  store: Store;
  members: MemberRepository;
  studios: StudioRepository;
  users: UserRepository;
  now: () => Date;
}

/** How ownership changes hands. */
export function ownershipService({ viewer, store, members, studios, users, now }: Options): OwnershipService {
  /** The mails to the new owner, the former one and all others, sealed before the change begins. */
  async function sealMails(to: Member, from: Member, stepDown: boolean) {
    const [studio, owners] = await Promise.all([studios.byId(to.studioId), members.owners()]);
    if (studio === null) throw notFound();
    const others = owners.filter(({ id }) => id !== to.id && id !== from.id);
    const parts = [[to, 'new'], [from, 'former'], ...others.map((owner) => [owner, 'other'] as const)] as const;
    return Promise.all(
      parts.map(([member, part]) =>
        store.mails.seal({
          template: 'ownership-transferred',
          to: { email: member.email },
          locale: studio.locale,
          studioId: studio.id,
          data: {
            part,
            studioName: studio.name,
            from: from.name,
            to: to.name,
            formerRole: stepDown ? 'admin' : 'owner',
            url: `${store.publicUrl}/s/${studio.slug}/settings/members`,
          },
        }),
      ),
    );
  }

  return {
    async transfer(id, stepDown) {
      permissions.require(viewer, 'member.transferOwnership');
      const { studioId, memberId, userId, sessionId } = actingMember(viewer);
      const needed = proofNeeded(await users.provedAt(userId, sessionId), now());
      if (needed !== null) return needed;
      const [to, from, doer] = await Promise.all([members.byId(id), members.byId(memberId), store.audit.doer(viewer)]);
      const mails = to === null || from === null || to.studioId !== studioId ? [] : await sealMails(to, from, stepDown);
      const outcome = await store.database.transaction(scopeOf(viewer), async (tx) => {
        const { target, acting } = await memberChanges.lockWithOwners(tx, studioId, id, memberId);
        if (acting === null) throw notFound();
        if (target === null) {
          if (await memberChanges.hasLeft(tx, studioId, id)) return memberGone('id');
          throw notFound();
        }
        const verdict = transferOwnership(acting, target);
        if (verdict === 'forbidden') throw forbidden();
        if (verdict === 'already-owner') return ALREADY_OWNER;
        const changes = [
          { member: target, role: 'owner' as const },
          ...(stepDown ? [{ member: { ...acting, id: memberId, userId }, role: 'admin' as const }] : []),
        ];
        for (const { member, role } of changes) {
          await memberChanges.setRole(tx, studioId, member.id, role);
          await store.activity.record(tx, {
            subject: studioSubject(studioId),
            entity: { typename: 'Member', id: member.id },
            verb: 'member.role-changed',
            actor: actorOf(viewer),
            before: { role: member.role },
            after: { role },
            audienceBefore: ['team'],
            audienceAfter: ['team'],
          });
          tx.afterCommit(() => store.revocations.publish({ userId: member.userId, studioId }));
        }
        for (const mail of mails) await store.mails.queue(tx, mail);
        await store.audit.record(tx, doer, {
          kind: 'OWNERSHIP_TRANSFERRED',
          target: { type: 'Member', id },
          before: { role: target.role, formerOwner: 'owner' },
          after: { role: 'owner', formerOwner: stepDown ? 'admin' : 'owner' },
        });
        return null;
      });
      if (outcome !== null) return outcome;
      if (to === null || from === null) throw notFound();
      return { member: { ...to, role: 'owner' }, formerOwner: { ...from, role: stepDown ? 'admin' : 'owner' } };
    },
  };
}
