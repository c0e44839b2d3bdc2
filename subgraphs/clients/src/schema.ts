import { customType, pgSchema } from 'drizzle-orm/pg-core';

/** This subgraph's own schema in PostgreSQL. */
export const schema = pgSchema('clients');

/** Text that sorts by bytes, whatever the language of the database; only so does a range find what begins with a word. */
export const keyText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
