import type { IdOf, TableData } from '../personal-data.ts';
import { joined, type Words } from '../words.ts';
import type { CatalogueColumn, CatalogueTable } from './catalogue.ts';
import type { ExportSubject, LeftOut } from './types.ts';

/** A view that stands for rows of another table: what a domain shows of them. */
export interface ExportView {
  /** In plain words. */
  holds: Words;
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
  holds: Words;
  /** In the database. */
  relation: string;
  key: CatalogueColumn[];
  columns: CatalogueColumn[];
  leftOut: LeftOut[];
  /** The column with the studio's id; null where the rows are of no studio, or the view looks for itself. */
  studioColumn: string | null;
  namings: Naming[];
}

/** Why something is in no export, or not in this one. */
const REASONS = {
  secret: { en: 'It opens something, or proves a secret.', es: 'Abre algo o prueba un secreto.' },
  helper: { en: 'It is made of others, for searching and sorting.', es: 'Se saca de otras, para buscar y ordenar.' },
  ofOthers: { en: 'It may tell of others.', es: 'Puede hablar de otras personas.' },
  ofNobody: { en: 'Its rows are nobody’s own.', es: 'Sus filas no son de nadie en particular.' },
  ofNoStudio: { en: 'Its rows belong to no studio.', es: 'Sus filas no son de ningún estudio.' },
  view: { en: 'It is a view of tables.', es: 'Es una vista de tablas.' },
  undeclared: {
    en: 'It is not declared: its domain has to say whose data it holds.',
    es: 'No está declarada: su dominio tiene que decir de quién son los datos.',
  },
  withoutKey: { en: 'It has no primary key, by which it could be read.', es: 'No tiene clave primaria con la que se pudiera leer.' },
} as const satisfies Record<string, Words>;
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
  if (declared === undefined) return { name, because: REASONS.undeclared };
  if (found.key.length === 0) return { name, because: REASONS.withoutKey };
  if (found.key.some((column) => declared.columns[column]?.is === 'helper')) return { name, because: REASONS.helper };
  const studioColumn = declared.studioGoes === "nobody's studio" ? null : (declared.studioColumn ?? 'studio_id');
  const namings = namingsOf(declared);
  const because = whyNot(studioColumn, namings, subject);
  if (because !== null) return { name, because: joined(because, declared.holds) };
  const out = new Map<string, Words>();
  for (const [column, data] of Object.entries(declared.columns)) {
    const reason =
      data.is === 'secret' || data.is === 'helper'
        ? REASONS[data.is]
        : data.is === 'people' && subject.kind === 'person'
          ? REASONS.ofOthers
          : null;
    if (reason !== null) out.set(column, reason);
  }
  if (subject.kind === 'person' && !isOutside(subject))
    for (const column of OF_THE_STUDIO[found.name] ?? []) out.set(column, REASONS.ofOthers);
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
function whyNot(studioColumn: string | null, namings: readonly Naming[], subject: ExportSubject): Words | null {
  const isTheirs = namings.some((naming) => naming.isTheirs);
  if (isOutside(subject)) return studioColumn !== null || isTheirs ? null : REASONS.ofNobody;
  if (studioColumn === null) return REASONS.ofNoStudio;
  return subject.kind === 'studio' || isTheirs ? null : REASONS.ofNobody;
}

function planView(found: CatalogueTable, view: ExportView | undefined, subject: ExportSubject, name: string): TablePlan | LeftOut {
  if (view === undefined) return { name, because: REASONS.view };
  if (subject.kind === 'person') return { name, because: REASONS.ofOthers };
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
