import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const restoreClient: NonNullable<MutationResolvers['restoreClient']> = async (_parent, { input }, { services }) => ({
  __typename: 'RestoreClientSuccess',
  client: await services.clients.restore(decodeId(input.id, 'Client')),
});
