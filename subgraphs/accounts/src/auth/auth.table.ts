import { bigint, index, integer, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from '../users/user.table.ts';
import { authSchema, createdAt, moment, updatedAt } from './auth.schema.ts';

/** A way to sign in: the password's hash, later other providers. */
export const accounts = authSchema.table(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index('accounts_user_id_idx').on(table.userId),
    uniqueIndex('accounts_provider_account_key').on(table.providerId, table.accountId),
  ],
);

/** Secrets that were mailed and wait to be used, hashed. */
export const verifications = authSchema.table(
  'verifications',
  {
    id: uuid('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('verifications_identifier_idx').on(table.identifier), index('verifications_expires_at_idx').on(table.expiresAt)],
);

/** better-auth's own limit: requests by network address and path. */
export const rateLimits = authSchema.table('rate_limits', {
  id: uuid('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});

/** Attempts by e-mail address, whether or not it has an account: see throttle.ts. */
export const attempts = authSchema.table(
  'attempts',
  {
    /** Purpose and SHA-256 of the address: no address of strangers is kept. */
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    startedAt: moment('started_at').notNull(),
  },
  (table) => [index('attempts_started_at_idx').on(table.startedAt)],
);
