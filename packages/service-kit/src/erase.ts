import { sql } from 'drizzle-orm';
import { sqlStatement, type Transaction } from './database.ts';

/** The event after which no domain holds a row of the studio any more. */
export const STUDIO_REMOVED = 'studio.removed';

// Of the catalogue, which every role may read.
const tenantTables = sqlStatement<{ name: string; pointsTo: string[] }>(
  'erase.tenantTables',
  () => sql`select c.relname as name,
      coalesce(array_agg(f.relname::text) filter (where f.relname is not null and f.relname <> c.relname and not k.condeferrable), '{}') as "pointsTo"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'studio_id' and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
    left join pg_class f on f.oid = k.confrelid
    where c.relnamespace = ${sql.placeholder('schema')}::regnamespace and c.relkind in ('r', 'p')
      and has_table_privilege(c.oid, 'delete')
    group by c.relname order by c.relname`,
);

const deferConstraints = sqlStatement(null, () => sql`set constraints all deferred`);

/**
 * Deletes every row of the session's studio from the tables of a schema, those that point at others first. Tables of which the role
 * may delete nothing stay: their domain says when they go.
 * @param keep tables that stay
 */
export async function eraseStudio(tx: Transaction, schema: string, keep: readonly string[] = []): Promise<void> {
  const { studioId } = tx.scope;
  if (studioId === null) return;
  await tx.run(deferConstraints);
  const tables = await tx.run(tenantTables, { schema });
  for (const name of inOrder(tables)) {
    if (keep.includes(name)) continue;
    const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
    await tx.run(sqlStatement(null, () => sql`delete from ${table} where studio_id = ${studioId}::uuid`));
  }
}

/** Tables in an order in which none is emptied while another that is not empty points at it. */
function inOrder(tables: readonly { name: string; pointsTo: readonly string[] }[]): string[] {
  const left = new Map(tables.map(({ name, pointsTo }) => [name, pointsTo]));
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left.keys()].filter((name) => ![...left].some(([other, pointsTo]) => other !== name && pointsTo.includes(name)));
    if (free.length === 0) throw new Error(`Tables point at each other in a circle: ${[...left.keys()].join(', ')}.`);
    for (const name of free) left.delete(name);
    order.push(...free);
  }
  return order;
}
