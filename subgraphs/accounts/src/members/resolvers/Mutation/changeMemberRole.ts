import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';
import { fromApiRole } from '../../role.ts';

export const changeMemberRole: NonNullable<MutationResolvers['changeMemberRole']> = async (_parent, { input }, { services }) => {
  const result = await services.members.changeRole(decodeId(input.id, 'Member'), fromApiRole(input.role));
  return '__typename' in result ? result : { __typename: 'ChangeMemberRoleSuccess', member: result };
};
