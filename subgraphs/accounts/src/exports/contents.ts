import type { ExportTable, LeftOut } from '@atelier/service-kit/export';
import { wordsIn } from '@atelier/service-kit/words';
import type { DataExport } from './data-export.ts';
import type { WrittenFile } from './table-files.ts';

/** Whose export it is, as its index says it. */
export type ExportOwner =
  | { kind: 'studio'; id: string; name: string; slug: string }
  | { kind: 'person'; id: string; name: string; email: string };

/** A table that is in the export. */
export interface ListedTable extends Pick<ExportTable, 'holds' | 'leftOut'> {
  /** What stands before its files: its domain's folder and its name. */
  path: string;
  rows: number;
  columns: readonly string[];
}

/** What an export says of itself. */
export interface Contents {
  of: DataExport;
  owner: ExportOwner;
  madeAt: Date;
  tables: readonly ListedTable[];
  files: readonly WrittenFile[];
  /** Tables that are not in it, as `domain/table`. */
  leftOut: readonly LeftOut[];
}

/** The form of the index; it changes when a program that reads it would have to. */
const VERSION = 1;

/** `index.json`: everything that a program needs to read the rest, in one language whoever asked for it. */
export function indexOf({ of, owner, madeAt, tables, files, leftOut }: Contents): string {
  return `${JSON.stringify(
    {
      format: 'atelier-export',
      version: VERSION,
      owner,
      requestedAt: of.requestedAt.toISOString(),
      madeAt: madeAt.toISOString(),
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      tables: tables.map(({ path, holds, rows, columns, leftOut: columnsLeftOut }) => ({
        json: `${path}.json`,
        csv: `${path}.csv`,
        holds: wordsIn('en', holds),
        rows,
        columns,
        leftOut: inEnglish(columnsLeftOut),
      })),
      files,
      notIncluded: inEnglish(leftOut),
    },
    null,
    2,
  )}\n`;
}

const inEnglish = (leftOut: readonly LeftOut[]) => leftOut.map(({ name, because }) => ({ name, because: wordsIn('en', because) }));
