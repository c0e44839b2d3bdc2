import type { ColumnData, IdOf, TableData } from '../personal-data.ts';
import type { CatalogueColumn, CatalogueTable } from './catalogue.ts';
import type { ExportSubject, LeftOut } from './types.ts';

/** A view that stands for rows of another table: what a domain shows of them. */
export interface ExportView {
  /** In plain words. */
  holds: string;
  /** The columns that tell its rows apart. */
  key: readonly string[];
}

/** How a column names somebody. */
export interface Naming {
  column: string;
  of: IdOf;
  /** Whether the row belongs into what the one who is named exports. */
  isTheirs: boolean;
}

/** How the rows of one table are read. */
export interface TablePlan {
  /** As the export calls it. */
  name: string;
  holds: string;
  /** In the database. */
  relation: string;
  key: CatalogueColumn[];
  columns: CatalogueColumn[];
  leftOut: LeftOut[];
  /** The column with the studio's id; null where the rows are of no studio, or the view looks for itself. */
  studioColumn: string | null;
  namings: Naming[];
}

const REASONS = {
  secret: 'It opens something, or proves a secret.',
  helper: 'It is made of others, for searching and sorting.',
} as const satisfies Partial<Record<ColumnData['is'], string>>;
const OF_OTHERS = 'It may tell of others.';
/** Of what a person did in a studio, how things were before and after is the studio's to tell. */
const OF_THE_STUDIO: Readonly<Record<string, readonly string[]>> = { activity: ['before', 'after'], audit_log: ['before', 'after'] };

/**
 * What of a table goes into an export of this kind.
 * @returns why it does not, where it does not
 */
export function planTable(
  found: CatalogueTable,
  declared: TableData | undefined,
  view: ExportView | undefined,
  subject: ExportSubject,
  prefix: string,
): TablePlan | LeftOut {
  const name = prefix + found.name;
  if (found.isView) return planView(found, view, subject, name);
  if (declared === undefined) return { name, because: 'It is not declared: its domain has to say whose data it holds.' };
  if (found.key.length === 0) return { name, because: 'It has no primary key, by which it could be read.' };
  if (found.key.some((column) => declared.columns[column]?.is === 'helper')) return { name, because: REASONS.helper };
  const studioColumn = declared.studioGoes === "nobody's studio" ? null : (declared.studioColumn ?? 'studio_id');
  const namings = namingsOf(declared);
  const because = whyNot(studioColumn, namings, subject);
  if (because !== null) return { name, because: `${because} ${declared.holds}` };
  const out = new Map<string, string>();
  for (const [column, data] of Object.entries(declared.columns)) {
    const reason =
      data.is === 'secret' || data.is === 'helper'
        ? REASONS[data.is]
        : data.is === 'people' && subject.kind === 'person'
          ? OF_OTHERS
          : null;
    if (reason !== null) out.set(column, reason);
  }
  if (subject.kind === 'person' && !isOutside(subject)) for (const column of OF_THE_STUDIO[found.name] ?? []) out.set(column, OF_OTHERS);
  return {
    name,
    holds: declared.holds,
    relation: found.name,
    key: columnsOf(found, found.key),
    columns: found.columns.filter((column) => !out.has(column.name)),
    leftOut: [...out].map(([column, because]) => ({ name: column, because })),
    studioColumn,
    namings,
  };
}

/** Whether a person's own is asked for that is of no studio. */
export const isOutside = (subject: ExportSubject): boolean => subject.kind === 'person' && subject.studioId === subject.userId;

/** Why a table has no rows of such a subject at all; null where it may have some. */
function whyNot(studioColumn: string | null, namings: readonly Naming[], subject: ExportSubject): string | null {
  const isTheirs = namings.some((naming) => naming.isTheirs);
  if (isOutside(subject)) return studioColumn !== null || isTheirs ? null : 'Its rows are nobody’s own.';
  if (studioColumn === null) return 'Its rows belong to no studio.';
  return subject.kind === 'studio' || isTheirs ? null : 'Its rows are nobody’s own.';
}

function planView(found: CatalogueTable, view: ExportView | undefined, subject: ExportSubject, name: string): TablePlan | LeftOut {
  if (view === undefined) return { name, because: 'It is a view of tables.' };
  if (subject.kind === 'person') return { name, because: OF_OTHERS };
  return {
    name,
    holds: view.holds,
    relation: found.name,
    key: columnsOf(found, view.key),
    columns: found.columns,
    leftOut: [],
    studioColumn: null,
    namings: [],
  };
}

const columnsOf = ({ columns }: CatalogueTable, names: readonly string[]): CatalogueColumn[] =>
  names.map((wanted) => {
    const column = columns.find(({ name }) => name === wanted);
    if (column === undefined) throw new Error(`There is no column ${wanted} to read in order.`);
    return column;
  });

const namingsOf = ({ columns }: TableData): Naming[] =>
  Object.entries(columns).flatMap(([column, data]) => (data.is === 'person' ? [{ column, of: data.of, isTheirs: data.isTheirs }] : []));
