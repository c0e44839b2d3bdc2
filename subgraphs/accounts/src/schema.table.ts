import { pgSchema } from 'drizzle-orm/pg-core';

/** The schema of everything that belongs to a studio. */
export const accountsSchema = pgSchema('accounts');
