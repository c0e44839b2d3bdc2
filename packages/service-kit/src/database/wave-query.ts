import pg from 'pg';
import { isForgotten } from './failure.ts';
import type { WireField } from './rows.ts';
import type { WireQuery, WireResult } from './statement.ts';
import { WireWriter } from './wire.ts';

/** The statements that one connection has prepared, by name. */
export class PreparedStatements {
  readonly #known = new Map<string, Prepared>();
  /** Sent once, but perhaps never prepared, because something before them failed. */
  readonly #doubtful = new Set<string>();

  get(name: string): Prepared | undefined {
    return this.#known.get(name);
  }

  /** Notes that a statement is being prepared. True where its name has to be closed first. */
  add(name: string, prepared: Prepared): boolean {
    this.#known.set(name, prepared);
    return this.#doubtful.delete(name);
  }

  /** Has a statement prepared anew at its next run. */
  doubt(name: string): void {
    this.#known.delete(name);
    this.#doubtful.add(name);
  }
}

interface Prepared {
  readonly text: string;
  /** The columns of its rows, once they were described. */
  fields: readonly WireField[] | null;
}

/** How a transaction ended. */
export interface WaveOutcome {
  /** What came, in the order of the statements; all of it unless there is an error. */
  answers: readonly WireResult[];
  /** Why the statement behind the last answer failed; null when nothing did. */
  error: unknown;
}

/** A statement on its way. */
interface Sent {
  query: WireQuery;
  prepared: Prepared;
  /** Whether it is prepared here. */
  isNew: boolean;
}

const writer = new WireWriter();

/**
 * Waves on the wire: scopes and statements up to one Sync, which makes them one transaction without `begin` and `commit`; the scope's
 * own statement makes it read-only. What stands behind a failure is skipped by the server, so no statement runs without its scope.
 * A `pg.Query`, because pg pipelines nothing else; it writes its messages itself, in one piece, and leaves rows as they come.
 */
export class WaveQuery extends pg.Query {
  readonly #prepared: PreparedStatements;
  readonly #queries: readonly WireQuery[];
  readonly #done: (outcome: WaveOutcome) => void;
  #sent: readonly Sent[] = [];
  readonly #answers: WireResult[] = [];
  #rows: (string | null)[][] = [];

  constructor(prepared: PreparedStatements, queries: readonly WireQuery[], done: (outcome: WaveOutcome) => void) {
    super('');
    this.#prepared = prepared;
    this.#queries = queries;
    this.#done = done;
  }

  /** By pg, when it is its turn to leave. */
  override submit = (connection: pg.Connection): null => {
    this.#sent = this.#queries.map((query) => this.#write(query));
    writer.sync();
    const bytes = writer.take();
    if (connection.stream.writable) connection.stream.write(bytes);
    return null;
  };

  #write(query: WireQuery): Sent {
    const { name, text, values } = query;
    let prepared = name === null ? undefined : this.#prepared.get(name);
    const isNew = prepared === undefined;
    if (prepared === undefined) {
      prepared = { text, fields: null };
      if (name !== null && this.#prepared.add(name, prepared)) writer.close(name);
      writer.parse(name ?? '', text);
    }
    writer.bind(name ?? '', values);
    if (prepared.fields === null) writer.describe();
    writer.execute();
    return { query, prepared, isNew };
  }

  handleRowDescription({ fields }: { fields: WireField[] }): void {
    const sent = this.#sent[this.#answers.length];
    if (sent) sent.prepared.fields = fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.#rows.push(fields);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const fields = this.#sent[this.#answers.length]?.prepared.fields ?? [];
    this.#answers.push({ command: text, rowCount: this.#rows.length, fields, rows: this.#rows });
    this.#rows = [];
  }

  /** By pg, for a failed statement and for a lost connection; nothing comes after it. */
  handleError(error: unknown): void {
    const failed = this.#answers.length;
    for (const [index, { query, isNew }] of this.#sent.entries()) {
      if (index < failed || query.name === null) continue;
      if (isNew || (index === failed && isForgotten(error))) this.#prepared.doubt(query.name);
    }
    this.#end(error);
  }

  handleReadyForQuery(): void {
    this.#end(null);
  }

  #end(error: unknown): void {
    this.#done({ answers: this.#answers, error });
  }
}
