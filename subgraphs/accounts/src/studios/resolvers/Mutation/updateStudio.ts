import type { MutationResolvers } from './../../../__generated__/types.ts';

export const updateStudio: NonNullable<MutationResolvers['updateStudio']> = async (_parent, { input }, { services }) => {
  const { expectedVersion, ...given } = input;
  // Null says the same as leaving a field out: none of them can be empty.
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
  const result = await services.studios.update(expectedVersion, changes);
  return '__typename' in result ? result : { __typename: 'UpdateStudioSuccess', studio: result };
};
