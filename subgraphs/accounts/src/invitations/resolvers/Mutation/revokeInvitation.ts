import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const revokeInvitation: NonNullable<MutationResolvers['revokeInvitation']> = async (_parent, { input }, { services }) => {
  await services.invitations.revoke(decodeId(input.id, 'Invitation'));
  return { __typename: 'RevokeInvitationSuccess', id: input.id };
};
