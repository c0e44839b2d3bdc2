import { instant, tenantPolicy } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { foreignKey, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { members } from '../members/member.table.ts';
import { accountsSchema } from '../schema.ts';

/** A key for programs; it ends with the membership of the person who made it. */
export const apiKeys = accountsSchema.table(
  'api_keys',
  {
    studioId: uuid('studio_id').notNull(),
    id: uuid('id').notNull(),
    memberId: uuid('member_id').notNull(),
    name: text('name').notNull(),
    /** The first characters of the secret, to tell keys apart. */
    prefix: text('prefix').notNull(),
    /** SHA-256 of the secret, which itself is 256 random bits. */
    secretHash: text('secret_hash').notNull().unique(),
    scopes: text('scopes').array().notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    lastUsedAt: instant('last_used_at'),
    expiresAt: instant('expires_at'),
    /** SHA-256 of the secret before this one, until when it works, too. */
    previousHash: text('previous_hash').unique(),
    previousEndsAt: instant('previous_ends_at'),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.id] }),
    index('api_keys_member_idx').on(table.studioId, table.memberId),
    foreignKey({ columns: [table.studioId, table.memberId], foreignColumns: [members.studioId, members.id] }).onDelete('cascade'),
    tenantPolicy(),
  ],
);
