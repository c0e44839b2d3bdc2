import { type ChildProcess, spawn } from 'node:child_process';
import { open, stat } from 'node:fs/promises';
import { signalProcess, waitUntil } from '../processes.ts';
import { StartError } from '../start-error.ts';
import type { Binaries } from './binaries.ts';
import { lastError, postgresEnv } from './cluster.ts';
import { readPidFile } from './leftovers.ts';
import type { RunAs } from './run-as.ts';

/** One run of the postgres program, ready for connections. */
export type Server = {
  readonly pid: number;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it within 5 s: first politely, then without a checkpoint (the next start replays the log), then by force. */
  stop(): Promise<void>;
};

/** Thrown when it did not come up; `retry` says that another try may succeed. */
export class ServerFailed extends StartError {
  readonly retry: 'port' | 'memory' | undefined;

  constructor(reason: string, logFile: string) {
    super(`PostgreSQL did not start: ${reason} (more in ${logFile}).`);
    if (/TCP\/IP sockets|Address already in use/.test(reason)) this.retry = 'port';
    if (/shared memory block|lock file/.test(reason)) this.retry = 'memory';
  }
}

const KEEP_LOG_BYTES = 5 * 1024 * 1024;
const SLOW_AFTER_MS = 3000;
const GIVE_UP_AFTER_MS = 120_000;

/**
 * Runs postgres on a cluster and waits until it takes connections. Its log goes to `logFile`, which begins anew at 5 MB.
 * @throws ServerFailed with what PostgreSQL itself gave as the reason.
 */
export async function runServer(options: {
  binaries: Binaries;
  runAs: RunAs;
  clusterDir: string;
  logFile: string;
  settings: Record<string, string>;
  onSlow: () => void;
  signal?: AbortSignal;
}): Promise<Server> {
  const { clusterDir, logFile } = options;
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  const log = await open(logFile, size > KEEP_LOG_BYTES ? 'w' : 'a', 0o600);
  const begin = (await log.stat()).size;
  const args = ['-D', clusterDir, ...Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // A session of its own, so that Ctrl-C does not stop it under the feet of those who still write.
  const child = spawn(...options.runAs.wrap(options.binaries.postgres, args), {
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
    cwd: '/',
    env: postgresEnv(),
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await log.close();
  const server = { pid: child.pid ?? -1, ended, stop: () => stopServer(child, ended) };
  const slow = setTimeout(options.onSlow, SLOW_AFTER_MS);
  try {
    const settled = await waitUntil(async () => {
      options.signal?.throwIfAborted();
      if (hasEnded(child)) return true;
      const file = await readPidFile(clusterDir);
      return file?.pid === child.pid && file?.ready === true;
    }, GIVE_UP_AFTER_MS);
    if (!settled) throw new ServerFailed('it took longer than two minutes', logFile);
    if (hasEnded(child)) throw new ServerFailed(await reasonIn(logFile, begin), logFile);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    clearTimeout(slow);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function stopServer(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const [signal, withinMs] of [
    ['SIGINT', 3000],
    ['SIGQUIT', 1000],
    ['SIGKILL', 1000],
  ] as const) {
    if (hasEnded(child) || child.pid === undefined) return;
    signalProcess(child.pid, signal);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      ended,
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs);
      }),
    ]);
    clearTimeout(timer);
  }
}

async function reasonIn(logFile: string, begin: number): Promise<string> {
  const log = await open(logFile, 'r');
  try {
    const { buffer, bytesRead } = await log.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, begin);
    return lastError(buffer.toString('utf8', 0, bytesRead)) || 'it gave no reason';
  } finally {
    await log.close();
  }
}
