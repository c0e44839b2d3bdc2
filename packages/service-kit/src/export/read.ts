import { type SQL, sql } from 'drizzle-orm';
import type { Session } from '../database/session.ts';
import { sqlStatement } from '../database/statement.ts';
import { namesPerson } from '../named-person.ts';
import type { CatalogueColumn } from './catalogue.ts';
import { isOutside, type Naming, type TablePlan } from './plan.ts';
import type { ExportSubject } from './types.ts';

/** How many rows are read and handed on at a time. */
const PAGE = 500;

const id = (name: string): SQL => sql`${sql.identifier(name)}`;
const NONE = sql`false`;
const ANY = sql`true`;

/** Whether a column names the person whose export it is; null where it never can. */
const names = ({ column, of }: Naming, { memberId, userId }: ExportSubject & { kind: 'person' }): SQL | null =>
  namesPerson(column, of, { memberIds: memberId === null ? [] : [memberId], userId });

/** Which rows of a table a subject's are. */
function matches({ studioColumn, namings }: TablePlan, subject: ExportSubject): SQL {
  const inStudio = studioColumn === null ? ANY : sql`${id(studioColumn)} = ${subject.studioId}::uuid`;
  // Where the person stands in place of the studio, all is theirs.
  if (subject.kind === 'studio' || isAllTheirs(studioColumn, subject)) return inStudio;
  const theirs = namings.filter(({ isTheirs }) => isTheirs).flatMap((naming) => names(naming, subject) ?? []);
  return theirs.length === 0 ? NONE : sql`${inStudio} and (${sql.join(theirs, sql` or `)})`;
}

const isAllTheirs = (studioColumn: string | null, subject: ExportSubject): boolean => isOutside(subject) && studioColumn !== null;

/** A column as plain JSON: moments in UTC to the microsecond, and what is no number of JavaScript as text. */
function exact({ name, type }: CatalogueColumn): SQL {
  const column = id(name);
  if (type === 'timestamp with time zone') return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  if (type === 'bytea') return sql`encode(${column}, 'base64')`;
  return ['bigint', 'numeric'].includes(type) ? sql`${column}::text` : column;
}

/** A column as this subject's export shows it: a person's own names nobody else. */
function shown(column: CatalogueColumn, { namings, studioColumn }: TablePlan, subject: ExportSubject): SQL {
  const naming = namings.find((each) => each.column === column.name);
  if (naming === undefined || subject.kind === 'studio' || isAllTheirs(studioColumn, subject)) return exact(column);
  const isThem = names(naming, subject);
  return isThem === null ? sql`null` : sql`case when ${isThem} then ${exact(column)} end`;
}

const from = (schema: string, { relation }: TablePlan): SQL => sql`${sql.identifier(schema)}.${sql.identifier(relation)}`;

/** How many rows of a table are a subject's. */
export async function countRows(session: Session, schema: string, plan: TablePlan, subject: ExportSubject): Promise<number> {
  const count = sqlStatement<{ count: number }>(
    null,
    () => sql`select count(*)::int as count from ${from(schema, plan)} where ${matches(plan, subject)}`,
  );
  return (await session.run(count))[0]?.count ?? 0;
}

/** The rows of a table that are a subject's, in the order of its key, a page after the other. */
export async function* readPages(session: Session, schema: string, plan: TablePlan, subject: ExportSubject): AsyncGenerator<unknown[][]> {
  const columns = sql.join(
    plan.columns.map((column) => shown(column, plan, subject)),
    sql`, `,
  );
  const key = sql.join(
    plan.key.map(({ name }) => id(name)),
    sql`, `,
  );
  const keyTexts = sql.join(
    plan.key.map(({ name }) => sql`${id(name)}::text`),
    sql`, `,
  );
  /** The rows after the one with this key. */
  const pageAfter = (last: readonly string[] | null): Promise<Row[]> => {
    const beyond =
      last === null
        ? ANY
        : sql`(${key}) > (${sql.join(
            plan.key.map(({ type }, index) => sql`${last[index]}::${sql.raw(type)}`),
            sql`, `,
          )})`;
    return session.run(
      sqlStatement<Row>(
        null,
        () => sql`select json_build_array(${columns}) as row, array[${keyTexts}] as key from ${from(schema, plan)}
          where ${matches(plan, subject)} and ${beyond} order by ${key} limit ${sql.raw(String(PAGE))}`,
      ),
    );
  };
  for (let after: readonly string[] | null = null; ; ) {
    const found: Row[] = await pageAfter(after);
    if (found.length > 0) yield found.map(({ row }) => row);
    if (found.length < PAGE) return;
    after = found.at(-1)?.key ?? null;
  }
}

/** A row, and by what it is found in its order. */
interface Row {
  row: unknown[];
  key: string[];
}
