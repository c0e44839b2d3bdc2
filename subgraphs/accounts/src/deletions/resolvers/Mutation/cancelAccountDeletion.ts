import type { MutationResolvers } from './../../../__generated__/types.ts';

export const cancelAccountDeletion: NonNullable<MutationResolvers['cancelAccountDeletion']> = async (_parent, _args, { services }) => {
  const result = await services.accountDeletions.cancel();
  return '__typename' in result ? result : { __typename: 'CancelAccountDeletionSuccess', user: result };
};
