import type { Connection } from '@atelier/service-kit/connections';
import type { AuditLine } from './audit-log.ts';
import type { Check, Fault } from './chain.ts';

export type AuditLogConnectionMapper = Connection<AuditLine>;
export type AuditLogLineMapper = AuditLine;
export type AuditLogCheckMapper = Check;
export type AuditLogFaultMapper = Fault;
