import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** The PostgreSQL of a data directory while something has it running. */
export interface RunningPostgres {
  /** Of the superuser. */
  adminUrl: string;
  /** Of a role that reads and writes every row, row-level security or not: what peers connect as. */
  peerUrl: string;
  postmaster: number;
}

const ROLE = 'bench_peer';

/** Finds the running PostgreSQL of a data directory, and gives the peers' role what it needs. */
export async function runningPostgres(dataDir: string): Promise<RunningPostgres> {
  const read = (...path: string[]) => readFile(join(dataDir, ...path), 'utf8');
  const { postgresPassword } = JSON.parse(await read('secrets.json')) as { postgresPassword: string };
  const address = `127.0.0.1:${(await read('postgres.port')).trim()}/postgres`;
  const adminUrl = `postgres://postgres:${encodeURIComponent(postgresPassword)}@${address}`;
  const password = randomBytes(16).toString('hex');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [ROLE]);
    if (rowCount === 0) await client.query(`create role ${ROLE} login bypassrls`);
    await client.query(`alter role ${ROLE} password '${password}'`);
    const schemas = 'auth, accounts, clients, projects, messaging';
    await client.query(`grant usage on schema ${schemas} to ${ROLE}`);
    await client.query(`grant select, update on all tables in schema ${schemas} to ${ROLE}`);
  } finally {
    await client.end();
  }
  const [postmaster] = (await read('postgres', 'postmaster.pid')).split('\n');
  return { adminUrl, peerUrl: `postgres://${ROLE}:${password}@${address}`, postmaster: Number(postmaster) };
}
