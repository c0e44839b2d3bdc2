import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stopLeftovers } from '../../all-in-one/src/postgres/leftovers.ts';

/** Stops what global-setup.mjs started, and removes its files. */
export default async function globalTeardown() {
  const started = globalThis.atelierTestPostgres;
  if (started === undefined) return;
  await started.postgres.stop();
  await removeRun(started.dataDir.path);
}

/** Removes the folder of a run, and ends every PostgreSQL in it: tests that are interrupted cannot stop their own. */
export async function removeRun(folder) {
  for (const file of globSync('**/postgres/postmaster.pid', { cwd: folder })) {
    await stopLeftovers(dirname(join(folder, file)), () => undefined);
  }
  // A test that is just being ended may still write.
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
