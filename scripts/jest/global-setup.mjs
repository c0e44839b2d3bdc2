import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDir } from '../../all-in-one/src/data-dir.ts';
import { startPostgres } from '../../all-in-one/src/postgres/start-postgres.ts';

/**
 * Starts the one PostgreSQL that all test files of a run share. They find it in TEST_POSTGRES_URL (superuser, database `postgres`)
 * and make databases of their own. Whoever sets that variable brings a server, and none is started.
 */
export default async function globalSetup() {
  if (process.env.TEST_POSTGRES_URL) return;
  const folder = await mkdtemp(join(tmpdir(), 'atelier-tests-'));
  const dataDir = await openDataDir(folder);
  const postgres = await startPostgres({ dataDir, superuserPassword: randomBytes(16).toString('hex'), fsync: false });
  process.env.TEST_POSTGRES_URL = postgres.superuserUrl;
  globalThis.atelierTestPostgres = { dataDir, postgres };
}
