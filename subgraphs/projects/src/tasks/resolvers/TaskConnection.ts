import type { TaskConnectionResolvers } from './../../__generated__/types.ts';

export const TaskConnection: TaskConnectionResolvers = {
  totalCount: (connection) => connection.totalCount(),
};
