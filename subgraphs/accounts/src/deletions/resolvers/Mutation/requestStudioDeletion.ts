import type { MutationResolvers } from './../../../__generated__/types.ts';

export const requestStudioDeletion: NonNullable<MutationResolvers['requestStudioDeletion']> = async (_parent, { input }, { services }) => {
  const result = await services.studioDeletions.request(input.name);
  return '__typename' in result ? result : { __typename: 'RequestStudioDeletionSuccess', studio: result };
};
