import type { MutationResolvers } from './../../../__generated__/types.ts';

export const requestAccountDeletion: NonNullable<MutationResolvers['requestAccountDeletion']> = async (
  _parent,
  { input },
  { services },
) => {
  const result = await services.accountDeletions.request(input.email);
  return '__typename' in result ? result : { __typename: 'RequestAccountDeletionSuccess', user: result };
};
