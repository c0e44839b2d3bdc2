import type { AuditLogConnectionResolvers } from './../../__generated__/types.ts';

export const AuditLogConnection: AuditLogConnectionResolvers = {
  totalCount: (connection) => connection.totalCount(),
};
