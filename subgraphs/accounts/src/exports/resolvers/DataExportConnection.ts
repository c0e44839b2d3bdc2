import type { DataExportConnectionResolvers } from './../../__generated__/types.ts';

export const DataExportConnection: DataExportConnectionResolvers = {
  totalCount: (connection) => connection.totalCount(),
};
