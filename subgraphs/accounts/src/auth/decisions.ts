import type { Where } from 'better-auth';
import { type Happening, veiled } from '../audit-log/audit-log.ts';
import { PROVIDERS } from './provider.ts';

/** A write of the library, and what it was given. */
export interface Write {
  op: 'create' | 'update' | 'delete';
  model: string;
  sets: Fields;
  where: readonly Where[];
}

export type Fields = Record<string, unknown>;

/** A write with which it is settled what the audit log has to tell. */
export interface Decision {
  op: Write['op'];
  model: string;
  /** The field that it sets. */
  sets?: string;
  /** Only where the request has decided nothing before. */
  isFirst?: boolean;
  /** Not of somebody who is new. */
  ofKnown?: boolean;
  happening(row: Fields, write: Write): Happening;
}

const HAPPENINGS = {
  '/change-password': { kind: 'PASSWORD_CHANGED' },
  '/two-factor/verify-totp': { kind: 'SECOND_FACTOR_ADDED', after: { factor: 'authenticator app' } },
  '/two-factor/disable': { kind: 'SECOND_FACTOR_REMOVED', after: { factor: 'authenticator app' } },
  '/two-factor/generate-backup-codes': { kind: 'RECOVERY_CODES_RENEWED' },
  '/passkey/verify-registration': { kind: 'SECOND_FACTOR_ADDED', after: { factor: 'passkey' } },
  '/two-factor/verify-backup-code': { kind: 'RECOVERY_CODE_USED' },
} satisfies Record<string, Happening>;

/** What a person changes about their account in a session. A right code in one sets an app up once, and is a proof from then on. */
export const CHANGES: Readonly<Record<string, Happening>> = HAPPENINGS;

/** By what somebody comes in; of a provider, its name. */
export const WAYS: Record<string, string> = {
  '/sign-in/email': 'password',
  '/magic-link/verify': 'mailed link',
  '/verify-email': 'mailed link',
  '/two-factor/verify-totp': 'password and code',
  '/two-factor/verify-backup-code': 'password and recovery code',
  '/passkey/verify-authentication': 'passkey',
};

/** What a provider is called. */
export const nameOf = (id: unknown): string => Object.entries(PROVIDERS).find(([known]) => known === id)?.[1] ?? 'another provider';

/** A forgotten password is set by whoever reads the mail. */
export const PASSWORD_RESET: Happening = { kind: 'PASSWORD_CHANGED', after: { by: 'mailed link' } };

const signsIn = (path: string): Decision => ({
  op: 'create',
  model: 'session',
  happening: () => ({ kind: 'SIGNED_IN', after: { by: WAYS[path] ?? nameOf(path.split('/').at(-1)) } }),
});

const changes = (path: keyof typeof HAPPENINGS, write: Pick<Decision, 'op' | 'model' | 'sets'>): Decision => ({
  ...write,
  happening: () => HAPPENINGS[path],
});

const DECISIONS: Record<string, readonly Decision[]> = {
  '/sign-in/email': [signsIn('/sign-in/email')],
  '/magic-link/verify': [signsIn('/magic-link/verify')],
  '/passkey/verify-authentication': [signsIn('/passkey/verify-authentication')],
  '/verify-email': [
    signsIn('/verify-email'),
    {
      op: 'update',
      model: 'user',
      sets: 'email',
      happening: (row) => ({ kind: 'EMAIL_CHANGED', after: { email: veiled(String(row.email)) } }),
    },
  ],
  '/change-password': [changes('/change-password', { op: 'update', model: 'account', sets: 'password' })],
  '/reset-password': (['update', 'create'] as const).map((op) => ({
    op,
    model: 'account',
    sets: 'password',
    happening: () => PASSWORD_RESET,
  })),
  '/two-factor/disable': [changes('/two-factor/disable', { op: 'update', model: 'user', sets: 'twoFactorEnabled' })],
  '/two-factor/generate-backup-codes': [
    changes('/two-factor/generate-backup-codes', { op: 'update', model: 'twoFactor', sets: 'backupCodes' }),
  ],
  '/two-factor/verify-backup-code': [changes('/two-factor/verify-backup-code', { op: 'update', model: 'twoFactor', sets: 'backupCodes' })],
  '/passkey/verify-registration': [changes('/passkey/verify-registration', { op: 'create', model: 'passkey' })],
  '/two-factor/verify-totp': [
    changes('/two-factor/verify-totp', { op: 'update', model: 'user', sets: 'twoFactorEnabled' }),
    // The session of somebody who has set an app up begins anew.
    { ...signsIn('/two-factor/verify-totp'), isFirst: true },
  ],
  '/unlink-account': [
    {
      op: 'delete',
      model: 'account',
      happening: (row) => ({ kind: 'PROVIDER_REMOVED', before: { provider: nameOf(row.providerId) } }),
    },
  ],
  '/sign-out': [{ op: 'delete', model: 'session', happening: () => ({ kind: 'SIGNED_OUT' }) }],
};

const joins: Decision = {
  op: 'create',
  model: 'account',
  ofKnown: true,
  happening: (row) => ({ kind: 'PROVIDER_JOINED', after: { provider: nameOf(row.providerId) } }),
};

/** What settles something on a path below `/auth`, of all writes that it may lead to. */
export function decisionsOf(path: string): readonly Decision[] {
  return path.startsWith('/callback/') ? [joins, signsIn(path)] : (DECISIONS[path] ?? []);
}
