import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const createContact: NonNullable<MutationResolvers['createContact']> = async (_parent, { input }, { services }) => {
  const outcome = await services.contacts.create({ ...input, clientId: decodeId(input.clientId, 'Client') });
  return '__typename' in outcome ? outcome : { __typename: 'CreateContactSuccess', contact: outcome };
};
