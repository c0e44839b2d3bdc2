import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { migrateAll, readMigrations, type SchemaFolder, type SubgraphMigrations } from '@atelier/service-kit/migrate';
import pg from 'pg';

// The key under which test files wait for the one that makes the template.
const LOCK = 2_835_438;
/** Of every login role in a test server. It opens nothing else. */
export const TEST_PASSWORD = 'test';

/** The login role of a schema in tests; the server is shared by databases, so it is not the product's. */
export const testRole = (schema: string): string => `atelier_test_${schema}`;

/** Makes the migrated database that test databases are copies of, unless it is there. Resolves with its name. */
export async function prepareTemplate(serverUrl: string, schemas: readonly SchemaFolder[]): Promise<string> {
  const subgraphs = schemas.map((schema) => ({ ...schema, role: testRole(schema.name), password: TEST_PASSWORD }));
  const name = await templateName(subgraphs);
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 1) return name;
    // Under its own name only when it is complete.
    await client.query(`drop database if exists ${name}_new with (force)`);
    await client.query(`create database ${name}_new template template0`);
    await migrateAll({ adminUrl: databaseUrl(serverUrl, `${name}_new`), subgraphs });
    await client.query(`alter database ${name}_new with allow_connections false`);
    await client.query(`alter database ${name}_new rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

/** The connection string of another database of the same server. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

const MIGRATOR = new URL('../../service-kit/src/migrate/', import.meta.url);

/** Other migrations or another migrator, another template: a server may outlive a run. */
async function templateName(subgraphs: readonly SubgraphMigrations[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(MIGRATOR)).sort()) hash.update(await readFile(new URL(file, MIGRATOR)));
  for (const { name, migrationsDir, jobs } of subgraphs) {
    hash.update(`${name} ${jobs}\n`);
    for (const migration of await readMigrations(migrationsDir)) hash.update(`${migration.name} ${migration.hash}\n`);
  }
  return `atelier_template_${hash.digest('hex').slice(0, 12)}`;
}
