/**
 * The one-shot migration of a fleet: makes schemas, roles, grants and job queues before the services start, and ends.
 * It ends with 0 when the database suits this checkout, 1 when trying again may help (no database there), 2 when the environment
 * has to be corrected, and 3 when the database is refused or a migration failed, and trying again will not help.
 */
import { resolve } from 'node:path';
import { discoverSchemas } from './discover.ts';
import { EnvironmentError, readMigrateEnv } from './env.ts';
import { MigrationError } from './error.ts';
import { migrateAll } from './migrate-all.ts';

const CHECKOUT = resolve(import.meta.dirname, '../../../..');
const INSUFFICIENT_PRIVILEGE = '42501';

try {
  const ran = await migrateAll({
    ...readMigrateEnv(process.env, await discoverSchemas(CHECKOUT)),
    onProgress: (line) => console.log(line),
  });
  console.log(ran.length === 0 ? 'The database is up to date.' : `The database is up to date: ${ran.length} migrations ran.`);
} catch (error) {
  const { code, sentence } = explain(error);
  console.error(sentence);
  process.exitCode = code;
}

function explain(error: unknown): { code: number; sentence: unknown } {
  if (error instanceof EnvironmentError) return { code: 2, sentence: error.message };
  if (error instanceof MigrationError) return { code: 3, sentence: error.message };
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (code === INSUFFICIENT_PRIVILEGE) {
    return {
      code: 3,
      sentence: `The role of ADMIN_DATABASE_URL may not do this (${message}): it needs CREATEROLE, and must own the database.`,
    };
  }
  // A code of the system (ECONNREFUSED) or of PostgreSQL (28P01): the server cannot be reached, or does not let us in.
  if (/^(E[A-Z_]+|08...|28...|3D000|53300|57P0.)$/.test(code)) {
    return {
      code: 1,
      sentence: `The database of ADMIN_DATABASE_URL does not let us in (${code}): see that it runs, and that the address is right.`,
    };
  }
  return { code: 1, sentence: error };
}
