import { sql } from 'drizzle-orm';
import { boolean, index, text, uuid } from 'drizzle-orm/pg-core';
import { authSchema, createdAt, moment, updatedAt } from '../auth/auth.schema.ts';

/** A person with an account. */
export const users = authSchema.table('users', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  /** Lower case. */
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  /** Path of the picture below the public address. */
  image: text('image'),
  /** BCP 47; null follows the browser. */
  locale: text('locale'),
  /** IANA; null follows the browser. */
  timeZone: text('time_zone'),
  /** Whether sign-in asks for the code of an authenticator app. */
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** A place where a person is signed in. */
export const sessions = authSchema.table(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Random; the cookie holds it with a signature. */
    token: text('token').notNull().unique(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** To the minute: written at most once in that time. */
    lastSeenAt: moment('last_seen_at').notNull().default(sql`now()`),
    /** When the person last showed a password, a code or a passkey in it; see proof.ts. */
    provedAt: moment('proved_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('sessions_user_id_idx').on(table.userId), index('sessions_expires_at_idx').on(table.expiresAt)],
);
