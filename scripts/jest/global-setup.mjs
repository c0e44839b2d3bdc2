import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDir } from '../../all-in-one/src/data-dir.ts';
import { startPostgres } from '../../all-in-one/src/postgres/start-postgres.ts';
import globalTeardown, { removeRun } from './global-teardown.mjs';

const PREFIX = 'atelier-tests-';

/**
 * Starts the one PostgreSQL that all test files of a run share. They find it in TEST_POSTGRES_URL (superuser, database `postgres`)
 * and make databases of their own; what they write to disk goes into TEST_FOLDER, which is removed in the end.
 * Whoever sets TEST_POSTGRES_URL brings a server, and none is started.
 */
export default async function globalSetup() {
  if (process.env.TEST_POSTGRES_URL) return;
  await removeOldRuns();
  const dataDir = await openDataDir(await mkdtemp(join(tmpdir(), PREFIX)));
  const postgres = await startPostgres({ dataDir, superuserPassword: randomBytes(16).toString('hex'), fsync: false });
  process.env.TEST_POSTGRES_URL = postgres.superuserUrl;
  process.env.TEST_FOLDER = dataDir.path;
  globalThis.atelierTestPostgres = { dataDir, postgres };
  // jest does not tear down when it is interrupted.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void globalTeardown().finally(() => process.exit(130)));
}

/** Ends and removes what runs that were killed left behind; those of a living run, or of another user, stay. */
async function removeOldRuns() {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    try {
      const old = await openDataDir(join(tmpdir(), name), { patienceMs: 0 });
      await removeRun(old.path);
    } catch {
      // In use, or not ours.
    }
  }
}
