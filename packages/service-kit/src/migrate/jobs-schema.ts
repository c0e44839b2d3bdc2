import { createRequire } from 'node:module';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { jobsPool } from '../jobs/pool.ts';
import { jobsSchema } from '../jobs/queue.ts';
import { roleUrl } from './roles.ts';

const { escapeIdentifier } = pg;
const manifest = createRequire(import.meta.url)('../../package.json') as { dependencies: Record<string, string> };

/** What is recorded when the tables of the job queue are there, as this version of the worker wants them. */
export const JOBS_MIGRATION = `graphile-worker-${manifest.dependencies['graphile-worker']}`;

/**
 * Makes the tables of a subgraph's job queue. The subgraph's role owns them: their row-level security has no policy, so
 * only the owner can run the worker, and add jobs inside its own transactions.
 */
export async function prepareJobs(
  client: pg.Client,
  adminUrl: string,
  subgraph: { name: string; role: string; password: string },
): Promise<void> {
  const schema = jobsSchema(subgraph.name);
  const role = escapeIdentifier(subgraph.role);
  const database = escapeIdentifier(client.database ?? '');
  const admin = await client.query<{ super: boolean }>('select rolsuper as super from pg_roles where rolname = current_user');
  if (!admin.rows[0]?.super) await client.query(`grant ${role} to current_user`);
  await client.query(`create schema if not exists ${escapeIdentifier(schema)} authorization ${role}`);
  // The worker's first migration says `create schema if not exists`, which asks for this right even when the schema is there.
  await client.query(`grant create on database ${database} to ${role}`);
  // A lost connection fails the migration itself, which says so.
  const pool = jobsPool(roleUrl(adminUrl, subgraph.role, subgraph.password), 'atelier-migrate', 2, () => undefined);
  try {
    await runMigrations({ pgPool: pool, schema });
  } finally {
    await pool.end();
    await client.query(`revoke create on database ${database} from ${role}`);
  }
}
