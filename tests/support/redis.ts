import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@atelier/all-in-one/ports';
import { Redis } from 'ioredis';

/** A Redis of one test file. */
export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

/** Starts a redis-server that keeps nothing, in a folder of its own. Stop it in `afterAll`. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'atelier-redis-'));
  const port = await findFreePort('127.0.0.1');
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    {
      stdio: 'ignore',
    },
  );
  // A test file that fails half-way leaves no server behind.
  process.once('exit', () => server.kill());
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  // Refused until it listens.
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
  return {
    url,
    async stop() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
