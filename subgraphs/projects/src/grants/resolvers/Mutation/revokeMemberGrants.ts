import { decodeId, encodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const revokeMemberGrants: NonNullable<MutationResolvers['revokeMemberGrants']> = async (_parent, { input }, { services }) => {
  const closed = await services.grants.revokeAll(decodeId(input.memberId, 'Member'));
  return {
    __typename: 'RevokeMemberGrantsSuccess',
    member: { __typename: 'Member', id: input.memberId },
    projectIds: closed.map((id) => encodeId('Project', id)),
  };
};
