import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { customType, type PgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core';
import { instantOf } from './rows.ts';

/**
 * The second wall round a studio's rows. Put it among the extras of every table with a `studio_id`; the migration then
 * enables row-level security, and the migrator forces it. No setting, or an empty one: no row.
 */
export const tenantPolicy = () => pgPolicy('tenant', { using: sql`studio_id = nullif(current_setting('app.studio', true), '')::uuid` });

/** `column = any(values)`, with the list given to `run` under `placeholder`. (Drizzle's `inArray` cannot take a placeholder.) */
export const anyOf = (column: PgColumn, placeholder: string): SQL => sql`${column} = any(${sql.placeholder(placeholder)})`;

/**
 * The list given to `run` under `placeholder`, for `unnest`. In a select of its own its length is hidden from the planner, which would
 * else plan the statement anew at each run: that costs more than most reads themselves.
 */
export const listOf = (placeholder: string, type: 'uuid' | 'text' | 'int' | 'bigint' | 'timestamptz'): SQL =>
  sql`(select ${sql.placeholder(placeholder)}::${sql.raw(type)}[])`;

/** A moment as Date, in UTC. Unlike Drizzle's own `timestamp`, it takes null from a placeholder. */
export const instant = customType<{ data: Date; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: (value: Date | null) => (value === null ? (null as unknown as string) : value.toISOString()),
  fromDriver: instantOf,
});

/** JSON that takes null from a placeholder as SQL's null, where Drizzle's own `jsonb` would store JSON's. */
export const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
});

/** How much of each row a list reads: all of it, or what a line shows; most of a row's cost is its columns. */
export type Columns = 'all' | 'listed';

/** A table's columns under the names that rules use, for the select of plain SQL: all, or some of them. */
export const columnsOf = <Table extends PgTable>(table: Table, only?: readonly (keyof Table['$inferSelect'])[]): SQL =>
  sql.join(
    Object.entries(getTableColumns(table))
      .filter(([name]) => only?.includes(name) ?? true)
      .map(([name, column]) => sql`${column} as ${sql.identifier(name)}`),
    sql`, `,
  );

/** The names of the columns that `columnsOf` leaves out. */
export const columnsBut = <Table extends PgTable>(table: Table, only: readonly (keyof Table['$inferSelect'])[]) =>
  (Object.keys(getTableColumns(table)) as (keyof Table['$inferSelect'] & string)[]).filter((name) => !only.includes(name));
