import { is, Param, Placeholder, type SQL } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { columnReader, type OrderedField, plainReader, type RowReader, type WireField, type WireRow } from './rows.ts';
import { encodeValue, type WireValue } from './wire.ts';

/** What one query is on the wire. */
export interface WireQuery {
  /** Prepared under this name; null is prepared for one run. */
  name: string | null;
  text: string;
  values: readonly WireValue[];
  /** The list of keys among the values, where it may be asked for together with other keys. */
  keys?: { index: number; list: readonly unknown[] } | undefined;
}

/** PostgreSQL's answer. */
export interface WireResult {
  fields: readonly WireField[];
  rows: readonly WireRow[];
}

/** Sends a query somewhere: a wave of reads, or the connection of a transaction. */
export interface QueryRunner {
  query(query: WireQuery): Promise<WireResult>;
}

/** Drizzle's builder. It has no connection: a statement runs where a session runs it. */
export type DrizzleBuilder = NodePgDatabase<Record<string, never>>;

/** A Drizzle query (select, insert, update, delete). */
export interface PreparableQuery<R> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<R>; getQuery(): { sql: string; params: unknown[] } };
}

/** One SQL statement with its result type; give it to `session.run`. */
export interface Statement<R> {
  /** Null when the SQL text varies from run to run. */
  readonly name: string | null;
  /** For sessions only: the query with its values, and how to read the answer. @throws for a value that is missing */
  bind(values: Readonly<Record<string, unknown>>): { query: WireQuery; read(result: WireResult): R };
}

// Drizzle writes the SQL and knows the columns; what it would do at each run costs as much again as the driver.
const builder: DrizzleBuilder = drizzle({
  query: () => Promise.reject(new Error('A statement can only run through session.run(statement, values).')),
} as unknown as pg.Client);
const dialect = new PgDialect();

/** Runs a statement on a runner. For sessions; everybody else calls `session.run`. */
export async function runOn<R>(target: QueryRunner, statement: Statement<R>, values: Readonly<Record<string, unknown>>): Promise<R> {
  const { query, read } = statement.bind(values);
  return read(await target.query(query));
}

/**
 * A statement whose SQL text never varies: built once per process, prepared once per connection under `name`
 * (`<noun>.<what>`, unique in its subgraph). Values come by `sql.placeholder`; a list by `anyOf(column, 'ids')`.
 * @param keyedBy the placeholder of a list of keys. Runs in one wave that differ in these keys alone are one statement: each gets the
 *   rows of all, of which it takes its own, and the error of all.
 */
export function statement<R>(name: string, build: (db: DrizzleBuilder) => PreparableQuery<R>, keyedBy?: string): Statement<R> {
  checkName(name);
  return lazily(name, () => fromDrizzle<R>(name, build(builder), keyedBy));
}

/** A statement whose SQL text varies (a list of rows to insert): built at each run, which costs twice the processor time. */
export function dynamic<R>(build: (db: DrizzleBuilder) => PreparableQuery<R>): Statement<R> {
  return { name: null, bind: (values) => fromDrizzle<R>(null, build(builder)).bind(values) };
}

/**
 * A statement in plain SQL (`with recursive`, `unnest`, …). Rows come as objects with the column names of the query:
 * timestamps as Date, `date` as 'YYYY-MM-DD', bigint and numeric as text. Without a name (null) where its text varies.
 * @param leftOut properties of `Row` that the query does not select: nobody may read them, and who does gets an error
 */
export function sqlStatement<Row>(name: string | null, build: () => SQL, leftOut: readonly (keyof Row & string)[] = []): Statement<Row[]> {
  if (name !== null) checkName(name);
  return lazily(name, () => {
    const { sql, params } = dialect.sqlToQuery(build());
    const rowsOf = remembering((fields) => plainReader(fields, leftOut));
    return compiled(name, sql, params, (result) => rowsOf(result) as Row[]);
  });
}

function lazily<R>(name: string | null, make: () => Statement<R>): Statement<R> {
  let made: Statement<R> | null = null;
  return {
    name,
    bind(values) {
      made ??= make();
      return made.bind(values);
    },
  };
}

function fromDrizzle<R>(name: string | null, query: PreparableQuery<R>, keyedBy?: string): Statement<R> {
  const prepared = query.prepare(name ?? '');
  const { sql, params } = prepared.getQuery();
  // Private to Drizzle's types alone; nothing is selected without it.
  const { fields: columns } = prepared as unknown as { fields?: OrderedField[] };
  if (columns === undefined) return compiled(name, sql, params, (result) => result as R);
  const rowsOf = remembering((fields) => columnReader(columns, fields));
  return compiled(name, sql, params, (result) => rowsOf(result) as R, keyedBy);
}

function compiled<R>(
  name: string | null,
  text: string,
  params: readonly unknown[],
  read: (result: WireResult) => R,
  keyedBy?: string,
): Statement<R> {
  const encoders = params.map(encoderOf);
  const index = params.findIndex((param) => is(param, Placeholder) && param.name === keyedBy);
  return {
    name,
    bind(values) {
      const list = index === -1 || keyedBy === undefined ? null : values[keyedBy];
      const keys = Array.isArray(list) ? { index, list } : undefined;
      return { query: { name, text, values: encoders.map((encode) => encode(values)), keys }, read };
    },
  };
}

/** One query for the keys of both; null where they differ in more than their keys. */
export function joined(one: WireQuery, other: WireQuery): WireQuery | null {
  const [{ keys }, others] = [one, other.keys];
  if (!keys || !others || one.name === null || one.name !== other.name || one.text !== other.text) return null;
  if (one.values.some((value, index) => index !== keys.index && value !== other.values[index])) return null;
  const list = [...new Set([...keys.list, ...others.list])];
  return { ...one, values: one.values.with(keys.index, encodeValue(list)), keys: { index: keys.index, list } };
}

/** What fills a parameter at each run: the value of its placeholder, as its column writes it, or one that was given once. */
function encoderOf(param: unknown): (values: Readonly<Record<string, unknown>>) => WireValue {
  const given = (name: string, values: Readonly<Record<string, unknown>>): unknown => {
    const value = values[name];
    if (value === undefined && !(name in values)) throw new Error(`A statement was run without its value "${name}".`);
    return value;
  };
  if (is(param, Placeholder)) return (values) => encodeValue(given(param.name, values));
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder, value } = param;
    return (values) => encodeValue(encoder.mapToDriverValue(given(value.name, values)));
  }
  const constant = encodeValue(param);
  return () => constant;
}

/** Reads whole answers; how is worked out once for each set of columns that comes. */
function remembering(make: (fields: readonly WireField[]) => RowReader): (result: WireResult) => unknown[] {
  let known: readonly WireField[] | null = null;
  let readRow: RowReader = () => null;
  return ({ fields, rows }) => {
    if (known === null || (known !== fields && !areAlike(known, fields))) {
      readRow = make(fields);
      known = fields;
    }
    return rows.map(readRow);
  };
}

const areAlike = (some: readonly WireField[], others: readonly WireField[]): boolean =>
  some.length === others.length &&
  some.every((field, index) => field.name === others[index]?.name && field.dataTypeID === others[index]?.dataTypeID);

function checkName(name: string): void {
  // PostgreSQL cuts longer names silently, and two that share their first 63 bytes would be one.
  if (Buffer.byteLength(name) > 63 || name === '') throw new Error(`A statement name has 1 to 63 bytes: '${name}'.`);
}
