import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const updateContact: NonNullable<MutationResolvers['updateContact']> = async (_parent, { input }, { services }) => {
  const { id, expectedVersion, ...patch } = input;
  const outcome = await services.contacts.update(decodeId(id, 'Contact'), expectedVersion, patch);
  return '__typename' in outcome ? outcome : { __typename: 'UpdateContactSuccess', contact: outcome };
};
