import { uuidv7 } from '@atelier/service-kit/ids';

/** What the log tells of, as the API names it. */
export const AUDIT_KINDS = [
  'SIGNED_IN',
  'SIGNED_IN_FROM_NEW_DEVICE',
  'RECOVERY_CODE_USED',
  'SIGN_IN_FAILED',
  'SIGNED_OUT',
  'SESSION_ENDED',
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
  'STUDIO_CREATED',
  'STUDIO_CHANGED',
  'MEMBER_INVITED',
  'INVITATION_REVOKED',
  'MEMBER_JOINED',
  'MEMBER_ROLE_CHANGED',
  'OWNERSHIP_TRANSFERRED',
  'MEMBER_REMOVED',
  'MEMBER_KEPT_OUT',
  'API_KEY_CREATED',
  'API_KEY_ROTATED',
  'API_KEY_REVOKED',
  'APP_REGISTERED',
  'APP_CHANGED',
  'APP_SECRET_ROTATED',
  'APP_REMOVED',
  'APP_LET_IN',
  'APP_SHUT_OUT',
  'APP_TOKEN_REPLAYED',
  'CLIENT_LINK_CREATED',
  'CLIENT_LINK_USED',
  'CLIENT_LINK_REVOKED',
  'AUDIT_LOG_DOWNLOADED',
  'STUDIO_DELETION_REQUESTED',
  'STUDIO_DELETION_CANCELLED',
  'ACCOUNT_DELETION_REQUESTED',
  'ACCOUNT_DELETION_CANCELLED',
  'EXPORT_REQUESTED',
  'EXPORT_DOWNLOADED',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Who acts: `person` is the owner of a log of their own, `stranger` somebody who got no further. */
export type ActorKind = 'member' | 'contact' | 'apiKey' | 'person' | 'stranger' | 'system';
export type TargetType = 'Member' | 'Invitation' | 'ApiKey' | 'App' | 'ClientLink' | 'Session' | 'Studio';

/** Where a request came from, as far as it is known. */
export interface Origin {
  address: string | null;
  userAgent: string | null;
}

/** Who did something, and from where. */
export interface Doer extends Origin {
  actorKind: ActorKind;
  /** The member, the contact, the key or the person. */
  actorId: string | null;
}

/** What a line is about. */
export interface Target {
  type: TargetType;
  id: string;
}

/** What happened: the fields that changed, small, and never a secret or a work. */
export interface Happening {
  kind: AuditKind;
  target?: Target | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

/** Something that happened to a person's account, for their own log and those of their studios. */
export interface PersonEvent extends Origin {
  /** The same in every log that tells of it. */
  eventId: string;
  userId: string;
  at: Date;
  /** `stranger`: whoever it was has not shown to be the person. */
  by: 'self' | 'stranger';
  happening: Happening;
}

/** Whose account it is, who does something to it, and from where. */
export type AccountDoer = Pick<PersonEvent, 'userId' | 'by' | keyof Origin>;

/** What happened to an account, just now. */
export const personEvent = (doer: AccountDoer, happening: Happening, at: Date): PersonEvent => ({
  ...doer,
  eventId: uuidv7(at.getTime()),
  at,
  happening,
});

/** What a line says, before it is sealed. */
export interface LineContent extends Doer {
  /** Whose log it is. */
  studioId: string;
  number: number;
  eventId: string;
  at: Date;
  kind: AuditKind;
  targetType: TargetType | null;
  targetId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** A line of a log. */
export interface AuditLine extends LineContent {
  previousHash: string;
  hash: string;
  signature: string;
  /** What the actor is called, where it is a member. */
  actorName: string | null;
  /** What the member is called whom it is about. */
  targetName: string | null;
}

/** Which lines are asked for; null is any. */
export interface LineFilter {
  kinds: readonly AuditKind[] | null;
  /** Plain uuid of a member. */
  actorId: string | null;
  from: Date | null;
  /** Exclusive. */
  to: Date | null;
}

const USER_AGENT_LIMIT = 400;
const NOT_PRINTABLE = /\p{C}/gu;

/** What a client says of itself, fit to be kept. */
export function toOrigin(address: string | null, userAgent: string | null): Origin {
  return { address, userAgent: userAgent?.replace(NOT_PRINTABLE, '').slice(0, USER_AGENT_LIMIT) || null };
}

/** An e-mail address as the log keeps it: enough to recognise it, too little to write to. */
export function veiled(email: string): string {
  const [name = '', domain = ''] = email.split(/@(?=[^@]*$)/);
  return `${name.slice(0, 2)}…@${domain}`;
}

/** A value of `before` or `after` in words of its own; null where there was nothing. */
export function valueText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The fields that a line tells of, each as it was and as it is. */
export function changesOf(line: Pick<LineContent, 'before' | 'after'>): { field: string; before: string | null; after: string | null }[] {
  const fields = new Set([...Object.keys(line.before ?? {}), ...Object.keys(line.after ?? {})]);
  return [...fields].sort().map((field) => ({ field, before: valueText(line.before?.[field]), after: valueText(line.after?.[field]) }));
}
