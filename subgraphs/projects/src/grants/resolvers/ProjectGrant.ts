import { batched } from '@atelier/service-kit/batched';
import { encodeId } from '@atelier/service-kit/ids';
import type { ProjectGrantResolvers } from './../../__generated__/types.ts';

export const ProjectGrant: ProjectGrantResolvers = {
  member: ({ memberId }) => ({ __typename: 'Member', id: encodeId('Member', memberId) }),
  project: batched((grants, _args, { services }) => services.projects.findAll(grants.map((grant) => grant.projectId))),
};
