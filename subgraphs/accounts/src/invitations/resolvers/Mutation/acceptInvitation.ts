import type { MutationResolvers } from './../../../__generated__/types.ts';

export const acceptInvitation: NonNullable<MutationResolvers['acceptInvitation']> = async (_parent, { input }, { services }) => {
  const result = await services.invitations.accept(input.token);
  return '__typename' in result ? result : { __typename: 'AcceptInvitationSuccess', member: result };
};
