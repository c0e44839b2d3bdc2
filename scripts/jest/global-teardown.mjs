import { rm } from 'node:fs/promises';

/** Stops what global-setup.mjs started, and removes its files. */
export default async function globalTeardown() {
  const started = globalThis.atelierTestPostgres;
  if (started === undefined) return;
  await started.postgres.stop();
  await started.dataDir.release();
  await rm(started.dataDir.path, { recursive: true, force: true });
}
