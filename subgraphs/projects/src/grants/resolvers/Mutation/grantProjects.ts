import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const grantProjects: NonNullable<MutationResolvers['grantProjects']> = async (_parent, { input }, { services }) => {
  const projectIds = input.projectIds.map((id) => decodeId(id, 'Project'));
  const wrong = await services.grants.grantMany(projectIds, decodeId(input.memberId, 'Member'));
  return wrong ?? { __typename: 'GrantProjectsSuccess', member: { __typename: 'Member', id: input.memberId } };
};
