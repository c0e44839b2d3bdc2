import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const grantProject: NonNullable<MutationResolvers['grantProject']> = async (_parent, { input }, { services }) => {
  const outcome = await services.grants.grant(decodeId(input.projectId, 'Project'), decodeId(input.memberId, 'Member'));
  return '__typename' in outcome ? outcome : { __typename: 'GrantProjectSuccess', project: outcome };
};
