import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const updateClient: NonNullable<MutationResolvers['updateClient']> = async (_parent, { input }, { services }) => {
  const { id, expectedVersion, ...patch } = input;
  const outcome = await services.clients.update(decodeId(id, 'Client'), expectedVersion, patch);
  return '__typename' in outcome ? outcome : { __typename: 'UpdateClientSuccess', client: outcome };
};
