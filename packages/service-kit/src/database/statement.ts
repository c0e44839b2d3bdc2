import { fillPlaceholders, type SQL } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { withoutValues } from './failure.ts';

/** What one query is on the wire. */
export interface WireQuery {
  name?: string | undefined;
  text: string;
  rowMode?: 'array' | undefined;
  types?: pg.CustomTypesConfig | undefined;
}

/** The part of PostgreSQL's answer that is used. */
export interface WireResult {
  command: string;
  rowCount: number | null;
  rows: unknown[];
}

/** Sends a query somewhere: a wave of reads, or the connection of a transaction. */
export interface QueryRunner {
  query(query: WireQuery, values: unknown[]): Promise<WireResult>;
}

/** Drizzle's builder. It has no connection of its own: a statement runs where a session runs it. */
export type DrizzleBuilder = NodePgDatabase<Record<string, never>>;

/** A Drizzle query that can be prepared (select, insert, update, delete). */
export interface PreparableQuery<R> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<R> };
}

/** A Drizzle query that is built anew for each run. */
export interface ExecutableQuery<R> {
  execute(): Promise<R>;
}

/** One SQL statement with its result type; give it to `session.run`. */
export interface Statement<R> {
  /** Null when the SQL text varies from run to run. */
  readonly name: string | null;
  /** For sessions only: starts the query on the runner of the moment. */
  execute(values: Record<string, unknown>): Promise<R>;
}

// Drizzle calls `client.query` synchronously inside `execute`, so a variable is enough to tell it where the query belongs.
let runner: QueryRunner | null = null;

const client = {
  async query(query: WireQuery, values: unknown[]): Promise<WireResult> {
    if (runner === null) throw new Error('A statement can only run through session.run(statement, values).');
    return runner.query(query, values.map(encoded));
  },
};

// pg would meet a value that cannot become JSON in the middle of sending, and leave its connection confused.
function encoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encoded);
  const isPlain = typeof value === 'object' && value !== null && !(value instanceof Date) && !ArrayBuffer.isView(value);
  return isPlain ? JSON.stringify(value) : value;
}

// Drizzle's driver types name the whole of pg's client, of which it calls `query` only.
const builder: DrizzleBuilder = drizzle(client as unknown as pg.Client);
const dialect = new PgDialect();

/** Runs a statement on a runner. For sessions; everybody else calls `session.run`. */
export function runOn<R>(target: QueryRunner, statement: Statement<R>, values: Record<string, unknown>): Promise<R> {
  const outer = runner;
  runner = target;
  try {
    return statement.execute(values).catch((error: unknown) => {
      throw withoutValues(error);
    });
  } finally {
    runner = outer;
  }
}

/**
 * A statement whose SQL text never varies: built once per process, prepared once per connection under `name`
 * (`<noun>.<what>`, unique in its subgraph). Values come by `sql.placeholder`; a list by `anyOf(column, 'ids')`.
 */
export function statement<R>(name: string, build: (db: DrizzleBuilder) => PreparableQuery<R>): Statement<R> {
  checkName(name);
  let prepared: ReturnType<PreparableQuery<R>['prepare']> | null = null;
  return {
    name,
    execute(values) {
      prepared ??= build(builder).prepare(name);
      return prepared.execute(values);
    },
  };
}

/** A statement whose SQL text varies (filters, a list of rows to insert): built at each run, which costs twice the processor time. */
export function dynamic<R>(build: (db: DrizzleBuilder) => ExecutableQuery<R>): Statement<R> {
  return { name: null, execute: () => build(builder).execute() };
}

/**
 * A named statement in plain SQL (`with recursive`, `unnest`, …). Rows come as objects with the column names of the query:
 * timestamps as Date, `date` as 'YYYY-MM-DD', bigint and numeric as text.
 */
export function sqlStatement<Row>(name: string, build: () => SQL): Statement<Row[]> {
  checkName(name);
  let query: { text: string; params: unknown[] } | null = null;
  return {
    name,
    async execute(values) {
      if (query === null) {
        const built = dialect.sqlToQuery(build());
        query = { text: built.sql, params: built.params };
      }
      const result = await client.query({ name, text: query.text, types: PLAIN_TYPES }, fillPlaceholders(query.params, values));
      return result.rows as Row[];
    },
  };
}

// A `date` has no time zone; pg would make it midnight in the zone of this process.
const PLAIN_TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.DATE
      ? (text: string) => text
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

function checkName(name: string): void {
  // PostgreSQL cuts longer names silently, and two that share their first 63 bytes would be one.
  if (Buffer.byteLength(name) > 63 || name === '') throw new Error(`A statement name has 1 to 63 bytes: '${name}'.`);
}
