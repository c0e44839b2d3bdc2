import { instant } from '@atelier/service-kit/database';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgPolicy, text, uuid } from 'drizzle-orm/pg-core';
import { accountsSchema } from '../schema.ts';

/** A studio: one artist or an agency. Its own id is what every other tenant table calls `studio_id`. */
export const studios = accountsSchema.table(
  'studios',
  {
    id: uuid('id').primaryKey(),
    /** The name in addresses, unique over the whole installation. */
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    /** Path of the logo below the public address. */
    logo: text('logo'),
    /** ISO 4217. */
    currency: text('currency').notNull(),
    /** IANA. */
    timeZone: text('time_zone').notNull(),
    /** BCP 47. */
    locale: text('locale').notNull(),
    /** Since when the studio asks its members for a second factor; null where it does not. */
    secondFactorSince: instant('second_factor_since'),
    /** How many days a member has to set one up, from then or from joining. */
    secondFactorDays: integer('second_factor_days').notNull().default(7),
    hasDemoData: boolean('has_demo_data').notNull().default(false),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
  },
  (table) => [
    index('studios_created_by_idx').on(table.createdBy),
    pgPolicy('tenant', { using: sql`id = nullif(current_setting('app.studio', true), '')::uuid` }),
    // A person may list their studios without being in one.
    pgPolicy('own', {
      for: 'select',
      using: sql`exists (select from accounts.members where members.studio_id = studios.id and members.user_id = nullif(current_setting('app.user', true), '')::uuid)`,
    }),
  ],
);
