import type { AuditLogFilter, AuditLogKind } from '../../graphql/__generated__/types.ts';

/** What one looks for. */
export const GROUPS = ['signing-in', 'accounts', 'people', 'keys', 'apps', 'links', 'studio'] as const;
export type Group = (typeof GROUPS)[number];

/** Where each kind belongs: one that belongs nowhere could not be looked for. */
const GROUP_OF = {
  SIGNED_IN: 'signing-in',
  SIGNED_IN_FROM_NEW_DEVICE: 'signing-in',
  RECOVERY_CODE_USED: 'signing-in',
  SIGN_IN_FAILED: 'signing-in',
  MEMBER_KEPT_OUT: 'signing-in',
  SIGNED_OUT: 'signing-in',
  SESSION_ENDED: 'signing-in',
  PASSWORD_CHANGED: 'accounts',
  EMAIL_CHANGED: 'accounts',
  SECOND_FACTOR_ADDED: 'accounts',
  SECOND_FACTOR_REMOVED: 'accounts',
  RECOVERY_CODES_RENEWED: 'accounts',
  RECOVERY_STARTED: 'accounts',
  RECOVERY_STOPPED: 'accounts',
  RECOVERY_DONE: 'accounts',
  PROVIDER_JOINED: 'accounts',
  PROVIDER_REMOVED: 'accounts',
  ACCOUNT_DELETION_REQUESTED: 'accounts',
  ACCOUNT_DELETION_CANCELLED: 'accounts',
  MEMBER_INVITED: 'people',
  INVITATION_REVOKED: 'people',
  MEMBER_JOINED: 'people',
  MEMBER_ROLE_CHANGED: 'people',
  OWNERSHIP_TRANSFERRED: 'people',
  MEMBER_REMOVED: 'people',
  API_KEY_CREATED: 'keys',
  API_KEY_ROTATED: 'keys',
  API_KEY_REVOKED: 'keys',
  APP_REGISTERED: 'apps',
  APP_CHANGED: 'apps',
  APP_SECRET_ROTATED: 'apps',
  APP_REMOVED: 'apps',
  APP_LET_IN: 'apps',
  APP_SHUT_OUT: 'apps',
  APP_TOKEN_REPLAYED: 'apps',
  CLIENT_LINK_CREATED: 'links',
  CLIENT_LINK_USED: 'links',
  CLIENT_LINK_REVOKED: 'links',
  STUDIO_CREATED: 'studio',
  STUDIO_CHANGED: 'studio',
  AUDIT_LOG_DOWNLOADED: 'studio',
  EXPORT_REQUESTED: 'studio',
  EXPORT_DOWNLOADED: 'studio',
  STUDIO_DELETION_REQUESTED: 'studio',
  STUDIO_DELETION_CANCELLED: 'studio',
} as const satisfies Record<AuditLogKind, Group>;

const kindsOf = (group: Group): AuditLogKind[] => (Object.keys(GROUP_OF) as AuditLogKind[]).filter((kind) => GROUP_OF[kind] === group);

/** What the address says about the log; what is left out is any. Days are the studio's, both included. */
export type AuditLogSearch = { what?: Group; member?: string; from?: string; to?: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));
const isGroup = (value: unknown): value is Group => typeof value === 'string' && GROUPS.some((group) => group === value);

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
    ...(what && { kinds: kindsOf(what) }),
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
