import { Socket } from 'node:net';
import pg from 'pg';
import { ABORTED, databaseUnavailable, isConnectionLoss, sqlState, toFailure, UNKNOWN_STATEMENT } from './failure.ts';
import { type Scope, scopeQuery } from './session.ts';
import type { WireQuery, WireResult } from './statement.ts';

/** A statement that waits for its wave. */
export interface QueuedQuery {
  query: WireQuery;
  values: unknown[];
  resolve(result: WireResult): void;
  reject(error: unknown): void;
  /** How often the connection did not know the statement. */
  forgotten: number;
}

/** The statements of one request that leave together. */
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
  /** Waves that were sent and whose commit has not been answered. */
  waves: number;
  /** Cuts the connection when answers are due and none comes. */
  silence: NodeJS.Timeout;
}

/**
 * One connection shared by many requests: each wave is queued whole (`begin`, scope, statements, `commit`), so waves of
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
    const live: Live = { client, socket, waves: 0, silence: setTimeout(onSilence, statementTimeoutMs + graceMs) };
    function onSilence() {
      if (live.waves > 0) socket.destroy();
    }
    live.silence.unref();
    client.on('end', () => clearTimeout(live.silence));
    this.#live = live;
    return live;
  }

  #write(wave: Wave, live: Live): void {
    const { client, socket, silence } = live;
    let broken: unknown = null;
    let failed = false;
    const again: QueuedQuery[] = [];
    // Given out together at the end, whatever packets they came in: what the rooms ask for next is one wave again.
    const answers: (() => void)[] = [];
    const opening = (error: unknown) => {
      if (error) broken ??= error;
    };
    live.waves += 1;
    silence.refresh();
    // Corked, the whole wave leaves in one write.
    socket.cork();
    client.query('begin read only', opening);
    const scope = scopeQuery(wave.scope);
    client.query(scope, opening);
    for (const queued of wave.queries) {
      let answered = false;
      client.query({ ...queued.query, values: queued.values }, (error: unknown, result: WireResult) => {
        // pg answers twice when it could not encode a value.
        if (answered) return;
        answered = true;
        silence.refresh();
        this.pending -= 1;
        if (broken !== null) {
          queued.reject(databaseUnavailable(broken));
        } else if (!error) {
          answers.push(() => queued.resolve(result));
        } else if (failed && sqlState(error) === ABORTED) {
          again.push(queued);
        } else if (sqlState(error) === UNKNOWN_STATEMENT && queued.forgotten < 1) {
          failed = true;
          queued.forgotten += 1;
          again.push(queued);
          this.#retire(live);
        } else {
          failed = true;
          if (isConnectionLoss(error)) this.#retire(live);
          queued.reject(toFailure(error));
        }
      });
    }
    client.query('commit', (error: unknown, result: WireResult) => {
      live.waves -= 1;
      for (const answer of answers) answer();
      if (error) {
        for (const queued of again) queued.reject(databaseUnavailable(error));
        return;
      }
      if (result.command !== 'COMMIT' && !failed && broken === null) {
        this.#options.onError(new Error(`A wave of reads ended with ${result.command}, and none of its statements failed.`));
      }
      if (again.length > 0) this.#options.onRetry({ scope: wave.scope, queries: again });
    });
    socket.uncork();
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
