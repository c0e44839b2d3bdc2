import { type ConnectionOptions, type QueuedQuery, SharedConnection, type Wave } from './connection.ts';
import type { DatabaseStats } from './create.ts';
import type { Scope, Session } from './session.ts';
import { joined, runOn, type WireQuery, type WireResult } from './statement.ts';

/** Makes the sessions of requests, and gathers what they ask for in waves over a few shared connections. */
export class WaveCollector {
  readonly #connections: SharedConnection[];
  readonly #stats: DatabaseStats;
  /** The waves of this turn of the event loop, one a scope: requests of one viewer share it. All of them leave as one transaction. */
  #waves = new Map<string, Wave>();

  constructor(options: Omit<ConnectionOptions, 'onRetry'>, connections: number, stats: DatabaseStats) {
    this.#stats = stats;
    const onRetry = (waves: readonly Wave[]) => this.#send(waves);
    this.#connections = Array.from({ length: connections }, () => new SharedConnection({ ...options, onRetry }));
  }

  /** A session whose statements leave in waves. */
  session(scope: Scope): Session {
    const key = `${scope.studioId} ${scope.userId}`;
    const runner = { query: (query: WireQuery) => this.#gather(key, scope, query) };
    return { scope, run: (statement, values = {}) => runOn(runner, statement, values) };
  }

  async close(): Promise<void> {
    await Promise.all(this.#connections.map((connection) => connection.close()));
  }

  #gather(key: string, scope: Scope, query: WireQuery): Promise<WireResult> {
    return new Promise((resolve, reject) => {
      // DataLoader hands over its batches in nested ticks and microtasks; all of them run before the next immediate.
      if (this.#waves.size === 0) setImmediate(() => this.#flush());
      let wave = this.#waves.get(key);
      if (wave === undefined) {
        wave = { scope, queries: [] };
        this.#waves.set(key, wave);
      }
      if (!isShared(wave, query, resolve, reject)) wave.queries.push({ query, resolve, reject });
    });
  }

  #flush(): void {
    const waves = this.#waves;
    // Not cleared: V8 links what a map held before to what it holds next, and once that chain is old, all that hangs on it lives on.
    this.#waves = new Map();
    this.#send([...waves.values()]);
  }

  #send(waves: readonly Wave[]): void {
    this.#stats.begins += 1;
    for (const { queries } of waves) this.#stats.statements += queries.length;
    // One process of PostgreSQL that is kept at work is cheaper than two that take turns. What is slow, or cannot be opened, must not
    // hold up the rest.
    const next = this.#connections.find((connection) => connection.isPrompt()) ?? this.#connections.reduce(lessLoaded);
    next.send(waves);
  }
}

const lessLoaded = (one: SharedConnection, other: SharedConnection) => (other.pending < one.pending ? other : one);

/** Has a statement of the wave ask for these keys too, where there is one that differs in nothing else. */
function isShared({ queries }: Wave, query: WireQuery, resolve: QueuedQuery['resolve'], reject: QueuedQuery['reject']): boolean {
  if (query.keys === undefined) return false;
  for (const queued of queries) {
    const both = joined(queued.query, query);
    if (both === null) continue;
    const { resolve: first, reject: refuse } = queued;
    queued.query = both;
    queued.resolve = (result) => {
      first(result);
      resolve(result);
    };
    queued.reject = (error) => {
      refuse(error);
      reject(error);
    };
    return true;
  }
  return false;
}
