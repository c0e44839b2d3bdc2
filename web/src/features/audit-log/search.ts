import type { AuditLogFilter, AuditLogKind } from '../../graphql/__generated__/types.ts';

/** Kinds by what one looks for. */
export const GROUPS = {
  'signing-in': [
    'SIGNED_IN',
    'SIGNED_IN_FROM_NEW_DEVICE',
    'RECOVERY_CODE_USED',
    'SIGN_IN_FAILED',
    'MEMBER_KEPT_OUT',
    'SIGNED_OUT',
    'SESSION_ENDED',
  ],
  accounts: [
    'PASSWORD_CHANGED',
    'EMAIL_CHANGED',
    'SECOND_FACTOR_ADDED',
    'SECOND_FACTOR_REMOVED',
    'RECOVERY_CODES_RENEWED',
    'RECOVERY_STARTED',
    'RECOVERY_STOPPED',
    'RECOVERY_DONE',
    'PROVIDER_JOINED',
    'PROVIDER_REMOVED',
    'ACCOUNT_DELETION_REQUESTED',
    'ACCOUNT_DELETION_CANCELLED',
  ],
  people: ['MEMBER_INVITED', 'INVITATION_REVOKED', 'MEMBER_JOINED', 'MEMBER_ROLE_CHANGED', 'OWNERSHIP_TRANSFERRED', 'MEMBER_REMOVED'],
  keys: ['API_KEY_CREATED', 'API_KEY_ROTATED', 'API_KEY_REVOKED'],
  apps: ['APP_REGISTERED', 'APP_CHANGED', 'APP_SECRET_ROTATED', 'APP_REMOVED', 'APP_LET_IN', 'APP_SHUT_OUT'],
  links: ['CLIENT_LINK_CREATED', 'CLIENT_LINK_USED', 'CLIENT_LINK_REVOKED'],
  studio: [
    'STUDIO_CREATED',
    'STUDIO_CHANGED',
    'AUDIT_LOG_DOWNLOADED',
    'EXPORT_REQUESTED',
    'EXPORT_DOWNLOADED',
    'STUDIO_DELETION_REQUESTED',
    'STUDIO_DELETION_CANCELLED',
  ],
} as const satisfies Record<string, readonly AuditLogKind[]>;
export type Group = keyof typeof GROUPS;

/** What the address says about the log; what is left out is any. Days are the studio's, both included. */
export type AuditLogSearch = { what?: Group; member?: string; from?: string; to?: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));
const isGroup = (value: unknown): value is Group => typeof value === 'string' && Object.hasOwn(GROUPS, value);

/** Reads the address; what it does not know is left out. */
export function readAuditLogSearch({ what, member, from, to }: Record<string, unknown>): AuditLogSearch {
  return {
    ...(isGroup(what) && { what }),
    ...(typeof member === 'string' && member !== '' && { member }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
}

/** The moment at which a day (YYYY-MM-DD) begins in a zone, or begins `add` days later. */
export function startOfDay(day: string, zone: string, add = 0): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + add * 86_400_000;
  // The zone's clock at a moment, as if it were UTC.
  const clock = (at: number) =>
    Date.parse(
      `${new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at).replace(' ', 'T')}Z`,
    );
  const first = wall - (clock(wall) - wall);
  return new Date(wall - (clock(first) - first));
}

/** What the server is asked for. */
export function toFilter({ what, member, from, to }: AuditLogSearch, zone: string): AuditLogFilter {
  return {
    ...(what && { kinds: [...GROUPS[what]] }),
    ...(member && { memberId: member }),
    ...(from && { from: startOfDay(from, zone).toISOString() }),
    ...(to && { to: startOfDay(to, zone, 1).toISOString() }),
  };
}

/** Where the same lines are downloaded. */
export function downloadPath(studio: string, filter: AuditLogFilter): string {
  const { kinds, memberId, from, to } = filter;
  const query = new URLSearchParams({
    studio,
    ...(kinds && { kinds: kinds.join(',') }),
    ...(memberId && { member: memberId }),
    ...(from && { from: String(from) }),
    ...(to && { to: String(to) }),
  });
  return `/auth/audit-log.csv?${query}`;
}
