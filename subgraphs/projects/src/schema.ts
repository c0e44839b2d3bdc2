import { customType, pgSchema } from 'drizzle-orm/pg-core';

/** This subgraph's own schema in PostgreSQL. */
export const schema = pgSchema('projects');

/** A fractional key: it sorts by bytes, whatever the language of the database; ties by id. */
export const orderKey = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
