import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findFreePort } from '@atelier/all-in-one/ports';

const CHECKOUT = resolve(import.meta.dirname, '../..');
// Linux counts a process's time in hundredths of a second.
const TICK_MS = 10;

/** Atelier as `npm start` runs it, in a process of its own. */
export interface Product {
  url: string;
  /** Processor time so far of its processes, in ms: Node, and PostgreSQL with all its backends. */
  cpu(): Promise<{ node: number; postgres: number }>;
  stop(): Promise<void>;
}

/**
 * Starts Atelier on a free port.
 * @throws with its own words when it does not come up
 */
export async function startProduct(dataDir: string, args: readonly string[] = []): Promise<Product> {
  const port = await findFreePort('127.0.0.1');
  const main = join(CHECKOUT, 'all-in-one', 'src', 'main.ts');
  const child = spawn(process.execPath, [main, '--port', String(port), '--data-dir', dataDir, ...args], {
    cwd: CHECKOUT,
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
    cpu: () => timeOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

interface Process {
  parent: number;
  name: string;
  /** Of itself and of its children that have ended and been waited for. */
  ticks: number;
}

/** The processor time of a process and all below it. */
async function timeOf(root: number): Promise<{ node: number; postgres: number }> {
  const processes = new Map<number, Process>();
  for (const pid of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    // The name stands in brackets and may hold anything.
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat ?? '') ?? [];
    const fields = rest.split(' ').map(Number);
    if (rest)
      processes.set(Number(pid), { parent: fields[1] ?? 0, name, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) });
  }
  const isBelow = (pid: number): boolean => pid === root || (processes.has(pid) && isBelow(processes.get(pid)?.parent ?? 0));
  const total = { node: 0, postgres: 0 };
  for (const [pid, { name, ticks }] of processes) {
    if (isBelow(pid)) total[name.startsWith('postgres') ? 'postgres' : 'node'] += ticks * TICK_MS;
  }
  return total;
}
