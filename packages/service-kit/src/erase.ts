import { type SQL, sql } from 'drizzle-orm';
import { sqlStatement, type Transaction } from './database.ts';
import { encodeId } from './ids.ts';
import { isMembershipOf, type NamedPerson, namesPerson } from './named-person.ts';
import type { ColumnData, Kept, PersonalData, TableData } from './personal-data.ts';
import type { Words } from './words.ts';

/** The event after which no domain holds a row of the studio any more. */
export const STUDIO_REMOVED = 'studio.removed';
/** The event after which no domain holds of a person in one studio what it does not say it keeps: one for each studio of theirs. */
export const PERSON_ERASED = 'person.erased';

/** What became of one table: a line of a receipt. Holds no personal data. */
export interface ErasedTable {
  table: string;
  holds: Words;
  /** Rows that went. */
  gone: number;
  /** Rows that stay without what named the person. */
  emptied: number;
  /** Rows that stay, with the reason; null where nothing does. */
  kept: {
    /** Null where they cannot be told from those of others. */
    rows: number | null;
    /** What the reason is called, for programs. */
    code: string;
    because: Words;
    /** ISO 8601; null for as long as the studio stands. */
    until: string | null;
  } | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

// Of the catalogue, which every role may read.
const pointers = sqlStatement<{ name: string; pointsTo: string[] }>(
  'erase.pointers',
  () => sql`select c.relname as name,
      coalesce(array_agg(f.relname::text) filter (where f.relname is not null and f.relname <> c.relname and not k.condeferrable), '{}') as "pointsTo"
    from pg_class c
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
    left join pg_class f on f.oid = k.confrelid
    where c.relnamespace = ${sql.placeholder('schema')}::regnamespace and c.relkind in ('r', 'p')
    group by c.relname order by c.relname`,
);

const deferConstraints = sqlStatement(null, () => sql`set constraints all deferred`);

/**
 * Deletes every row of the session's studio from the tables of a schema that are declared to go with it, those that point at others first.
 * @returns a line for each table that held something of the studio
 */
export async function eraseStudio(tx: Transaction, schema: string, data: PersonalData, now: Date): Promise<ErasedTable[]> {
  const { studioId } = tx.scope;
  if (studioId === null) return [];
  await tx.run(deferConstraints);
  const erased: ErasedTable[] = [];
  for (const [name, table] of await inOrder(tx, schema, data)) {
    if (table.studioGoes === "nobody's studio") continue;
    const at = tableOf(schema, name);
    const ofStudio = sql`${sql.identifier(table.studioColumn ?? 'studio_id')} = ${studioId}::uuid`;
    const { studioGoes } = table;
    const line =
      studioGoes === 'rows go'
        ? { gone: await remove(tx, at, ofStudio), kept: null }
        : { gone: 0, kept: keptLine(await countOf(tx, at, ofStudio), studioGoes, now) };
    erased.push({ table: `${schema}.${name}`, holds: table.holds, emptied: 0, ...line });
  }
  return erased.filter(isSomething);
}

/**
 * Erases a person from the rows of the session's studio as each column declares: rows go, ids are cleared, names are taken out of what
 * others wrote, and what stays is counted.
 * @returns a line for each table that held something of them
 */
export async function erasePerson(
  tx: Transaction,
  schema: string,
  data: PersonalData,
  who: NamedPerson,
  now: Date,
): Promise<ErasedTable[]> {
  const erased: ErasedTable[] = [];
  for (const [name, table] of await inOrder(tx, schema, data)) {
    const at = tableOf(schema, name);
    const line: ErasedTable = { table: `${schema}.${name}`, holds: table.holds, gone: 0, emptied: 0, kept: null };
    const columns = Object.entries(table.columns).map(([column, held]) => ({ column, held, here: whereOf(column, held, who) }));
    for (const { held, here } of columns) {
      if (held.is === 'person' && held.fate === 'row goes' && here) line.gone += await remove(tx, at, here);
    }
    for (const { column, held, here } of columns) {
      const emptying = emptyingOf(column, held, who);
      if (emptying && here) line.emptied += await change(tx, at, emptying, here);
    }
    const stays = columns.flatMap(({ held, here }) =>
      held.is === 'person' && typeof held.fate === 'object' && here ? [{ here, fate: held.fate }] : [],
    );
    const [first] = stays;
    if (first) {
      const rows = await countOf(
        tx,
        at,
        sql.join(
          stays.map(({ here }) => here),
          sql` or `,
        ),
      );
      line.kept = keptLine(rows, first.fate, now);
    }
    if (table.stays !== undefined) line.kept = { ...untilOf(table.stays, now), rows: null };
    erased.push(line);
  }
  return erased.filter(isSomething);
}

const isSomething = ({ gone, emptied, kept }: ErasedTable): boolean => gone > 0 || emptied > 0 || kept !== null;

/** A line about rows that stay; null where there are none. */
const keptLine = (rows: number, kept: Kept, now: Date): ErasedTable['kept'] => (rows === 0 ? null : { ...untilOf(kept, now), rows });

const untilOf = ({ code, because, days }: Kept, now: Date): Omit<NonNullable<ErasedTable['kept']>, 'rows'> => ({
  code,
  because,
  until: days === null ? null : new Date(now.getTime() + days * DAY_MS).toISOString(),
});

const tableOf = (schema: string, name: string): SQL => sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
const countOf = (tx: Transaction, at: SQL, where: SQL) => touched(tx, sql`select from ${at} where ${where}`);
const remove = (tx: Transaction, at: SQL, where: SQL) => touched(tx, sql`delete from ${at} where ${where} returning 1`);
const change = (tx: Transaction, at: SQL, set: SQL, where: SQL) => touched(tx, sql`update ${at} set ${set} where ${where} returning 1`);

/** How many rows a statement reads or changes. */
async function touched(tx: Transaction, work: SQL): Promise<number> {
  const counting = sqlStatement<{ rows: number }>(null, () => sql`with touched as (${work}) select count(*)::int as rows from touched`);
  const [row] = await tx.run(counting);
  return row?.rows ?? 0;
}

const isListed = (entry: SQL, who: NamedPerson): SQL =>
  sql`(${entry} ->> 'kind' = 'member' and ${isMembershipOf(sql`(${entry} ->> 'id')::uuid`, who)})`;
const mentionOf = ({ memberIds }: NamedPerson): string =>
  `@\\[[^\\[\\]\\n]*\\]\\((${memberIds.map((id) => encodeId('Member', id)).join('|')})\\)`;

/** Which rows name the person in a column; null where none can. */
function whereOf(name: string, held: ColumnData, who: NamedPerson): SQL | null {
  const column = sql.identifier(name);
  if (held.is === 'people') return sql`exists (select from jsonb_array_elements(${column}) as entry where ${isListed(sql`entry`, who)})`;
  if (held.is === 'text') return held.hasMentions && who.memberIds.length > 0 ? sql`${column} ~ ${mentionOf(who)}` : null;
  return held.is === 'person' ? namesPerson(name, held.of, who) : null;
}

/** How a column is rid of the person, the row staying; null where it stays as it is. */
function emptyingOf(name: string, held: ColumnData, who: NamedPerson): SQL | null {
  const column = sql.identifier(name);
  if (held.is === 'people') {
    return sql`${column} = (select coalesce(jsonb_agg(entry order by place), '[]') from jsonb_array_elements(${column})
      with ordinality as list(entry, place) where not ${isListed(sql`entry`, who)})`;
  }
  if (held.is === 'text' && held.hasMentions) return sql`${column} = regexp_replace(${column}, ${mentionOf(who)}, '@…', 'g')`;
  if (held.is !== 'person' || held.fate !== 'emptied') return null;
  return typeof held.of === 'string' ? sql`${column} = null` : sql`${column} = null, ${sql.identifier(held.of.kindIn)} = null`;
}

/** The declared tables of a schema in an order in which none is emptied while another that is not empty points at it. */
async function inOrder(tx: Transaction, schema: string, data: PersonalData): Promise<[string, TableData][]> {
  const left = new Map((await tx.run(pointers, { schema })).map(({ name, pointsTo }) => [name, pointsTo]));
  const order: [string, TableData][] = [];
  while (left.size > 0) {
    const free = [...left.keys()].filter((name) => ![...left].some(([other, pointsTo]) => other !== name && pointsTo.includes(name)));
    if (free.length === 0) throw new Error(`Tables point at each other in a circle: ${[...left.keys()].join(', ')}.`);
    for (const name of free) {
      left.delete(name);
      const table = data[name];
      if (table === undefined) throw new Error(`Nobody has said what becomes of ${schema}.${name}: declare it in src/personal-data.ts.`);
      order.push([name, table]);
    }
  }
  return order;
}
