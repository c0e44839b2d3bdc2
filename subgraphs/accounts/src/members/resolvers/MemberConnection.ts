import type { MemberConnectionResolvers } from './../../__generated__/types.ts';

export const MemberConnection: MemberConnectionResolvers = {
  totalCount: (connection) => connection.totalCount(),
};
