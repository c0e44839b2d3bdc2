import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { InvitationResolvers } from './../../__generated__/types.ts';
import { toApiRole } from '../../members/role.ts';

export const Invitation: InvitationResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'Invitation');
    return id === null ? null : services.invitations.find(id);
  },
  id: (invitation) => encodeId('Invitation', invitation.id),
  role: (invitation) => toApiRole(invitation.role),
  projects: ({ projectIds }) => projectIds.map((projectId) => ({ projectId })),
  invitedBy: ({ invitedBy }, _args, { services }) => services.members.find(invitedBy),
};
