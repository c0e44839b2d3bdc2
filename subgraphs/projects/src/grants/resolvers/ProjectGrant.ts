import { encodeId } from '@atelier/service-kit/ids';
import type { ProjectGrantResolvers } from './../../__generated__/types.ts';

export const ProjectGrant: ProjectGrantResolvers = {
  member: ({ memberId }) => ({ __typename: 'Member', id: encodeId('Member', memberId) }),
  project: ({ projectId }, _args, { services }) => services.projects.find(projectId),
};
