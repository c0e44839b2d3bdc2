import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const removeContact: NonNullable<MutationResolvers['removeContact']> = async (_parent, { input }, { services }) => {
  await services.contacts.remove(decodeId(input.id, 'Contact'));
  return { __typename: 'RemoveContactSuccess', id: input.id };
};
