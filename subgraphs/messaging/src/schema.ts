import { pgSchema } from 'drizzle-orm/pg-core';

/** This subgraph's own schema in PostgreSQL. */
export const schema = pgSchema('messaging');
