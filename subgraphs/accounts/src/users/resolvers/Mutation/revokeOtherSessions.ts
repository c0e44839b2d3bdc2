import type { MutationResolvers } from './../../../__generated__/types.ts';

export const revokeOtherSessions: NonNullable<MutationResolvers['revokeOtherSessions']> = async (_parent, _args, { services }) => ({
  __typename: 'RevokeOtherSessionsSuccess',
  user: await services.users.endOtherSessions(),
});
