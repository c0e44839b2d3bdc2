import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DataDir } from '../data-dir.ts';
import { findFreePort, probePort } from '../ports.ts';
import { signalProcess } from '../processes.ts';
import { StartError, systemErrorCode } from '../start-error.ts';
import { findBinaries } from './binaries.ts';
import { assertMajor, clusterMajor, createCluster } from './cluster.ts';
import { stopLeftovers } from './leftovers.ts';
import { chooseRunAs, type RootStrategy } from './run-as.ts';
import { runServer, type Server, ServerFailed } from './server.ts';

const HOST = '127.0.0.1';

export type PostgresOptions = {
  /** The held data directory: the cluster lives in its folder `postgres`, the log in `postgres.log`. */
  dataDir: DataDir;
  /** Of the superuser `postgres`; set when the cluster is made, and checked at each start. */
  superuserPassword: string;
  /** Where to listen on 127.0.0.1. Without it: the port of the last time, or a free one. */
  port?: number;
  /** False gives up safety in a power cut for speed: for tests. */
  fsync?: boolean;
  /** Says in a few words what goes on, when it takes a while. */
  onProgress?: (message: string) => void;
  /** Called when PostgreSQL ended by itself and could not be started again. */
  onFailure?: (error: Error) => void;
  /** Gives up the start; what was started is stopped. */
  signal?: AbortSignal;
  /** How root runs PostgreSQL; the machine decides without it. */
  rootStrategy?: RootStrategy;
};

/** A running PostgreSQL of our own. When it ends by itself (killed, say) it is started again on the same port. */
export type Postgres = {
  readonly port: number;
  /** A connection string for the superuser and the database `postgres`. Holds the password: never log it. */
  readonly superuserUrl: string;
  /**
   * The same over a Unix socket, for this process alone: a statement costs less than over TCP. Where the folder's path is too long
   * for a socket it is `superuserUrl`. Holds the password: never log it.
   */
  readonly localUrl: string;
  /** The number of its main process at this moment. */
  readonly pid: number;
  /** Ends it within 5 s. Safe to call twice. */
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL on a data directory, and makes its database when there is none. What an earlier, killed Atelier left
 * running there is stopped first.
 * @throws StartError with the cause and the way out.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir, signal } = options;
  const say = options.onProgress ?? (() => {});
  const clusterDir = join(dataDir.path, 'postgres');
  const binaries = await findBinaries();
  const major = await clusterMajor(clusterDir);
  if (major !== undefined) assertMajor(clusterDir, major, binaries.major);
  const sync = options.fsync !== false;
  const runAs = await chooseRunAs(clusterDir, options.rootStrategy);
  if (major === undefined) {
    say('making the database');
    await createCluster({ binaries, runAs, dataDir: dataDir.path, clusterDir, password: options.superuserPassword, sync, signal });
  } else {
    await stopLeftovers(clusterDir, (pids) => say(`stopping the PostgreSQL that an earlier start left behind (process ${pids[0]})`));
  }
  await runAs.own(clusterDir);
  const socketDir = hasRoomForSocket(clusterDir) ? clusterDir : null;

  const launch = (port: number): Promise<Server> =>
    runServer({
      binaries,
      runAs,
      clusterDir,
      logFile: join(dataDir.path, 'postgres.log'),
      settings: serverSettings(port, socketDir, sync),
      onSlow: () => say('PostgreSQL is putting its files in order after a sudden end'),
      signal,
    });

  let { server, port } = await launchOnSomePort(launch, await preferredPort(dataDir.path, options.port), options.port === undefined);
  await writeFile(portFile(dataDir.path), `${port}\n`);
  const superuserUrl = `postgres://postgres:${encodeURIComponent(options.superuserPassword)}@${HOST}:${port}/postgres`;
  try {
    await checkPassword(superuserUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }

  let stopping = false;
  // Whatever ends this process without a stop, an unhandled error for instance, must not leave PostgreSQL behind.
  const lastResort = () => signalProcess(server.pid, 'SIGINT');
  process.once('exit', lastResort);
  const ends: number[] = [];
  let restarted = Promise.resolve();
  const restart = async (): Promise<void> => {
    const now = performance.now();
    ends.push(now);
    if (ends.filter((at) => now - at < 60_000).length > 3) {
      throw new StartError(`PostgreSQL ends again and again: ${join(dataDir.path, 'postgres.log')} says why.`);
    }
    say('it ended unexpectedly and is started again');
    await stopLeftovers(clusterDir, () => undefined);
    if (stopping) return;
    server = await launch(port);
    watch();
  };
  const watch = (): void => {
    void server.ended.then(() => {
      if (stopping) return;
      restarted = restart().catch((error: Error) => {
        if (!stopping) options.onFailure?.(error);
      });
    });
  };
  watch();

  return {
    port,
    superuserUrl,
    localUrl: socketDir === null ? superuserUrl : `${superuserUrl}?host=${encodeURIComponent(socketDir)}`,
    get pid() {
      return server.pid;
    },
    async stop() {
      stopping = true;
      await restarted;
      await server.stop();
      process.removeListener('exit', lastResort);
    },
  };
}

/** The shortest limit for a socket's path among the systems that we run on; with the longest name that PostgreSQL gives one. */
const hasRoomForSocket = (dir: string): boolean => Buffer.byteLength(join(dir, '.s.PGSQL.65535')) <= 103;

function serverSettings(port: number, socketDir: string | null, sync: boolean): Record<string, string> {
  const settings: Record<string, string> = {
    listen_addresses: HOST,
    port: String(port),
    // A list of folders: in quotes a comma or a space is part of the name.
    unix_socket_directories: socketDir === null ? '' : `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Every query of ours is short: compiling one costs more than it saves.
    jit: 'off',
  };
  return sync ? settings : { ...settings, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
}

const portFile = (dataDir: string): string => join(dataDir, 'postgres.port');

async function preferredPort(dataDir: string, asked: number | undefined): Promise<number> {
  if (asked !== undefined) return asked;
  const remembered = Number.parseInt(await readFile(portFile(dataDir), 'utf8').catch(() => ''), 10);
  if (remembered > 0 && remembered < 65_536 && (await probePort(HOST, remembered)) === 'free') return remembered;
  return findFreePort(HOST);
}

async function launchOnSomePort(
  launch: (port: number) => Promise<Server>,
  first: number,
  mayChange: boolean,
): Promise<{ server: Server; port: number }> {
  let port = first;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { server: await launch(port), port };
    } catch (error) {
      if (!(error instanceof ServerFailed) || error.retry === undefined || attempt === 5) throw error;
      if (error.retry === 'port') {
        if (!mayChange) throw new StartError(`Port ${port} for PostgreSQL is in use: free it, or name another one.`);
        port = await findFreePort(HOST);
      }
      // The last sessions of a killed PostgreSQL let go of its memory within moments.
      if (error.retry === 'memory') await sleep(500);
    }
  }
}

async function checkPassword(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    if (systemErrorCode(error) !== '28P01') throw error;
    throw new StartError(
      'The database refuses the password in secrets.json: put back the secrets.json that belongs to this data directory.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
