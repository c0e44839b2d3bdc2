import type { ProjectGrantConnectionResolvers } from './../../__generated__/types.ts';

export const ProjectGrantConnection: ProjectGrantConnectionResolvers = {
  totalCount: (connection) => connection.totalCount(),
};
