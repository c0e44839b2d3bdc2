import { index, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { sessions } from '../users/user.table.ts';
import { authSchema, moment } from './auth.schema.ts';

// Fields are called as the sign-in library looks for them. Tokens are kept as SHA-256. Those of a person point at the person's grant
// in the schema accounts, by a foreign key that a migration adds, and end with it.

/** What an app renews its access with: each works once, and one that comes a second time ends all of them. */
export const oauthRefreshTokens = authSchema.table(
  'oauth_refresh_tokens',
  {
    id: uuid('id').primaryKey(),
    token: text('token').notNull().unique(),
    clientId: text('client_id').notNull(),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    userId: uuid('user_id').notNull(),
    referenceId: uuid('in_studio').notNull(),
    /** SHA-256 of the code that the first one was had for. */
    authorizationCodeId: text('authorization_code_id'),
    resources: text('resources').array(),
    requestedUserInfoClaims: text('claims').array(),
    scopes: text('scopes').array().notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    revoked: moment('revoked'),
    rotatedAt: moment('rotated_at'),
    rotationReplayResponse: text('rotation_replay_response'),
    rotationReplayExpiresAt: moment('rotation_replay_expires_at'),
    authTime: moment('auth_time'),
    confirmation: jsonb('confirmation'),
  },
  (table) => [
    index('oauth_refresh_tokens_grant_idx').on(table.clientId, table.userId, table.referenceId),
    index('oauth_refresh_tokens_session_id_idx').on(table.sessionId),
    index('oauth_refresh_tokens_code_idx').on(table.authorizationCodeId),
    index('oauth_refresh_tokens_expires_at_idx').on(table.expiresAt),
  ],
);

/** What an app sends with each request; of nobody's grant where the app acts for itself. */
export const oauthAccessTokens = authSchema.table(
  'oauth_access_tokens',
  {
    id: uuid('id').primaryKey(),
    token: text('token').notNull().unique(),
    clientId: text('client_id').notNull(),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    userId: uuid('user_id'),
    referenceId: uuid('in_studio'),
    authorizationCodeId: text('authorization_code_id'),
    resources: text('resources').array(),
    requestedUserInfoClaims: text('claims').array(),
    refreshId: uuid('refresh_id').references(() => oauthRefreshTokens.id, { onDelete: 'cascade' }),
    scopes: text('scopes').array().notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    revoked: moment('revoked'),
    confirmation: jsonb('confirmation'),
  },
  (table) => [
    index('oauth_access_tokens_grant_idx').on(table.clientId, table.userId, table.referenceId),
    index('oauth_access_tokens_session_id_idx').on(table.sessionId),
    index('oauth_access_tokens_refresh_id_idx').on(table.refreshId),
    index('oauth_access_tokens_code_idx').on(table.authorizationCodeId),
    index('oauth_access_tokens_expires_at_idx').on(table.expiresAt),
  ],
);
