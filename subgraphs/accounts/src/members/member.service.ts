import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import { forbidden, type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { membershipOf, type Role, requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import { z } from 'zod';
import { permissions } from '../permissions.ts';
import { type Store, tell } from '../store.ts';
import { actingMember } from './acting.ts';
import { type MemberKey, type MemberRepository, memberChanges, memberKey } from './member.repository.ts';
import type { Member } from './member.ts';
import * as rules from './member.ts';
import { LAST_OWNER, type LastOwner, type MemberGone, memberGone } from './outcomes.ts';

const cursors = cursorCodec<MemberKey>('members-by-name-1', z.object({ name: z.string().max(200), id: z.uuid() }));

export interface MemberService {
  /** Null for a member of another studio, and for one whom the viewer may not see. */
  find(id: string): Promise<Member | null>;
  /** As `find`, in the order of the ids. */
  findAll(ids: readonly string[]): Promise<(Member | null)[]>;
  /** The members of the active studio by name; null roles are all roles. @throws NOT_FOUND for a studio that is not the active one. */
  list(
    studioId: string,
    args: { first?: number | null; after?: string | null; roles: readonly Role[] | null },
  ): Promise<Connection<Member>>;
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
  changeRole(id: string, role: Role): Promise<Member | LastOwner | MemberGone | InvalidInput>;
}

/** Members as the viewer may see and change them. */
export function memberService({ viewer, store, members }: { viewer: Viewer; store: Store; members: MemberRepository }): MemberService {
  const isOwn = (member: Member): boolean => viewer.kind === 'user' && member.userId === viewer.userId;

  const seen = (member: Member | null): Member | null =>
    member !== null && (isOwn(member) || permissions.allows(viewer, 'member.read')) ? member : null;

  const service: MemberService = {
    find: async (id) => seen(await members.byId(id)),
    findAll: async (ids) => (await members.byIds(ids)).map(seen),

    async list(studioId, args) {
      if (requireStudio(viewer) !== studioId) throw notFound();
      permissions.require(viewer, 'studio.readInside');
      const first = pageSize(args.first);
      const rows = await members.page(args.roles, cursors.decode(args.after), first + 1);
      return connectionOf({
        rows,
        first,
        after: args.after,
        cursor: (member) => cursors.encode(memberKey(member)),
        totalCount: () => members.count(args.roles),
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
      const { studioId, memberId } = actingMember(viewer);
      const doer = await store.audit.doer(viewer);
      const outcome = await store.database.transaction(scopeOf(viewer), async (tx) => {
        const { target, acting, owners } = await memberChanges.lockWithOwners(tx, studioId, id, memberId);
        if (target === null && acting !== null && (await memberChanges.hasLeft(tx, studioId, id))) return memberGone('id');
        if (target === null || acting === null) throw notFound();
        const verdict = rules.changeRole(acting, target, role, owners);
        if (verdict === 'forbidden') throw forbidden();
        if (verdict === 'last-owner') return LAST_OWNER;
        if (verdict === 'by-transfer') return BY_TRANSFER;
        if (role === target.role) return null;
        await memberChanges.setRole(tx, studioId, id, role);
        await tell(store, tx, {
          viewer,
          doer,
          entity: { typename: 'Member', id },
          verb: 'member.role-changed',
          before: { role: target.role },
          after: { role },
          audienceBefore: ['team'],
          audienceAfter: ['team'],
          line: { kind: 'MEMBER_ROLE_CHANGED' },
        });
        tx.afterCommit(() => store.revocations.publish({ userId: target.userId, studioId }));
        return null;
      });
      if (outcome !== null) return outcome;
      const member = await members.byId(id);
      if (member === null) throw notFound();
      return { ...member, role };
    },
  };
  return service;
}

/** Ownership is handed over in one place, which asks for a fresh proof. */
const BY_TRANSFER = invalidInput(
  'USE_TRANSFER_OWNERSHIP',
  'Nobody becomes an owner this way: hand ownership over with transferOwnership.',
  ['input', 'role'],
);
