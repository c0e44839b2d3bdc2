import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseStats } from './create.ts';
import { databaseUnavailable, isConnectionLoss, isForgotten, isRetryable, toFailure } from './failure.ts';
import { type Scope, scopeQuery, type Transaction } from './session.ts';
import { type QueryRunner, runOn, type Statement, type WireQuery, type WireResult } from './statement.ts';

/** How often a transaction is run when it deadlocks or cannot be serialized. */
const ATTEMPTS = 3;

export interface TransactionsOptions {
  url: string;
  applicationName: string;
  statementTimeoutMs: number;
  connections: number;
  /** What a transaction begins with. Default `begin`. */
  begin?: string;
  stats: DatabaseStats;
  onError(error: unknown): void;
}

/** Runs use cases, each on a connection of its own until its commit has answered. */
export class Transactions {
  readonly #pool: pg.Pool;
  readonly #options: TransactionsOptions;

  constructor(options: TransactionsOptions) {
    this.#options = options;
    this.#pool = new pg.Pool({
      connectionString: options.url,
      application_name: options.applicationName,
      statement_timeout: options.statementTimeoutMs,
      // A use case that hangs must not hold its locks for ever.
      idle_in_transaction_session_timeout: 30_000,
      connectionTimeoutMillis: 5_000,
      max: options.connections,
      keepAlive: true,
      pipeline: true,
    });
    this.#pool.on('error', options.onError);
  }

  /** See `Database.transaction`. */
  async run<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(scope, work);
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
        // Whoever it collided with is to be done before it comes back.
        await delay(attempt * 20 * (1 + Math.random()));
      }
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #once<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw databaseUnavailable(error);
    });
    const tx = new OpenTransaction(client, scope, this.#options);
    // Between its statements nobody else would hear that the connection was lost; the next statement tells.
    client.on('error', tx.lost);
    let result: T;
    try {
      result = await work(tx);
      await tx.commit();
    } catch (error) {
      await tx.rollback();
      throw error;
    } finally {
      client.removeListener('error', tx.lost);
      client.release(tx.unusable);
    }
    for (const hook of tx.hooks) {
      try {
        hook();
      } catch (error) {
        this.#options.onError(error);
      }
    }
    return result;
  }
}

class OpenTransaction implements Transaction, QueryRunner {
  readonly scope: Scope;
  readonly hooks: (() => void)[] = [];
  /** The connection must not serve anybody else. */
  unusable = false;
  readonly #client: pg.PoolClient;
  readonly #stats: DatabaseStats;
  readonly #beginning: WireQuery;
  #state: 'new' | 'open' | 'over' = 'new';
  #failure: unknown = null;

  constructor(client: pg.PoolClient, scope: Scope, { stats, begin = 'begin' }: Pick<TransactionsOptions, 'stats' | 'begin'>) {
    this.scope = scope;
    this.#client = client;
    this.#stats = stats;
    this.#beginning = command(begin);
  }

  run = <R>(statement: Statement<R>, values: Record<string, unknown> = {}): Promise<R> => runOn(this, statement, values);

  afterCommit(hook: () => void): void {
    this.hooks.push(hook);
  }

  lost = (): void => {
    this.unusable = true;
  };

  async query(query: WireQuery): Promise<WireResult> {
    if (this.#state === 'over')
      throw new Error('This transaction is over; its statements must be awaited inside the work it was given to.');
    const opened = this.#state === 'new' ? this.#begin() : null;
    this.#stats.statements += 1;
    const answer = this.#send(query);
    if (opened !== null) {
      // Without its scope a statement would see no row and say nothing.
      const [scoped] = await Promise.allSettled([opened, answer]);
      if (scoped.status === 'rejected') throw scoped.reason;
    }
    return answer;
  }

  /** Throws the first failure of a statement where there was one, also of one that nobody awaited. */
  async commit(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    const state = this.#state;
    this.#state = 'over';
    if (state === 'new') return;
    const { command: outcome } = await this.#send(command('commit'));
    // PostgreSQL answers the commit of a failed transaction with ROLLBACK and no error.
    if (outcome !== 'COMMIT') throw this.#failure ?? new Error(`The transaction ended with ${outcome}.`);
  }

  async rollback(): Promise<void> {
    const state = this.#state;
    this.#state = 'over';
    if (state !== 'open' || this.unusable) return;
    await this.#send(command('rollback')).catch(this.lost);
  }

  async #begin(): Promise<void> {
    this.#state = 'open';
    this.#stats.begins += 1;
    await Promise.all([this.#send(this.#beginning), this.#send(scopeQuery(this.scope, 'write'))]);
  }

  async #send({ name, text, values }: WireQuery): Promise<pg.QueryArrayResult<(string | null)[]>> {
    try {
      return await this.#client.query({ ...(name === null ? {} : { name }), text, values: [...values], rowMode: 'array', types: AS_TEXT });
    } catch (error) {
      if (isConnectionLoss(error) || isForgotten(error)) this.unusable = true;
      const failure = toFailure(error);
      this.#failure ??= failure;
      throw failure;
    }
  }
}

const command = (text: string): WireQuery => ({ name: null, text, values: [] });

/** Statements read their own rows. */
const AS_TEXT: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text };
