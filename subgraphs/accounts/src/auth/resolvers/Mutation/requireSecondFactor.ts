import type { MutationResolvers } from './../../../__generated__/types.ts';

export const requireSecondFactor: NonNullable<MutationResolvers['requireSecondFactor']> = async (_parent, { input }, { services }) => {
  const result = await services.requirements.require(input.days ?? null);
  return '__typename' in result ? result : { __typename: 'RequireSecondFactorSuccess', studio: result };
};
