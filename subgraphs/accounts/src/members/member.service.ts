import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import { forbidden, notFound } from '@atelier/service-kit/errors';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { membershipOf, type Role, requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import { z } from 'zod';
import { permissions } from '../permissions.ts';
import { actorOf, type Store, studioSubject } from '../store.ts';
import { type MemberKey, type MemberRepository, memberChanges, memberKey } from './member.repository.ts';
import type { Member } from './member.ts';
import * as rules from './member.ts';

const cursors = cursorCodec<MemberKey>('members-by-name-1', z.object({ name: z.string().max(200), id: z.uuid() }));

/** A studio cannot be left without an owner. */
const LAST_OWNER = {
  __typename: 'LastOwner' as const,
  message: 'A studio needs an owner. Make somebody else owner first.',
  code: 'LAST_OWNER',
  path: null,
};

export interface MemberService {
  /** Null for a member of another studio, and for one whom the viewer may not see. */
  find(id: string): Promise<Member | null>;
  /** The members of the active studio by name. @throws NOT_FOUND for a studio that is not the active one. */
  list(studioId: string, args: { first?: number | null; after?: string | null }): Promise<Connection<Member>>;
  /** Every membership of the person who asks. */
  own(userId: string): Promise<Member[]>;
  /** Whether the viewer is this member. */
  isViewer(member: Member): boolean;
  /** The role. @throws FORBIDDEN for clients */
  role(member: Member): Role;
  /** When the person joined. @throws FORBIDDEN for clients */
  joinedAt(member: Member): Date;
  /** The address; null for those who may not see it. */
  email(member: Member): string | null;
  changeRole(id: string, role: Role): Promise<Member | typeof LAST_OWNER>;
  remove(id: string): Promise<{ id: string } | typeof LAST_OWNER>;
}

/** Members as the viewer may see and change them. */
export function memberService({ viewer, store, members }: { viewer: Viewer; store: Store; members: MemberRepository }): MemberService {
  const isOwn = (member: Member): boolean => viewer.kind === 'user' && member.userId === viewer.userId;

  /** The member whom a use case changes, and who changes it. */
  const acting = (): { memberId: string; studioId: string } => {
    const studioId = requireStudio(viewer);
    const membership = membershipOf(viewer);
    // A program does not decide who belongs to a studio.
    if (membership === null || viewer.kind !== 'user') throw forbidden();
    return { memberId: membership.memberId, studioId };
  };

  const service: MemberService = {
    async find(id) {
      const member = await members.byId(id);
      return member !== null && (isOwn(member) || permissions.allows(viewer, 'member.read')) ? member : null;
    },

    async list(studioId, args) {
      if (requireStudio(viewer) !== studioId) throw notFound();
      permissions.require(viewer, 'studio.readInside');
      const first = pageSize(args.first);
      const rows = await members.page(cursors.decode(args.after), first + 1);
      return connectionOf({
        rows,
        first,
        after: args.after,
        cursor: (member) => cursors.encode(memberKey(member)),
        totalCount: () => members.count(),
      });
    },

    own: (userId) => (viewer.kind === 'user' && viewer.userId === userId ? members.ofUser(userId) : Promise.resolve([])),

    isViewer: (member) => membershipOf(viewer)?.memberId === member.id || isOwn(member),

    role(member) {
      if (!isOwn(member)) permissions.require(viewer, 'member.readRole');
      return member.role;
    },

    joinedAt(member) {
      if (!isOwn(member)) permissions.require(viewer, 'member.readRole');
      return member.joinedAt;
    },

    email: (member) => (isOwn(member) || permissions.allows(viewer, 'member.readEmail') ? member.email : null),

    async changeRole(id, role) {
      const { studioId, memberId } = acting();
      const before = await service.find(id);
      if (before === null || before.studioId !== studioId) throw notFound();
      const doer = await store.audit.doer(viewer);
      return store.database.transaction(scopeOf(viewer), async (tx) => {
        const locked = await memberChanges.lockWithOwners(tx, studioId, id, memberId);
        if (locked === null) throw notFound();
        const { target, owners } = locked;
        const verdict = rules.changeRole(locked.acting, target, role, owners);
        if (verdict === 'forbidden') throw forbidden();
        if (verdict === 'last-owner') return LAST_OWNER;
        if (role === target.role) return { ...before, role };
        await memberChanges.setRole(tx, studioId, id, role);
        await store.activity.record(tx, {
          subject: studioSubject(studioId),
          entity: { typename: 'Member', id },
          verb: 'member.role-changed',
          actor: actorOf(viewer),
          before: { role: target.role },
          after: { role },
          audienceBefore: ['team'],
          audienceAfter: ['team'],
        });
        await store.audit.record(tx, doer, {
          kind: role === 'owner' ? 'OWNERSHIP_TRANSFERRED' : 'MEMBER_ROLE_CHANGED',
          target: { type: 'Member', id },
          before: { role: target.role },
          after: { role },
        });
        tx.afterCommit(() => store.revocations.publish({ userId: target.userId, studioId }));
        return { ...before, role };
      });
    },

    async remove(id) {
      const { studioId, memberId } = acting();
      const doer = await store.audit.doer(viewer);
      return store.database.transaction(scopeOf(viewer), async (tx) => {
        const locked = await memberChanges.lockWithOwners(tx, studioId, id, memberId);
        if (locked === null) throw notFound();
        const { target, owners } = locked;
        const verdict = rules.remove(locked.acting, target, owners);
        if (verdict === 'forbidden') throw forbidden();
        if (verdict === 'last-owner') return LAST_OWNER;
        await store.audit.remember(tx, [id, memberId]);
        await memberChanges.remove(tx, studioId, id);
        await store.activity.record(tx, {
          subject: studioSubject(studioId),
          entity: { typename: 'Member', id },
          verb: 'member.removed',
          actor: actorOf(viewer),
          before: { role: target.role },
          audienceBefore: ['team'],
          audienceAfter: [],
          event: { type: 'member.removed', data: { memberId: id, userId: target.userId, studioId } },
        });
        await store.audit.record(tx, doer, {
          kind: 'MEMBER_REMOVED',
          target: { type: 'Member', id },
          before: { role: target.role },
        });
        tx.afterCommit(() => store.revocations.publish({ userId: target.userId, studioId }));
        return { id };
      });
    },
  };
  return service;
}
