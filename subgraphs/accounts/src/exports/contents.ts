import type { ExportTable, LeftOut } from '@atelier/service-kit/export';
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

/** `index.json`: everything that a program needs to read the rest. */
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
        holds,
        rows,
        columns,
        leftOut: columnsLeftOut,
      })),
      files,
      notIncluded: leftOut,
    },
    null,
    2,
  )}\n`;
}

/** `README.txt`: what is in it, for people. */
export function readmeOf({ of, owner, madeAt, tables, files, leftOut }: Contents): string {
  const whose = owner.kind === 'studio' ? `the studio ${owner.name}` : `${owner.name} <${owner.email}>`;
  const width = Math.max(0, ...tables.map(({ path }) => path.length));
  const pictures = files.filter(({ path }) => path.startsWith('media/')).length;
  return `${[
    `Atelier: export of ${whose}`,
    `Asked for ${of.requestedAt.toISOString()}, made ${madeAt.toISOString()}.`,
    '',
    'Each table is here twice: as JSON (exact, for programs) and as CSV (UTF-8, for spreadsheets).',
    'index.json lists every file with its size and SHA-256, every column, and what was left out and why.',
    '',
    'How to read it',
    '- Moments are ISO 8601 in UTC. Days are YYYY-MM-DD.',
    '- Sums are whole numbers of the smallest unit of their currency. Numbers of 64 bits are texts in JSON.',
    '- Rows point at each other by UUIDs, which are in every table. globalId is the id that the API shows of the row.',
    '- In CSV, an apostrophe stands before text that a spreadsheet would run as a formula. The JSON has the text as it is.',
    '- The rows of one domain (a folder) are as they were at one moment. Domains were read one after the other.',
    '',
    'Tables',
    ...tables.map(({ path, rows, holds }) => `- ${path.padEnd(width)}  ${rows} ${rows === 1 ? 'row' : 'rows'}. ${holds}`),
    ...(pictures === 0 ? [] : ['', `Pictures: ${pictures}, in the folder media, by the paths that the tables name.`]),
    '',
    'Not in it',
    ...leftOut.map(({ name, because }) => `- ${name}: ${because}`),
    '- In every table: secrets and their hashes, and what was made only for searching.',
  ].join('\r\n')}\r\n`;
}
