import type { MutationResolvers } from './../../../__generated__/types.ts';

export const createClient: NonNullable<MutationResolvers['createClient']> = async (_parent, { input }, { services }) => {
  const outcome = await services.clients.create(input);
  return '__typename' in outcome ? outcome : { __typename: 'CreateClientSuccess', client: outcome };
};
