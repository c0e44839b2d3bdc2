import pg from 'pg';
import { jobsSchema } from '../jobs/queue.ts';
import { MigrationError } from './error.ts';
import { type Migration, readMigrations } from './files.ts';
import { JOBS_MIGRATION, prepareJobs } from './jobs-schema.ts';
import { grantRows, prepareRole } from './roles.ts';
import { raiseWalls } from './walls.ts';

const { escapeIdentifier } = pg;

/** The migrations of one schema. */
export interface SubgraphMigrations {
  /** Also the name of the schema. */
  name: string;
  /** The folder that drizzle-kit writes: `0000_<name>.sql` and `meta/`. */
  migrationsDir: string;
  /** The login role that the running subgraph uses. */
  role: string;
  password: string;
  /** False for a schema without a job queue. Default true. */
  jobs?: boolean;
}

export interface MigrateOptions {
  /** A role that may create roles and schemas; it owns the tables. The database exists. */
  adminUrl: string;
  subgraphs: readonly SubgraphMigrations[];
  /** Hears one short line for each step that does something. */
  onProgress?: (line: string) => void;
}

// "atelier" on a telephone: the key under which migrators of one database wait for each other.
const LOCK = 2_835_437;

/**
 * Brings a database to the state of these sources: a schema, a login role and a job queue for each subgraph, and every
 * migration that has not run. All pending migrations of a subgraph commit together; a second migrator waits.
 * @returns the names of the migrations that ran, as `<subgraph>/<name>`
 * @throws MigrationError with one sentence to show
 */
export async function migrateAll(options: MigrateOptions): Promise<string[]> {
  const folders = await Promise.all(
    options.subgraphs.map(async (subgraph) => ({ subgraph, migrations: await readMigrations(subgraph.migrationsDir) })),
  );
  const client = new pg.Client({ connectionString: options.adminUrl, application_name: 'atelier-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`
      create schema if not exists atelier;
      create table if not exists atelier.migrations (
        subgraph text not null, name text not null, hash text not null, applied_at timestamptz not null default now(),
        primary key (subgraph, name));
      revoke all on schema public from public;
    `);
    for (const { subgraph, migrations } of folders) await refuseUnknown(client, subgraph.name, migrations);
    const applied: string[] = [];
    for (const { subgraph, migrations } of folders) {
      applied.push(...(await migrateSubgraph(client, subgraph, migrations, options)));
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** All subgraphs are looked at before the first one is changed. */
async function refuseUnknown(client: pg.Client, subgraph: string, migrations: Migration[]): Promise<void> {
  for (const [name, hash] of await appliedTo(client, subgraph)) {
    const known = migrations.find((migration) => migration.name === name);
    if (known === undefined) {
      throw new MigrationError(
        'NEWER_DATABASE',
        `The database was made by a newer Atelier: it has the migration ${subgraph}/${name}, which this one does not know. Start the newer Atelier, or use another data directory.`,
      );
    }
    if (known.hash !== hash) {
      throw new MigrationError(
        'CHANGED_MIGRATION',
        `The migration ${subgraph}/${name} was changed after it ran. Restore the file, and write a new migration instead.`,
      );
    }
  }
}

async function migrateSubgraph(
  client: pg.Client,
  subgraph: SubgraphMigrations,
  migrations: Migration[],
  options: MigrateOptions,
): Promise<string[]> {
  const { name, role } = subgraph;
  const done = await appliedTo(client, name);
  const pending = migrations.filter((migration) => !done.has(migration.name));
  await prepareRole(client, name, role, subgraph.password);
  await client.query('begin');
  try {
    await client.query(`create schema if not exists ${escapeIdentifier(name)}`);
    await client.query(`set local search_path = ${escapeIdentifier(name)}`);
    // For migrations that grant something to their own role; its name differs between installations.
    await client.query(`select set_config('atelier.role', $1, true)`, [role]);
    for (const migration of pending) {
      options.onProgress?.(`migrating ${name}: ${migration.name}`);
      await client.query(migration.sql).catch((cause: unknown) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new MigrationError('FAILED_MIGRATION', `The migration ${name}/${migration.name} failed: ${reason}. Nothing of it was kept.`, {
          cause,
        });
      });
      await remember(client, name, migration.name, migration.hash);
    }
    await raiseWalls(client, name);
    await grantRows(client, name, role);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  if (subgraph.jobs !== false && !(await appliedTo(client, jobsSchema(name))).has(JOBS_MIGRATION)) {
    options.onProgress?.(`making the job queue of ${name}`);
    await prepareJobs(client, options.adminUrl, subgraph);
    await remember(client, jobsSchema(name), JOBS_MIGRATION, '');
  }
  return pending.map((migration) => `${name}/${migration.name}`);
}

async function appliedTo(client: pg.Client, subgraph: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from atelier.migrations where subgraph = $1 order by name',
    [subgraph],
  );
  return new Map(rows.map((row) => [row.name, row.hash]));
}

async function remember(client: pg.Client, subgraph: string, name: string, hash: string): Promise<void> {
  await client.query('insert into atelier.migrations (subgraph, name, hash) values ($1, $2, $3)', [subgraph, name, hash]);
}
