import { type ConnectionOptions, SharedConnection, type Wave } from './connection.ts';
import type { DatabaseStats } from './create.ts';
import type { Scope, Session } from './session.ts';
import { type QueryRunner, runOn, type WireQuery, type WireResult } from './statement.ts';

/** Makes the sessions of requests and spreads their waves over a few shared connections. */
export class WaveCollector {
  readonly #connections: SharedConnection[];
  readonly #stats: DatabaseStats;

  constructor(options: Omit<ConnectionOptions, 'onRetry'>, connections: number, stats: DatabaseStats) {
    this.#stats = stats;
    const onRetry = (wave: Wave) => this.#send(wave);
    this.#connections = Array.from({ length: connections }, () => new SharedConnection({ ...options, onRetry }));
  }

  /** A session whose statements leave in waves. */
  session(scope: Scope): Session {
    return new WaveSession(scope, (wave) => this.#send(wave));
  }

  async close(): Promise<void> {
    await Promise.all(this.#connections.map((connection) => connection.close()));
  }

  #send(wave: Wave): void {
    this.#stats.begins += 1;
    this.#stats.statements += wave.queries.length;
    const idlest = this.#connections.reduce((best, next) => (next.pending < best.pending ? next : best));
    idlest.send(wave);
  }
}

class WaveSession implements Session, QueryRunner {
  readonly scope: Scope;
  readonly #send: (wave: Wave) => void;
  #wave: Wave | null = null;

  constructor(scope: Scope, send: (wave: Wave) => void) {
    this.scope = scope;
    this.#send = send;
  }

  run: Session['run'] = (statement, values = {}) => runOn(this, statement, values);

  query(query: WireQuery, values: unknown[]): Promise<WireResult> {
    return new Promise((resolve, reject) => {
      if (this.#wave === null) {
        this.#wave = { scope: this.scope, queries: [] };
        // DataLoader hands over its batches in nested ticks and microtasks; all of them run before the next immediate.
        setImmediate(() => this.#flush());
      }
      this.#wave.queries.push({ query, values, resolve, reject, forgotten: 0 });
    });
  }

  #flush(): void {
    const wave = this.#wave;
    this.#wave = null;
    if (wave !== null) this.#send(wave);
  }
}
