import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { discoverSchemas, roleUrl, type SchemaFolder } from '@atelier/service-kit/migrate';
import pg from 'pg';
import { databaseUrl, prepareTemplate, TEST_PASSWORD, testRole } from './template.ts';

/** A migrated database of one test file. */
export interface TestDatabase {
  name: string;
  /** Connection string of the superuser. */
  adminUrl: string;
  /** The superuser, who passes every wall: for making rows and looking at them. */
  admin: pg.Pool;
  /** Connection string of a schema's login role, as the running subgraph has it. */
  url(schema: string): string;
  /** Ends every connection to the database and removes it; safe to call twice. */
  drop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The schema of the made-up domain on which the service kit is tested. */
export const LEDGER: SchemaFolder = { name: 'ledger', migrationsDir: join(ROOT, 'packages/testing/migrations'), jobs: true };

/**
 * A database of its own, copied from a template with all subgraphs' migrations (or those of `schemas`). Drop it in `afterAll`.
 * @throws when TEST_POSTGRES_URL does not name a server; jest's global set-up starts one.
 */
export async function testDatabase(schemas?: readonly SchemaFolder[]): Promise<TestDatabase> {
  const serverUrl = process.env.TEST_POSTGRES_URL;
  if (!serverUrl) throw new Error('TEST_POSTGRES_URL names no PostgreSQL server: run the tests through jest and its global set-up.');
  const template = await prepareTemplate(serverUrl, schemas ?? (await discoverSchemas(ROOT)));
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template ${template}`);
  const adminUrl = databaseUrl(serverUrl, name);
  const admin = new pg.Pool({ connectionString: adminUrl, max: 4 });
  // A connection that still closes when the database is dropped hears that it was ended.
  admin.on('error', () => undefined);
  let dropped: Promise<void> | null = null;
  return {
    name,
    adminUrl,
    admin,
    url: (schema) => roleUrl(adminUrl, testRole(schema), TEST_PASSWORD),
    drop() {
      dropped ??= admin.end().then(() => onServer(serverUrl, `drop database if exists ${name} with (force)`));
      return dropped;
    },
  };
}

/** An empty database, for tests of the migrator itself. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return testDatabase([]);
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
