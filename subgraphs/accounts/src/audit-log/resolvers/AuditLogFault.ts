import type { AuditLogFaultResolvers } from './../../__generated__/types.ts';

export const AuditLogFault: AuditLogFaultResolvers = {
  kind: (fault) => fault.what,
};
