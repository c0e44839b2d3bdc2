import pg from 'pg';
import type { Answer, AnswerReader } from './answers.ts';
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
 * A `pg.Query`, because pg pipelines nothing else; it writes its messages itself, in one piece, and its reader keeps what is answered.
 */
export class WaveQuery extends pg.Query {
  readonly #prepared: PreparedStatements;
  readonly #queries: readonly WireQuery[];
  readonly #done: (outcome: WaveOutcome) => void;
  readonly #reader: AnswerReader;
  #sent: readonly Sent[] = [];

  constructor(
    { prepared, reader }: { prepared: PreparedStatements; reader: AnswerReader },
    queries: readonly WireQuery[],
    done: (outcome: WaveOutcome) => void,
  ) {
    super('');
    this.#prepared = prepared;
    this.#reader = reader;
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
    const sent = this.#sent[this.#reader.answered];
    if (sent) sent.prepared.fields = fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
  }

  /** By pg, over TLS alone. */
  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.#reader.row(fields);
  }

  /** By pg, over TLS alone. */
  handleCommandComplete(): void {
    this.#reader.complete();
  }

  /** By pg, for a failed statement and for a lost connection; nothing comes after it. */
  handleError(error: unknown): void {
    const answers = this.#reader.take();
    const failed = answers.length;
    for (const [index, { query, isNew }] of this.#sent.entries()) {
      if (index < failed || query.name === null) continue;
      if (isNew || (index === failed && isForgotten(error))) this.#prepared.doubt(query.name);
    }
    this.#end(answers, error);
  }

  handleReadyForQuery(): void {
    this.#end(this.#reader.take(), null);
  }

  #end(answers: readonly Answer[], error: unknown): void {
    this.#done({ answers: answers.map((rows, index) => ({ rows, fields: this.#sent[index]?.prepared.fields ?? [] })), error });
  }
}
