import type { CommentConnectionResolvers } from './../../__generated__/types.ts';

export const CommentConnection: CommentConnectionResolvers = {
  totalCount: (connection) => connection.totalCount(),
};
