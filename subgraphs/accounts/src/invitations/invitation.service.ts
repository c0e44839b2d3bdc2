import { isUniqueViolation, type Transaction } from '@atelier/service-kit/database';
import { AppError, type InvalidInput, notFound, unauthenticated } from '@atelier/service-kit/errors';
import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Peers } from '@atelier/service-kit/peers';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { membershipOf, type Role, requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import { type Doer, veiled } from '../audit-log/audit-log.ts';
import type { SealedMail } from '../mail.ts';
import { type MemberRepository, memberChanges } from '../members/member.repository.ts';
import type { Member } from '../members/member.ts';
import { permissions } from '../permissions.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { actorOf, type Store, studioSubject, tell } from '../store.ts';
import type { StudioRepository } from '../studios/studio.repository.ts';
import type { Studio } from '../studios/studio.ts';
import type { UserRepository } from '../users/user.repository.ts';
import { type InvitationPreview, type InvitationRepository, invitationByToken, invitationChanges } from './invitation.repository.ts';
import { checkInvitation, endOf, type Invitation } from './invitation.ts';

/** The address belongs to a member already. */
export interface AlreadyMember {
  __typename: 'AlreadyMember';
  message: string;
  code: 'ALREADY_MEMBER';
  path: string[];
}

/** The link is not good, or for another address. */
export interface InvitationNotUsable {
  __typename: 'InvitationNotUsable';
  message: string;
  code: 'INVITATION_EXPIRED' | 'WRONG_ADDRESS';
  path: null;
}

export interface InvitationService {
  /** Null for another studio's, and for viewers who may not manage members. */
  find(id: string): Promise<Invitation | null>;
  /** Those that wait, the newest first; null for viewers who may not manage members of this studio. */
  open(studioId: string): Promise<Invitation[] | null>;
  /** What the link shows before it is accepted, to anybody who holds it; null when it is not good. */
  preview(token: string): Promise<InvitationPreview | null>;
  /** Mails the link, or gives it in this answer and nowhere else. It is good for the invited address alone, whoever hands it over. */
  invite(input: {
    email: string;
    role: Role;
    projectIds: readonly string[];
    sendMail: boolean;
  }): Promise<{ invitation: Invitation; url: string | null } | AlreadyMember | InvalidInput>;
  /** Mails one that waits once more, with a new link; role and projects stay. @throws NOT_FOUND when it no longer waits */
  resend(id: string): Promise<Invitation>;
  revoke(id: string): Promise<{ id: string }>;
  accept(token: string): Promise<Member | InvitationNotUsable>;
}

interface Options {
  viewer: Viewer;
  viewerToken: string;
  store: Store;
  peers: Peers;
  invitations: InvitationRepository;
  members: MemberRepository;
  studios: StudioRepository;
  users: UserRepository;
  now: () => Date;
}

/** Invitations as the viewer may see, send and accept them. */
export function invitationService(options: Options): InvitationService {
  const { viewer, store, invitations, members, now } = options;

  async function checkProjects(projectIds: readonly string[]): Promise<void> {
    if (projectIds.length === 0) return;
    const ids = projectIds.map((id) => encodeId('Project', id));
    const found = await options.peers.entities(options.viewerToken, 'Project', ids, '{ id }');
    if (found.includes(null)) throw notFound();
  }

  async function join(userId: string, studioId: string, tokenHash: string): Promise<string | null> {
    const memberId = uuidv7(now().getTime());
    const from = await store.audit.doer(viewer);
    return store.database.transaction({ studioId, userId }, async (tx) => {
      const invitation = await invitationChanges.take(tx, studioId, tokenHash, now());
      if (invitation === null) return null;
      const { role, projectIds } = invitation;
      await memberChanges.insert(tx, { studioId, id: memberId, userId, role, joinedAt: now() });
      await store.activity.record(tx, {
        subject: studioSubject(studioId),
        entity: { typename: 'Member', id: memberId },
        verb: 'member.joined',
        actor: { kind: 'member', id: memberId },
        after: { role, invitedBy: invitation.invitedBy },
        audienceBefore: [],
        audienceAfter: ['team'],
        event: { type: 'member.joined', data: { memberId, userId, studioId, role, projectIds, invitedBy: invitation.invitedBy } },
      });
      await store.audit.record(
        tx,
        { ...from, actorKind: 'member', actorId: memberId },
        { kind: 'MEMBER_JOINED', target: { type: 'Member', id: memberId }, after: { role } },
      );
      tx.afterCommit(() => store.revocations.publish({ userId }));
      return memberId;
    });
  }

  /** An address is mailed so often only, by whichever studios: anybody can make one and invite strangers. */
  async function countMail(email: string): Promise<void> {
    const taken = await store.throttle.take('mail', `invitation ${email}`);
    if (taken.allowed) return;
    throw new AppError('RATE_LIMITED', 'This address was invited often just now. Wait a few minutes, or hand the link over yourself.');
  }

  const sealMail = ({ email, role }: Pick<Invitation, 'email' | 'role'>, studio: Studio, inviter: Member, url: string) =>
    store.mails.seal({
      template: 'invitation',
      to: { email },
      locale: studio.locale,
      studioId: studio.id,
      data: { url, studioName: studio.name, invitedBy: inviter.name, role },
    });

  /** Sends an invitation off, with its mail or (null) without, and says so in feed and log. */
  async function recordSent(tx: Transaction, doer: Doer, { id, studioId, email, role }: Invitation, mail: SealedMail | null) {
    if (mail !== null) await store.mails.queue(tx, mail);
    await store.activity.record(tx, {
      subject: studioSubject(studioId),
      entity: { typename: 'Invitation', id },
      verb: 'invitation.sent',
      actor: actorOf(viewer),
      after: { role },
      audienceBefore: [],
      audienceAfter: ['team'],
    });
    await store.audit.record(tx, doer, {
      kind: 'MEMBER_INVITED',
      target: { type: 'Invitation', id },
      after: { email: veiled(email), role, by: mail === null ? 'link' : 'mail' },
    });
  }

  return {
    find: async (id) => (permissions.allows(viewer, 'member.manage') ? invitations.byId(id) : null),

    async open(studioId) {
      if (!permissions.allows(viewer, 'member.manage') || requireStudio(viewer) !== studioId) return null;
      return invitations.open(now());
    },

    preview: (token) => invitationByToken(store.signIn.reads({ studioId: null }), hashSecret(token), now()),

    async invite(input) {
      permissions.require(viewer, 'member.manage');
      const studioId = requireStudio(viewer);
      const memberId = membershipOf(viewer)?.memberId ?? '';
      const checked = checkInvitation(input);
      if ('__typename' in checked) return checked;
      const [isMember, studio, inviter] = await Promise.all([
        members.hasEmail(checked.email),
        options.studios.byId(studioId),
        members.byId(memberId),
        checkProjects(checked.projectIds),
      ]);
      if (studio === null || inviter === null) throw notFound();
      if (isMember) {
        return {
          __typename: 'AlreadyMember',
          message: 'This address belongs to somebody who is here already.',
          code: 'ALREADY_MEMBER',
          path: ['input', 'email'],
        };
      }
      if (input.sendMail) await countMail(checked.email);
      const token = newSecret();
      const at = now();
      const doer = await store.audit.doer(viewer);
      const url = `${store.publicUrl}/join/${token}`;
      const mail = input.sendMail ? await sealMail(checked, studio, inviter, url) : null;
      return store.database.transaction(scopeOf(viewer), async (tx) => {
        const invitation = await invitationChanges.put(tx, {
          ...checked,
          studioId,
          id: uuidv7(at.getTime()),
          tokenHash: hashSecret(token),
          invitedBy: memberId,
          createdAt: at,
          expiresAt: endOf(at),
        });
        await recordSent(tx, doer, invitation, mail);
        return { invitation, url: mail === null ? url : null };
      });
    },

    async resend(id) {
      permissions.require(viewer, 'member.manage');
      const studioId = requireStudio(viewer);
      const memberId = membershipOf(viewer)?.memberId ?? '';
      const [waiting, studio, inviter] = await Promise.all([invitations.byId(id), options.studios.byId(studioId), members.byId(memberId)]);
      if (waiting === null || studio === null || inviter === null) throw notFound();
      await countMail(waiting.email);
      const token = newSecret();
      const at = now();
      const doer = await store.audit.doer(viewer);
      const mail = await sealMail(waiting, studio, inviter, `${store.publicUrl}/join/${token}`);
      return store.database.transaction(scopeOf(viewer), async (tx) => {
        const renewed = { studioId, id, tokenHash: hashSecret(token), invitedBy: memberId, createdAt: at, expiresAt: endOf(at) };
        const invitation = await invitationChanges.renew(tx, renewed);
        if (invitation === null) throw notFound();
        await recordSent(tx, doer, invitation, mail);
        return invitation;
      });
    },

    async revoke(id) {
      permissions.require(viewer, 'member.manage');
      const studioId = requireStudio(viewer);
      const doer = await store.audit.doer(viewer);
      return store.database.transaction(scopeOf(viewer), async (tx) => {
        const invitation = await invitationChanges.remove(tx, studioId, id);
        if (invitation === null) throw notFound();
        await tell(store, tx, {
          viewer,
          doer,
          entity: { typename: 'Invitation', id },
          verb: 'invitation.revoked',
          before: { role: invitation.role },
          // Not all of the team sees it: nobody is told the id of one that is gone.
          audienceBefore: [],
          audienceAfter: [],
          line: { kind: 'INVITATION_REVOKED', before: { email: veiled(invitation.email), role: invitation.role } },
        });
        return { id };
      });
    },

    async accept(token) {
      if (viewer.kind !== 'user') throw unauthenticated();
      const { userId } = viewer;
      const tokenHash = hashSecret(token);
      const [preview, user] = await Promise.all([
        invitationByToken(store.signIn.reads({ studioId: null }), tokenHash, now()),
        options.users.byId(userId),
      ]);
      if (preview === null) return NOT_GOOD;
      if (user === null || !user.emailVerified || user.email !== preview.email) return WRONG_ADDRESS;
      const joined = await join(userId, preview.studioId, tokenHash).catch((error: unknown) => {
        if (isUniqueViolation(error, 'members_studio_user_key')) return 'was here' as const;
        throw error;
      });
      if (joined === null) return NOT_GOOD;
      const own = await members.ofUser(userId);
      const member = own.find(({ id, studioId }) => (joined === 'was here' ? studioId === preview.studioId : id === joined));
      if (member === undefined) throw notFound();
      return member;
    },
  };
}

const NOT_GOOD: InvitationNotUsable = {
  __typename: 'InvitationNotUsable',
  message: 'This invitation is no longer good: it ended, was used, or was taken back. Ask for a new one.',
  code: 'INVITATION_EXPIRED',
  path: null,
};

const WRONG_ADDRESS: InvitationNotUsable = {
  __typename: 'InvitationNotUsable',
  message: 'This invitation was sent to another address. Sign in with that one, or ask for a new invitation.',
  code: 'WRONG_ADDRESS',
  path: null,
};
