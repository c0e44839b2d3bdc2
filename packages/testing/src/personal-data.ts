import type { ColumnData, Fate, Kept, PersonalData, TableData } from '@atelier/service-kit/personal-data';
import { LOCALES } from '@atelier/service-kit/words';
import type pg from 'pg';

/** Types whose values can hold somebody's data: words, ids, network addresses, bytes, and lists and documents of them. */
const HOLDS_WORDS = ['text', 'varchar', 'bpchar', 'name', 'uuid', 'json', 'jsonb', 'inet', 'cidr', 'bytea', 'hstore', 'xml', 'tsvector'];

/** No column that is called so is plain. */
const TELLS_OF_PEOPLE = /(^|_)(name|email|phone|address|user_agent|body|by|by_id|(member|user|person|contact|author|actor|assignee)_id)$/;

/**
 * Holds what a subgraph says of its tables against the database.
 * @param schemas its schemas, its own first; tables of the others are declared as `auth.users`
 * @returns a sentence for each table or column that is not declared, or declared and not there
 */
export async function personalDataProblems(admin: pg.Pool, schemas: readonly string[], data: PersonalData): Promise<string[]> {
  const { rows } = await admin.query<{ schema: string; table: string; column: string; type: string }>(
    `select n.nspname as schema, c.relname as table, a.attname as column, ltrim(t.typname, '_') as type
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid
      where n.nspname = any($1) and c.relkind in ('r', 'p') order by 1, 2, a.attnum`,
    [schemas],
  );
  const problems = wordProblems(data);
  const found = Map.groupBy(rows, ({ schema, table }) => (schema === schemas[0] ? table : `${schema}.${table}`));
  for (const [table, columns] of found) {
    const declared = data[table];
    if (declared === undefined) {
      problems.push(`${table}: say what it holds, and what becomes of it when a studio or a person goes.`);
      continue;
    }
    const studioColumn = declared.studioColumn ?? 'studio_id';
    const hasStudio = columns.some(({ column }) => column === studioColumn);
    if (hasStudio === (declared.studioGoes === "nobody's studio"))
      problems.push(`${table}: say truly what becomes of it when a studio goes.`);
    const said = new Set([...Object.keys(declared.columns), ...declared.plain]);
    for (const { column, type } of columns) {
      if (said.delete(column) || column === 'id' || column === studioColumn || !HOLDS_WORDS.includes(type)) continue;
      problems.push(`${table}.${column}: say whose data it could hold and what becomes of it, or that it is plain.`);
    }
    for (const column of declared.plain.filter((each) => TELLS_OF_PEOPLE.test(each))) {
      problems.push(`${table}.${column}: it is said to be plain, and by its name it tells of people.`);
    }
    for (const column of said) problems.push(`${table}.${column}: it is declared, and there is no such column.`);
    for (const held of Object.values(declared.columns)) {
      const kind = held.is === 'person' && typeof held.of === 'object' ? held.of.kindIn : null;
      if (kind !== null && !columns.some(({ column }) => column === kind))
        problems.push(`${table}.${kind}: it is said to hold a kind, and there is no such column.`);
    }
  }
  for (const table of Object.keys(data)) if (!found.has(table)) problems.push(`${table}: it is declared, and there is no such table.`);
  return problems;
}

/**
 * Looks at what people read of the tables, on receipts and in exports, in every language.
 * @returns a sentence for each text that is missing in a language or the same in two, and for each code of a reason that two reasons have
 */
export function wordProblems(data: PersonalData): string[] {
  const problems: string[] = [];
  const byCode = new Map<string, string>();
  for (const [table, declared] of Object.entries(data)) {
    const kept = keptOf(declared);
    for (const words of [declared.holds, ...kept.map(({ because }) => because)]) {
      for (const locale of LOCALES) if (!words[locale]?.trim()) problems.push(`${table}: "${words.en}" has no words in ${locale}.`);
      if (new Set(Object.values(words)).size < LOCALES.length) problems.push(`${table}: "${words.en}" is the same in two languages.`);
    }
    for (const { code, because } of kept) {
      if (!/^[A-Z]+(_[A-Z]+)*$/.test(code)) problems.push(`${table}: the code ${code} is not in capitals.`);
      if ((byCode.get(code) ?? because.en) !== because.en) problems.push(`${table}: the code ${code} has two reasons.`);
      byCode.set(code, because.en);
    }
  }
  return [...new Set(problems)];
}

/** Every reason that a table has for keeping something. */
function keptOf({ studioGoes, stays, columns }: TableData): Kept[] {
  const reasons = [studioGoes, stays, ...Object.values(columns).map(reasonOf)];
  return reasons.filter((reason) => typeof reason === 'object' && reason !== null);
}

function reasonOf(held: ColumnData): Fate | null {
  if (held.is === 'person') return held.fate;
  return held.is === 'text' ? held.stays : null;
}
