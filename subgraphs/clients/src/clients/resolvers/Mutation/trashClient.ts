import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const trashClient: NonNullable<MutationResolvers['trashClient']> = async (_parent, { input }, { services }) => ({
  __typename: 'TrashClientSuccess',
  client: await services.clients.trash(decodeId(input.id, 'Client')),
});
