import { pgSchema } from 'drizzle-orm/pg-core';

/** Everything that belongs to a studio. */
export const accountsSchema = pgSchema('accounts');
