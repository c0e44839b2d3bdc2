import { boolean, index, integer, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '../users/user.table.ts';
import { authSchema, createdAt, moment } from './auth.schema.ts';

const owner = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** An authenticator app and the recovery codes of a person, as better-auth keeps them. */
export const twoFactors = authSchema.table(
  'two_factors',
  {
    id: uuid('id').primaryKey(),
    userId: owner(),
    /** The app's secret, encrypted. */
    secret: text('secret').notNull(),
    /** Keyed hashes of the codes that are left, as JSON; see recovery-codes.ts. */
    backupCodes: text('backup_codes').notNull(),
    /** Whether the app has shown a right code. */
    verified: boolean('verified').notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: moment('locked_until'),
    /** The 30 seconds, counted from 1970, of the newest code that was taken: none is good twice. */
    lastStep: integer('last_step').notNull().default(0),
  },
  (table) => [uniqueIndex('two_factors_user_id_key').on(table.userId)],
);

/** Passkeys, by their public half. */
export const passkeys = authSchema.table(
  'passkeys',
  {
    id: uuid('id').primaryKey(),
    userId: owner(),
    name: text('name'),
    publicKey: text('public_key').notNull(),
    credentialID: text('credential_id').notNull(),
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text('transports'),
    createdAt: createdAt(),
    aaguid: text('aaguid'),
  },
  (table) => [index('passkeys_user_id_idx').on(table.userId), uniqueIndex('passkeys_credential_id_key').on(table.credentialID)],
);

/** Browsers in which a person has signed in before, by the hash of a cookie of theirs. */
export const devices = authSchema.table(
  'devices',
  {
    id: uuid('id').primaryKey(),
    userId: owner(),
    secretHash: text('secret_hash').notNull(),
    createdAt: createdAt(),
    lastSeenAt: moment('last_seen_at').notNull(),
  },
  (table) => [uniqueIndex('devices_user_id_secret_hash_key').on(table.userId, table.secretHash)],
);

/** Somebody lost every second factor and waits until they are taken off. One at a time. */
export const recoveries = authSchema.table('recoveries', {
  userId: owner().primaryKey(),
  /** Of the link that finishes it, which is in the mail. */
  secretHash: text('secret_hash').notNull().unique(),
  createdAt: createdAt(),
  /** From when on the link works. */
  readyAt: moment('ready_at').notNull(),
});
