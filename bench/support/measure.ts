import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Sent } from './client.ts';
import { timeOf } from './cpu.ts';
import { median } from './figures.ts';
import { end } from './peers.ts';

/** Something that answers, as a set of processes. */
export interface Variant {
  name: string;
  url: string;
  headers: Record<string, string>;
  /** Its Node processes by what they are. PostgreSQL is counted apart. */
  processes: Record<string, number>;
}

/** What is asked of every variant. */
export interface Operation {
  name: string;
  /** The bodies to send to a variant, one a connection, and from which number `{n}` counts; null when it has no such operation. */
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
  /** CPU-ms of each round. */
  rounds: number[];
}

export interface Plan {
  rounds: number;
  /** How long each variant is asked in a round. */
  ms: number;
  warmUpMs: number;
  connections: number;
}

type Round = { postgres: number; processes: Record<string, number>; requests: number; seconds: number; medianMs: number };

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
  const send = async (order: Order): Promise<Sent> => {
    client.send(order);
    const [answer] = (await once(client, 'message')) as [Sent | { error: string }];
    if ('error' in answer) throw new Error(answer.error);
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
          const order = { url: variant.url, headers: variant.headers, bodies: asked.bodies, from: asked.from ?? [], ms };
          const one = await oneRound(variant, postmaster, () => send(order));
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

async function oneRound({ processes }: Variant, postmaster: number, send: () => Promise<Sent>): Promise<Round> {
  const snapshot = async () => {
    const each = Object.entries(processes).map(async ([name, pid]) => [name, (await timeOf([pid])).node] as const);
    return { postgres: (await timeOf([postmaster])).postgres, each: new Map(await Promise.all(each)), at: performance.now() };
  };
  const before = await snapshot();
  const { requests, medianMs } = await send();
  const after = await snapshot();
  return {
    postgres: after.postgres - before.postgres,
    processes: Object.fromEntries([...after.each].map(([name, ms]) => [name, ms - (before.each.get(name) ?? 0)])),
    requests,
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
    rounds: rounds.map((round) => Number(total(round).toFixed(3))),
  };
}
