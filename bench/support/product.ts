import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { findFreePort } from '@atelier/all-in-one/ports';
import { type Used, usedByNow } from './cpu.ts';

const CHECKOUT = resolve(import.meta.dirname, '../..');

/** Says that no viewer's bucket runs dry; it is kept nevertheless. */
export const ENDLESS = { BUCKET_USER: '1000000000', BUCKET_USER_RESTORE: '1000000' } as const;

/** Says that, and that every answer is made anew. */
export const UNCACHED = { ...ENDLESS, ROUTER_CACHE_MB: '0' } as const;

/** Atelier as `npm start` runs it, in a process of its own. */
export interface Product {
  url: string;
  pid: number;
  /** Processor time so far of its processes. */
  cpu(): Promise<Used>;
  stop(): Promise<void>;
}

/**
 * Starts Atelier on a free port.
 * @param env what the environment says beside what it says to the bench
 * @throws with its own words when it does not come up
 */
export async function startProduct(
  dataDir: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const port = await findFreePort('127.0.0.1');
  const main = join(CHECKOUT, 'all-in-one', 'src', 'main.ts');
  const child = spawn(process.execPath, [main, '--port', String(port), '--data-dir', dataDir, ...args], {
    cwd: CHECKOUT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((ready, fail) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-4_000);
        if (said.includes('Ctrl-C stops it.')) ready();
      });
    }
    ended.then(() => fail(new Error(`Atelier did not start:\n${said}`)));
  });
  return {
    url: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    cpu: async () => (await usedByNow())(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
