import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@atelier/all-in-one/ports';
import { Redis } from 'ioredis';

/** A Redis of one test file. */
export interface TestRedis {
  url: string;
  /** Ends it as a crash does; `start` brings it back at the same address, with nothing in it. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a redis-server that keeps nothing, in a folder of its own. Stop it in `afterAll`. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'atelier-redis-'));
  const port = await findFreePort('127.0.0.1');
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | null = null;

  async function start(): Promise<void> {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
    server = spawn('redis-server', args, { stdio: 'ignore' });
    const client = new Redis(url, { maxRetriesPerRequest: null });
    // Refused until it listens.
    client.on('error', () => undefined);
    await client.ping();
    client.disconnect();
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server === null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    server = null;
    await ended;
  }
  // A test file that fails half-way leaves no server behind.
  process.once('exit', () => server?.kill());
  await start();
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
