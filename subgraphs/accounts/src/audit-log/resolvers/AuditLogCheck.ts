import type { AuditLogCheckResolvers } from './../../__generated__/types.ts';

export const AuditLogCheck: AuditLogCheckResolvers = {
  isIntact: (check) => check.faults.length === 0,
  faults: (check) => [...check.faults],
};
