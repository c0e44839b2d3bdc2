import pg from 'pg';
import { MigrationError } from './error.ts';

const { escapeIdentifier } = pg;

/** Forces row-level security where a migration enabled it, and refuses a table with a `studio_id` that has none. */
export async function raiseWalls(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string; enabled: boolean; forced: boolean; policies: number }>(
    `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relkind in ('r', 'p')
        and (c.relrowsecurity or exists (
          select from pg_attribute a where a.attrelid = c.oid and a.attname = 'studio_id' and not a.attisdropped))
      order by c.relname`,
    [schema],
  );
  for (const table of rows) {
    if (!table.enabled || table.policies === 0) {
      throw new MigrationError(
        'UNPROTECTED_TABLE',
        `${schema}.${table.name} has a studio_id and no policy: add tenantPolicy() to its table file.`,
      );
    }
    if (!table.forced) {
      await client.query(`alter table ${escapeIdentifier(schema)}.${escapeIdentifier(table.name)} force row level security`);
    }
  }
}
