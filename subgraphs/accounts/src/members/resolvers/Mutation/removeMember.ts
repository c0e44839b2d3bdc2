import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const removeMember: NonNullable<MutationResolvers['removeMember']> = async (_parent, { input }, { services }) => {
  const result = await services.members.remove(decodeId(input.id, 'Member'));
  return '__typename' in result ? result : { __typename: 'RemoveMemberSuccess', id: input.id };
};
