import { resolve } from 'node:path';
import { openDataDir } from '@atelier/all-in-one/data-dir';
import { startPostgres } from '@atelier/all-in-one/postgres/start-postgres';
import { readSecrets } from '@atelier/all-in-one/secrets';
import { seedLoad } from '@atelier/all-in-one/seed';
import { migrate, schemaNames } from '@atelier/all-in-one/stack';
import type { LoadSize } from '@atelier/service-kit/load';
import pg from 'pg';

const CHECKOUT = resolve(import.meta.dirname, '../..');

/** How long the load took to copy, its indexes and statistics included. */
export interface Loaded {
  rows: number;
  seconds: number;
}

/** Fills a new data directory with load data, and cleans up so that the database has nothing left to do by itself. */
export async function loadInto(path: string, size: LoadSize): Promise<Loaded> {
  const dataDir = await openDataDir(path);
  try {
    const secrets = await readSecrets(dataDir, await schemaNames(CHECKOUT), process.env);
    const postgres = await startPostgres({ dataDir, superuserPassword: secrets.postgresPassword });
    try {
      await migrate(CHECKOUT, postgres.superuserUrl, secrets, () => undefined);
      const start = performance.now();
      let rows = 0;
      await seedLoad(CHECKOUT, postgres.superuserUrl, size, new Date(), (table) => {
        rows += table.rows;
      });
      const seconds = (performance.now() - start) / 1_000;
      const client = new pg.Client({ connectionString: postgres.superuserUrl });
      await client.connect();
      await client.query('vacuum analyze');
      await client.query('checkpoint');
      await client.end();
      return { rows, seconds };
    } finally {
      await postgres.stop();
    }
  } finally {
    await dataDir.release();
  }
}
