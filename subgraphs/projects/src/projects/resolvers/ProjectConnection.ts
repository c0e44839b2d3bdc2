import type { ProjectConnectionResolvers } from './../../__generated__/types.ts';

export const ProjectConnection: ProjectConnectionResolvers = {
  totalCount: (connection) => connection.totalCount(),
};
