import { sql } from 'drizzle-orm';
import type { Session } from '../database/session.ts';
import { sqlStatement } from '../database/statement.ts';

/** A column as the database knows it. */
export interface CatalogueColumn {
  name: string;
  /** As PostgreSQL writes it, for example `timestamp with time zone`. */
  type: string;
}

/** A table or view that the session's role may read. */
export interface CatalogueTable {
  name: string;
  isView: boolean;
  columns: CatalogueColumn[];
  /** The columns of its primary key, in the key's order; none of a view. */
  key: string[];
}

// Every role may read the catalogue; what it shows is the same for all studios.
const relations = sqlStatement<CatalogueTable>(
  'export.relations',
  () => sql`select c.relname as name, c.relkind = 'v' as "isView",
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg(a.attname order by k.place)
        from pg_index i cross join unnest(i.indkey) with ordinality as k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary), '[]') as key
    from pg_class c
    where c.relnamespace = ${sql.placeholder('schema')}::text::regnamespace and c.relkind in ('r', 'p', 'v')
      and has_table_privilege(c.oid, 'select')
    order by c.relname`,
);

/** The tables and views of a schema, by name. */
export const relationsOf = (session: Session, schema: string): Promise<CatalogueTable[]> => session.run(relations, { schema });
