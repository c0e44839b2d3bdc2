/**
 * What it costs to tell many: `node bench/fan-out.ts [--sockets 5000] [--quick]`. Our router and plain graphql-ws, each in a process
 * with 5,000 sockets of its own that all ask the same; events go to them in turns. Ends with 1 when a goal is not reached.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CrowdOrder } from './fan-out/crowd.ts';
import type { Order, Standing, Usage } from './fan-out/orders.ts';
import { keep, median } from './support/figures.ts';

const LEAST_PER_CPU_SECOND = 100_000;
const LEAST_RATIO = 4.5;
/** How long a process of the bench may take for one thing. */
const LONGEST_MS = 120_000;
const { values } = parseArgs({ options: { sockets: { type: 'string', default: '5000' }, quick: { type: 'boolean', default: false } } });
const SOCKETS = Number(values.sockets);
const ROUNDS = values.quick ? 3 : 7;
const EVENTS = 20;

const start = (name: string): ChildProcess => fork(join(import.meta.dirname, 'fan-out', `${name}.ts`), { stdio: 'inherit' });
const answer = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`A process of the bench ended with ${code}.`));
    const late = setTimeout(() => reject(new Error('A process of the bench does not answer.')), LONGEST_MS);
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      clearTimeout(late);
      resolve(message as T);
    });
  });

interface Side {
  name: string;
  server: ChildProcess;
  crowd: ChildProcess;
  heard: number;
  rates: number[];
  memory: number;
  sample: string;
}

async function side(name: string): Promise<Side> {
  const server = start(name);
  const standing = await answer<Standing>(server);
  const crowd = start('crowd');
  crowd.send({ open: SOCKETS, ...standing } satisfies CrowdOrder);
  await answer(crowd);
  return { name, server, crowd, heard: 0, rates: [], memory: 0, sample: '' };
}

function usage(each: Side): Promise<Usage> {
  const used = answer<Usage>(each.server);
  each.server.send('usage' satisfies Order);
  return used;
}

/** One event at a time: the next goes out when everybody has heard the last. */
async function round(each: Side): Promise<void> {
  const before = await usage(each);
  for (let event = 0; event < EVENTS; event += 1) {
    each.heard += 1;
    const heard = answer<{ received: number; sample: string }>(each.crowd);
    each.crowd.send({ heard: each.heard } satisfies CrowdOrder);
    each.server.send('emit' satisfies Order);
    each.sample = (await heard).sample;
  }
  const after = await usage(each);
  each.rates.push((SOCKETS * EVENTS) / (after.cpu - before.cpu));
  each.memory = after.memory;
}

const sides = [await side('ours'), await side('plain')];
try {
  // The first round is for the compilers.
  for (const each of sides) await round(each);
  for (const each of sides) each.rates.length = 0;
  for (let count = 0; count < ROUNDS; count += 1) for (const each of sides) await round(each);
  const [ours, plain] = sides.map((each) => ({
    perCpuSecond: Math.round(median(each.rates)),
    rounds: each.rates.map(Math.round),
    memoryMB: Math.round(each.memory / 1e6),
    bytes: each.sample.length,
  }));
  if (!ours || !plain) throw new Error('both were measured');
  const ratio = ours.perCpuSecond / plain.perCpuSecond;
  console.log(`${SOCKETS} sockets on one process, ${EVENTS} events a round, median of ${ROUNDS} rounds in turns`);
  console.table({ Atelier: { ...ours, rounds: ours.rounds.join(' ') }, 'graphql-ws': { ...plain, rounds: plain.rounds.join(' ') } });
  console.log(
    `${ours.perCpuSecond} messages a CPU-second (at least ${LEAST_PER_CPU_SECOND}), ${ratio.toFixed(2)} times graphql-ws (at least ${LEAST_RATIO})`,
  );
  await keep('fan-out', { sockets: SOCKETS, events: EVENTS, ours, plain, ratio: Number(ratio.toFixed(2)) });
  process.exitCode = ours.perCpuSecond >= LEAST_PER_CPU_SECOND && ratio >= LEAST_RATIO ? 0 : 1;
} finally {
  for (const { server, crowd } of sides) {
    crowd.disconnect();
    server.send('stop' satisfies Order);
  }
}
