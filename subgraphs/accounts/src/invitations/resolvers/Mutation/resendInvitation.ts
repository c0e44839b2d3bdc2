import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const resendInvitation: NonNullable<MutationResolvers['resendInvitation']> = async (_parent, { input }, { services }) => ({
  __typename: 'ResendInvitationSuccess',
  invitation: await services.invitations.resend(decodeId(input.id, 'Invitation')),
});
