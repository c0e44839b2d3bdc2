import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, pgPolicy, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { members } from '../members/member.table.ts';
import { accountsSchema } from '../schema.ts';
import { studios } from '../studios/studio.table.ts';

/**
 * A program of somebody else that a studio has registered. The names of its fields are those that the sign-in library looks for; it
 * reads rows and never writes one.
 */
export const apps = accountsSchema.table(
  'apps',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    /** The id as the API writes it: what the program calls itself. */
    clientId: text('client_id').notNull().unique(),
    /** Who registered it: what it does without a person, it does within the role of that one. */
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    /** The address of its own pages. */
    uri: text('homepage'),
    /** What it is for, in its makers' words. */
    description: text('description'),
    /** The path of its picture. */
    logo: text('logo'),
    /** SHA-256 of a secret of 256 random bits; null for a program that cannot keep one. */
    clientSecret: text('secret_hash'),
    /** SHA-256 of the secret before this one, until when it works, too. */
    previousHash: text('previous_secret_hash'),
    previousEndsAt: instant('previous_ends_at'),
    redirectUris: text('redirect_uris').array().notNull(),
    scopes: text('scopes').array().notNull(),
    /** What it may do without a person; empty where it may not. */
    clientCredentialsScopes: text('own_scopes').array().notNull(),
    grantTypes: text('grant_types').array().notNull(),
    responseTypes: text('response_types').array().notNull(),
    tokenEndpointAuthMethod: text('auth_method').notNull(),
    requirePKCE: boolean('require_pkce').notNull().default(true),
    disabled: boolean('disabled').notNull().default(false),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
    version: integer('version').notNull().default(1),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    foreignKey({ columns: [table.studioId], foreignColumns: [studios.id] }).onDelete('cascade'),
    tenantPolicy(),
    // Whoever let an app in sees what it is called, whichever studio has registered it.
    pgPolicy('granted', {
      for: 'select',
      using: sql`exists (select from accounts.app_grants where app_grants.client_id = apps.client_id)`,
    }),
  ],
);

/** What a person lets an app do in one studio; it ends with their membership. Written by the sign-in library when they consent. */
export const appGrants = accountsSchema.table(
  'app_grants',
  {
    referenceId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    clientId: text('client_id')
      .notNull()
      .references(() => apps.clientId, { onDelete: 'cascade' }),
    userId: uuid('user_id').notNull(),
    scopes: text('scopes').array().notNull(),
    requestedUserInfoClaims: text('claims').array(),
    resources: text('resources').array(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.referenceId, table.id] }),
    uniqueIndex('app_grants_id_key').on(table.id),
    // A constraint, since tokens point at it: they end with the grant.
    unique('app_grants_studio_user_app_key').on(table.referenceId, table.userId, table.clientId),
    index('app_grants_client_id_idx').on(table.clientId),
    index('app_grants_user_id_idx').on(table.userId),
    foreignKey({
      columns: [table.referenceId, table.userId],
      foreignColumns: [members.studioId, members.userId],
    }).onDelete('cascade'),
    tenantPolicy(),
    // A person sees what they let in, in every studio.
    pgPolicy('own', { for: 'select', using: sql`user_id = nullif(current_setting('app.user', true), '')::uuid` }),
  ],
);
