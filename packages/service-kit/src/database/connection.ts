import pg from 'pg';
import { AnswerReader } from './answers.ts';
import { databaseUnavailable, isConnectionLoss, isForgotten, nameClash, toFailure } from './failure.ts';
import { type Scope, scopeQuery } from './session.ts';
import type { WireQuery, WireResult } from './statement.ts';
import { PreparedStatements, type WaveOutcome, WaveQuery } from './wave-query.ts';

/** A statement that waits for its wave. */
export interface QueuedQuery {
  query: WireQuery;
  resolve(result: WireResult): void;
  reject(error: unknown): void;
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
  /** How long it may owe an answer before something slow must be running on it. Default 5: reads of ours take less by far. */
  heldUpMs?: number;
  onError(error: unknown): void;
  /** Statements that failed only because another one before them did: they are to leave once more. */
  onRetry(waves: readonly Wave[]): void;
}

interface Live {
  client: pg.Client;
  reader: AnswerReader;
  prepared: PreparedStatements;
  /** Transactions that were sent and have not been answered. */
  underWay: number;
  /** When it last gave an answer, or was given something while it had nothing to do; in ms of `performance.now`. */
  promptAt: number;
  /** What that was when it was last looked whether the server is silent. */
  seenAt: number;
  /** Cuts the connection when answers are due and none comes. */
  silence: NodeJS.Timeout;
}

/**
 * One connection shared by many requests: what leaves together is a transaction that is sent whole, in which each wave begins with
 * its scope. Transactions follow each other without waiting and never mix.
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

  /** Sends waves as one transaction; opens the connection first where there is none. Never throws: each statement gets its own answer. */
  send(waves: readonly Wave[]): void {
    for (const { queries } of waves) this.pending += queries.length;
    if (this.#live !== null) {
      this.#write(waves, this.#live);
      return;
    }
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    this.#opening.then(
      (live) => this.#write(waves, live),
      (error: unknown) => {
        for (const { queries } of waves) this.#refuse(queries, databaseUnavailable(error));
      },
    );
  }

  /** Whether it is open, and owes no answer for so long that something slow must be running on it. */
  isPrompt(): boolean {
    const { heldUpMs = 5 } = this.#options;
    return this.#live !== null && (this.#live.underWay === 0 || performance.now() - this.#live.promptAt <= heldUpMs);
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
    const reader = new AnswerReader();
    const client = new pg.Client({
      connectionString: url,
      application_name: applicationName,
      // Under row-level security PostgreSQL else plans a prepared statement anew at each run, which costs as much as running it.
      options: '-c plan_cache_mode=force_generic_plan',
      statement_timeout: statementTimeoutMs,
      connectionTimeoutMillis: graceMs,
      keepAlive: true,
      pipeline: true,
      stream: () => reader.socket,
    });
    reader.readsMessages = !client.ssl;
    client.on('error', (error) => {
      this.#forget(client);
      onError(error);
    });
    client.on('end', () => this.#forget(client));
    try {
      await client.connect();
    } catch (error) {
      reader.socket.destroy();
      throw error;
    }
    const live: Live = {
      client,
      reader,
      prepared: new PreparedStatements(),
      underWay: 0,
      promptAt: 0,
      seenAt: 0,
      silence: setTimeout(onSilence, statementTimeoutMs + graceMs),
    };
    function onSilence() {
      if (live.underWay === 0) return;
      if (live.promptAt === live.seenAt) {
        reader.socket.destroy();
        return;
      }
      live.seenAt = live.promptAt;
      live.silence.refresh();
    }
    live.silence.unref();
    client.on('end', () => clearTimeout(live.silence));
    this.#live = live;
    return live;
  }

  #write(given: readonly Wave[], live: Live): void {
    const waves = given.some(({ queries }) => queries.some((queued) => clashes(queued, live))) ? this.#withoutClashes(given, live) : given;
    const sent: WireQuery[] = [];
    for (const { scope, queries } of waves) {
      sent.push(scopeQuery(scope));
      for (const { query } of queries) sent.push(query);
    }
    if (live.underWay === 0) {
      live.promptAt = performance.now();
      live.seenAt = live.promptAt;
      live.silence.refresh();
    }
    live.underWay += 1;
    live.client.query(new WaveQuery(live, sent, (outcome) => this.#settle(waves, outcome, live)));
  }

  #withoutClashes(waves: readonly Wave[], live: Live): Wave[] {
    return waves.map(({ scope, queries }) => {
      const sound = queries.filter((queued) => !clashes(queued, live));
      for (const queued of queries) if (!sound.includes(queued)) this.#refuse([queued], nameClash(queued.query.name ?? ''));
      return { scope, queries: sound };
    });
  }

  /** Gives out all answers together, whatever packets they came in: what the rooms ask for next is one wave again. */
  #settle(waves: readonly Wave[], { answers, error }: WaveOutcome, live: Live): void {
    live.underWay -= 1;
    live.promptAt = performance.now();
    const isLost = error !== null && isConnectionLoss(error);
    if (isLost) this.#retire(live);
    const again: Wave[] = [];
    let end = 0;
    for (const { scope, queries } of waves) {
      const scoped = end;
      end = scoped + 1 + queries.length;
      let answered = 0;
      for (const queued of queries) {
        const answer = answers[scoped + 1 + answered];
        if (answer === undefined) break;
        answered += 1;
        queued.resolve(answer);
      }
      this.pending -= answered;
      if (answered === queries.length) continue;
      const left = queries.slice(answered);
      if (isLost || answers.length === scoped) {
        this.#refuse(left, databaseUnavailable(error));
        continue;
      }
      this.pending -= left.length;
      const skipped = answers.length < scoped ? left : withoutCause(left, error);
      if (skipped.length > 0) again.push({ scope, queries: skipped });
    }
    if (again.length > 0) this.#options.onRetry(again);
  }

  #refuse(queries: readonly QueuedQuery[], error: unknown): void {
    this.pending -= queries.length;
    for (const queued of queries) queued.reject(error);
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

/** Whether the connection knows the statement's name with another text. */
function clashes({ query: { name, text } }: QueuedQuery, live: Live): boolean {
  const known = name === null ? undefined : live.prepared.get(name);
  return known !== undefined && known.text !== text;
}

/** Answers the statement that failed, the first; what is left is to be sent once more, and it too where only its preparation was lost. */
function withoutCause(left: QueuedQuery[], error: unknown): QueuedQuery[] {
  const [cause, ...skipped] = left;
  if (cause === undefined) return skipped;
  if (isForgotten(error) && cause.query.name !== null) {
    // Without a name it brings its preparation along, so that no other failure can take that from it again.
    cause.query = { ...cause.query, name: null };
    return left;
  }
  cause.reject(toFailure(error));
  return skipped;
}
