import type { CopyTable, CopyValue } from '@atelier/service-kit/load';
import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';

/** A table to be copied from rows as Drizzle would insert them; a field that is left out is null. */
export function copyOf<Table extends PgTable>(table: Table, rows: () => Iterable<Table['$inferInsert']>): CopyTable {
  const { schema, name } = getTableConfig(table);
  const columns = Object.entries(getTableColumns(table)).map(([field, column]) => ({
    field,
    name: column.name,
    isJson: column.getSQLType() === 'jsonb',
  }));
  return {
    table: `${schema}.${name}`,
    columns: columns.map((column) => column.name),
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows()) {
          const values = row as Record<string, CopyValue | undefined>;
          yield columns.map(({ field, isJson }): CopyValue => {
            const value = values[field] ?? null;
            return isJson && value !== null ? JSON.stringify(value) : value;
          });
        }
      },
    },
  };
}
