import { Socket } from 'node:net';
import pg from 'pg';
import { databaseUnavailable, isConnectionLoss, isForgotten, nameClash, toFailure } from './failure.ts';
import type { Scope } from './session.ts';
import type { WireQuery, WireResult } from './statement.ts';
import { PreparedStatements, type WaveOutcome, WaveQuery } from './wave-query.ts';

/** A statement that waits for its wave. */
export interface QueuedQuery {
  query: WireQuery;
  resolve(result: WireResult): void;
  reject(error: unknown): void;
  /** How often the connection did not know the statement. */
  forgotten: number;
}

/** The statements of one scope that leave together. */
export interface Wave {
  scope: Scope;
  queries: QueuedQuery[];
}

export interface ConnectionOptions {
  url: string;
  applicationName: string;
  statementTimeoutMs: number;
  /** How long the server may stay silent beyond its own statement time-out before the connection counts as dead. Default 5,000. */
  graceMs?: number;
  onError(error: unknown): void;
  /** Statements that failed only because another one of their wave did: they are to leave once more. */
  onRetry(wave: Wave): void;
}

interface Live {
  client: pg.Client;
  socket: Socket;
  prepared: PreparedStatements;
  /** Waves that were sent and have not been answered. */
  waves: number;
  /** Cuts the connection when answers are due and none comes. */
  silence: NodeJS.Timeout;
}

/**
 * One connection shared by many requests: each wave is a transaction that is sent whole, so waves of
 * different requests follow each other without waiting and never mix.
 */
export class SharedConnection {
  /** Statements that were given to this connection and have not been answered. */
  pending = 0;
  readonly #options: ConnectionOptions;
  #live: Live | null = null;
  #opening: Promise<Live> | null = null;
  #closed = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /** Sends a wave; opens the connection first where there is none. Never throws: each statement gets its own answer. */
  send(wave: Wave): void {
    this.pending += wave.queries.length;
    if (this.#live !== null) {
      this.#write(wave, this.#live);
      return;
    }
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    this.#opening.then(
      (live) => this.#write(wave, live),
      (error: unknown) => this.#refuse(wave.queries, error),
    );
  }

  /** Waits for what was sent, then closes. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#opening?.catch(() => undefined);
    const live = this.#live;
    this.#live = null;
    await live?.client.end();
  }

  async #open(): Promise<Live> {
    if (this.#closed) throw new Error('The database was closed.');
    const { url, applicationName, statementTimeoutMs, graceMs = 5_000, onError } = this.#options;
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: url,
      application_name: applicationName,
      // Under row-level security PostgreSQL else plans a prepared statement anew at each run, which costs as much as running it.
      options: '-c plan_cache_mode=force_generic_plan',
      statement_timeout: statementTimeoutMs,
      connectionTimeoutMillis: graceMs,
      keepAlive: true,
      pipeline: true,
      stream: () => socket,
    });
    client.on('error', (error) => {
      this.#forget(client);
      onError(error);
    });
    client.on('end', () => this.#forget(client));
    try {
      await client.connect();
    } catch (error) {
      socket.destroy();
      throw error;
    }
    const live: Live = {
      client,
      socket,
      prepared: new PreparedStatements(),
      waves: 0,
      silence: setTimeout(onSilence, statementTimeoutMs + graceMs),
    };
    function onSilence() {
      if (live.waves > 0) socket.destroy();
    }
    live.silence.unref();
    client.on('end', () => clearTimeout(live.silence));
    this.#live = live;
    return live;
  }

  #write({ scope, queries }: Wave, live: Live): void {
    const sent = queries.filter((queued) => {
      const { name, text } = queued.query;
      const known = name === null ? undefined : live.prepared.get(name);
      if (name === null || known === undefined || known.text === text) return true;
      this.pending -= 1;
      queued.reject(nameClash(name));
      return false;
    });
    live.waves += 1;
    live.silence.refresh();
    live.client.query(
      new WaveQuery(
        live.prepared,
        scope,
        sent.map(({ query }) => query),
        (outcome) => this.#settle({ scope, queries: sent }, outcome, live),
      ),
    );
  }

  /** Gives out all answers together, whatever packets they came in: what the rooms ask for next is one wave again. */
  #settle({ scope, queries }: Wave, { answers, error, isScoped }: WaveOutcome, live: Live): void {
    live.waves -= 1;
    live.silence.refresh();
    this.pending -= queries.length;
    const failed = error === null ? queries.length : answers.length;
    for (const [index, answer] of answers.entries()) queries[index]?.resolve(answer);
    const [cause, ...skipped] = queries.slice(failed);
    if (cause === undefined) return;
    if (!isScoped || isConnectionLoss(error)) {
      if (isConnectionLoss(error)) this.#retire(live);
      for (const queued of queries.slice(failed)) queued.reject(databaseUnavailable(error));
      return;
    }
    const isWorthAnother = isForgotten(error) && cause.forgotten < 1;
    cause.forgotten += 1;
    if (!isWorthAnother) cause.reject(toFailure(error));
    const again = isWorthAnother ? [cause, ...skipped] : skipped;
    if (again.length > 0) this.#options.onRetry({ scope, queries: again });
  }

  #refuse(queries: QueuedQuery[], error: unknown): void {
    this.pending -= queries.length;
    for (const queued of queries) queued.reject(databaseUnavailable(error));
  }

  /** Sends nothing more over this connection; what was sent is still answered. */
  #retire(live: Live): void {
    this.#forget(live.client);
    live.client.end().catch(this.#options.onError);
  }

  #forget(client: pg.Client): void {
    if (this.#live?.client === client) this.#live = null;
  }
}
