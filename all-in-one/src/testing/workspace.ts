import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type DataDir, openDataDir } from '../data-dir.ts';
import { stopLeftovers } from '../postgres/leftovers.ts';
import { type Postgres, type PostgresOptions, startPostgres } from '../postgres/start-postgres.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export const PASSWORD = 'p&ss w0rd/of=tests';

/** A folder for one test file, and what runs in it: `cleanUp` ends and removes everything. */
export async function makeWorkspace() {
  const root = await realpath(await mkdtemp(join(process.env.TEST_FOLDER ?? tmpdir(), 'workspace-')));
  const cleaners: (() => Promise<unknown>)[] = [];
  // A run that is interrupted cleans up nothing else: PostgreSQL is stopped as the process exits, and its files go with it.
  const onSignal = () => process.exit(130);
  const onExit = () => rmSync(root, { recursive: true, force: true });
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('exit', onExit);

  return {
    path: (...parts: string[]) => join(root, ...parts),

    /** Takes a data directory, and lets go of it in the end. */
    async hold(path: string): Promise<DataDir> {
      const dir = await openDataDir(path, { patienceMs: 0 });
      cleaners.push(() => dir.release());
      return dir;
    },

    /** Starts PostgreSQL on a held data directory, and stops it in the end. */
    async start(dataDir: DataDir, options: Partial<PostgresOptions> = {}): Promise<Postgres> {
      const postgres = await startPostgres({ dataDir, superuserPassword: PASSWORD, fsync: false, ...options });
      cleaners.push(() => postgres.stop());
      return postgres;
    },

    /** The same in a process of its own, which a test can kill. */
    async startElsewhere(path: string): Promise<{ pid: number; postgres: { pid: number; superuserUrl: string }; kill(): Promise<void> }> {
      const script = fileURLToPath(new URL('./hold-postgres.ts', import.meta.url));
      const child = spawn(process.execPath, [script, path, PASSWORD], { stdio: ['pipe', 'pipe', 'inherit'] });
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      cleaners.push(async () => {
        child.stdin.end();
        await ended;
        await stopLeftovers(join(path, 'postgres'), () => undefined);
      });
      const line = await new Promise<string>((resolve, reject) => {
        child.stdout.once('data', (data) => resolve(String(data)));
        child.once('exit', (code) => reject(new Error(`the other process ended with ${code} before it was ready`)));
      });
      return {
        pid: child.pid ?? -1,
        postgres: JSON.parse(line),
        async kill() {
          child.kill('SIGKILL');
          await ended;
        },
      };
    },

    async cleanUp(): Promise<void> {
      for (const clean of cleaners.reverse()) await clean();
      await rm(root, { recursive: true, force: true });
      for (const signal of SIGNALS) process.removeListener(signal, onSignal);
      process.removeListener('exit', onExit);
    },
  };
}

/** Runs one statement as the superuser over a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(postgres: { superuserUrl: string }, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: postgres.superuserUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
