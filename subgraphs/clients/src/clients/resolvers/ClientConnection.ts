import type { ClientConnectionResolvers } from './../../__generated__/types.ts';

export const ClientConnection: ClientConnectionResolvers = {
  totalCount: (connection) => connection.totalCount(),
};
