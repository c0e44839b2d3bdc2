import type { MutationResolvers } from './../../../__generated__/types.ts';

export const cancelStudioDeletion: NonNullable<MutationResolvers['cancelStudioDeletion']> = async (_parent, _args, { services }) => ({
  __typename: 'CancelStudioDeletionSuccess',
  studio: await services.studioDeletions.cancel(),
});
