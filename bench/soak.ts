/**
 * Whether sockets leave anything behind: `node bench/soak.ts [--rounds 200000]`. Clients connect to our router, subscribe, hear now and
 * then of an event, and go, each in one of several ways; the heap is measured after a collection at intervals. Ends with 1 when the
 * second half of the run holds more than the first.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keep, median } from './support/figures.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200000' } } });
const ROUNDS = Number(values.rounds);
const INTERVALS = 20;
/** What the second half may hold more than the first, in MB: less than 30 bytes a round would come to. */
const MOST_MB = 5;

export interface Held {
  heapMB: number;
  externalMB: number;
  residentMB: number;
  sockets: number;
}

const start = (name: string, ...args: string[]): ChildProcess => {
  const execArgv = name === 'holder' ? ['--expose-gc'] : [];
  return fork(join(import.meta.dirname, 'soak', `${name}.ts`), args, { stdio: 'inherit', execArgv });
};
const answer = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`A process of the soak ended with ${code}.`));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message as T);
    });
  });
const ask = <T>(child: ChildProcess, order: string | number): Promise<T> => {
  const answered = answer<T>(child);
  child.send(order);
  return answered;
};

const holder = start('holder');
const where = await answer<string>(holder);
const comers = start('comers', where);
await answer(comers);
try {
  const held: Held[] = [];
  const each = Math.ceil(ROUNDS / INTERVALS);
  for (let interval = 0; interval <= INTERVALS; interval += 1) {
    // The first interval warms the caches up and is not measured.
    await ask(comers, each);
    const now = await ask<Held>(holder, 'measure');
    console.log(
      `${String(interval * each).padStart(8)} rounds: heap ${now.heapMB.toFixed(1)} MB, outside ${now.externalMB.toFixed(1)} MB, resident ${now.residentMB.toFixed(0)} MB, ${now.sockets} sockets open`,
    );
    held.push(now);
  }
  const total = held.map(({ heapMB, externalMB }) => heapMB + externalMB);
  const half = Math.ceil(total.length / 2);
  const grownMB = median(total.slice(half)) - median(total.slice(0, half));
  console.log(`${ROUNDS} rounds: the second half holds ${grownMB.toFixed(1)} MB more than the first (at most ${MOST_MB})`);
  await keep('soak', { rounds: ROUNDS, grownMB: Number(grownMB.toFixed(2)), held });
  process.exitCode = grownMB <= MOST_MB && held.every(({ sockets }) => sockets === 0) ? 0 : 1;
} finally {
  comers.disconnect();
  holder.disconnect();
}
