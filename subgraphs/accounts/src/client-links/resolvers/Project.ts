import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { ProjectResolvers } from './../../__generated__/types.ts';

export const Project: ProjectResolvers = {
  __resolveReference: (reference) => {
    const projectId = tryDecodeId(String(reference.id), 'Project');
    return projectId === null ? null : { projectId };
  },
  id: ({ projectId }) => encodeId('Project', projectId),
  clientLinks: ({ projectId }, _args, { services }) => services.clientLinks.ofProject(projectId),
};
