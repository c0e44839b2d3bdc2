import { pgSchema } from 'drizzle-orm/pg-core';

/** The PostgreSQL schema of a small made-up domain, on which the service kit is tested. */
export const ledger = pgSchema('ledger');
