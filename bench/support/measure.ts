import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Sent } from './client.ts';
import { usedByNow } from './cpu.ts';
import { median } from './figures.ts';
import { end } from './peers.ts';

/** Of a variant in a round. */
const LEAST_REQUESTS = 40;

/** One in so many may fail. */
const MOST_FAILED = 50;

/** Something that answers, as a set of processes. */
export interface Variant {
  name: string;
  url: string;
  /** Of each connection, and of each another viewer's: or who shares reads that are under way would be measured by that. */
  headers: Record<string, string>[];
  /** Its Node processes by what they are. PostgreSQL is counted apart. */
  processes: Record<string, number>;
}

/** What is asked of every variant. */
export interface Operation {
  name: string;
  /** What to send to a variant on each of its connections, and from which number `{n}` counts; null when it has no such operation. */
  bodies(variant: Variant): Promise<{ bodies: string[]; from?: number[] } | null>;
}

/** What one variant used for one operation: medians of all rounds, CPU-ms a request. */
export interface Row {
  operation: string;
  variant: string;
  cpuMs: number;
  postgresMs: number;
  processMs: Record<string, number>;
  requestsPerSecond: number;
  medianMs: number;
  /** Of all rounds together. */
  failed: number;
  /** CPU-ms of each round. */
  rounds: number[];
}

export interface Plan {
  rounds: number;
  /** How long each variant is asked in a round. */
  ms: number;
  warmUpMs: number;
  /** How many requests a variant is warmed up with at least: on a busy machine a slow one would else be measured cold. */
  warmUpRequests: number;
}

type Round = { postgres: number; processes: Record<string, number>; requests: number; failed: number; seconds: number; medianMs: number };

/** Asks all variants in turn, round after round, each round in another order, and counts what their processes use meanwhile. */
export async function measure(options: {
  variants: readonly Variant[];
  operations: readonly Operation[];
  postmaster: number;
  plan: Plan;
  say(line: string): void;
}): Promise<Row[]> {
  const { variants, operations, postmaster, plan, say } = options;
  const client = fork(join(import.meta.dirname, 'client.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const hear = async <T>(): Promise<T> => {
    const [answer] = (await once(client, 'message')) as [T | { error: string }];
    if (typeof answer === 'object' && answer !== null && 'error' in answer) throw new Error(answer.error);
    return answer as T;
  };
  /** Wakes everything up, and begins when `begin` has looked at what was used so far. */
  const send = async (order: Order, begin: () => Promise<void>): Promise<Sent> => {
    client.send(order);
    await hear<'begin'>();
    await begin();
    client.send('go');
    const answer = await hear<Sent>();
    if (answer.failed * MOST_FAILED > answer.requests) throw new Error(`${answer.failed} of ${answer.requests} failed: ${answer.failure}`);
    return answer;
  };
  const rows: Row[] = [];
  try {
    for (const operation of operations) {
      const found = new Map<Variant, Round[]>();
      for (let round = 0; round <= plan.rounds; round += 1) {
        // The first round warms up.
        const ms = round === 0 ? plan.warmUpMs : plan.ms;
        const turn = round % variants.length;
        for (const variant of [...variants.slice(turn), ...variants.slice(0, turn)]) {
          const asked = await operation.bodies(variant);
          if (asked === null) continue;
          const order = {
            url: variant.url,
            headers: variant.headers,
            bodies: asked.bodies,
            from: asked.from ?? [],
            wake: (await operations[0]?.bodies(variant))?.bodies[0] ?? '',
            ms,
            least: round === 0 ? plan.warmUpRequests : LEAST_REQUESTS,
          };
          const one = await oneRound(variant, postmaster, (begin) => send(order, begin));
          if (round > 0) found.set(variant, [...(found.get(variant) ?? []), one]);
        }
        say(`${operation.name}: ${round === 0 ? 'warmed up' : `round ${round} of ${plan.rounds}`}`);
      }
      for (const [variant, all] of found) rows.push(rowOf(operation.name, variant.name, all));
    }
  } finally {
    await end(client);
  }
  return rows;
}

async function oneRound({ processes }: Variant, postmaster: number, send: (begin: () => Promise<void>) => Promise<Sent>): Promise<Round> {
  const snapshot = async () => {
    const used = await usedByNow();
    const each = new Map(Object.entries(processes).map(([name, pid]) => [name, used(pid).node]));
    return { postgres: used(postmaster).postgres, each, at: performance.now() };
  };
  let before = await snapshot();
  const { requests, failed, medianMs } = await send(async () => {
    before = await snapshot();
  });
  const after = await snapshot();
  return {
    postgres: after.postgres - before.postgres,
    processes: Object.fromEntries([...after.each].map(([name, ms]) => [name, ms - (before.each.get(name) ?? 0)])),
    requests,
    failed,
    seconds: (after.at - before.at) / 1_000,
    medianMs,
  };
}

function rowOf(operation: string, variant: string, rounds: readonly Round[]): Row {
  const middle = (pick: (round: Round) => number) => Number(median(rounds.map(pick)).toFixed(3));
  const total = (round: Round) => (round.postgres + Object.values(round.processes).reduce((sum, ms) => sum + ms, 0)) / round.requests;
  return {
    operation,
    variant,
    cpuMs: middle(total),
    postgresMs: middle((round) => round.postgres / round.requests),
    processMs: Object.fromEntries(
      Object.keys(rounds[0]?.processes ?? {}).map((name) => [name, middle((round) => (round.processes[name] ?? 0) / round.requests)]),
    ),
    requestsPerSecond: Math.round(median(rounds.map((round) => round.requests / round.seconds))),
    medianMs: middle((round) => round.medianMs),
    failed: rounds.reduce((sum, round) => sum + round.failed, 0),
    rounds: rounds.map((round) => Number(total(round).toFixed(3))),
  };
}
