import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exporter, ExportPart, ExportSubject, LeftOut } from '@atelier/service-kit/export';
import type { Storage } from '../pictures/storage.ts';
import type { Archive } from './archive.ts';
import type { ListedTable } from './contents.ts';
import { TableFiles } from './table-files.ts';

/** A part of an export: whose rows, and the folder that they go into (with a slash at its end; empty for none). */
export interface Portion {
  subject: ExportSubject;
  folder: string;
}

/** What was put into an archive. */
export interface Gathered {
  tables: ListedTable[];
  leftOut: LeftOut[];
}

type NamedExporter = Exporter & { readonly name: string };

const PICTURE = /^\/media\/([0-9a-f]{64}\.webp)$/;

/** How many rows there will be, about. */
export async function countPortions(portions: readonly Portion[], exporters: readonly NamedExporter[]): Promise<number> {
  let total = 0;
  for (const { subject } of portions) {
    for (const exporter of exporters) {
      const { tables } = await exporter.describeExport(subject);
      total += tables.reduce((sum, { rows }) => sum + rows, 0);
    }
  }
  return total;
}

/** Writes the rows of every domain, and the pictures that they name, into an archive; `onRows` hears of each page of rows. */
export async function gather(options: {
  portions: readonly Portion[];
  exporters: readonly NamedExporter[];
  pictures: Pick<Storage, 'get'>;
  archive: Archive;
  /** An empty folder for what is on its way into the archive. */
  workspace: string;
  onRows(count: number): Promise<void>;
}): Promise<Gathered> {
  const { portions, exporters, pictures, archive, workspace, onRows } = options;
  const gathered: Gathered = { tables: [], leftOut: [] };
  const isIn = new Set<string>();
  const notIn = new Map<string, string>();
  const named = new Set<string>();
  for (const { subject, folder } of portions) {
    for (const exporter of exporters) {
      const path = `${folder}${exporter.name}/`;
      await mkdir(join(workspace, path), { recursive: true, mode: 0o700 });
      await gatherDomain({ exporter, subject, path, archive, workspace, gathered, isIn, notIn, named, onRows });
    }
  }
  // What a person has in no studio is no part of their rows in one, and the other way round.
  gathered.leftOut = [...notIn].filter(([name]) => !isIn.has(name)).map(([name, because]) => ({ name, because }));
  for (const name of named) {
    const bytes = await pictures.get(name);
    if (bytes === null) continue;
    const from = join(workspace, name);
    await writeFile(from, bytes, { mode: 0o600 });
    archive.move(from, { path: `media/${name}`, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }, true);
  }
  return gathered;
}

async function gatherDomain(options: {
  exporter: NamedExporter;
  subject: ExportSubject;
  /** The domain's folder, with a slash at its end. */
  path: string;
  archive: Archive;
  workspace: string;
  gathered: Gathered;
  /** Tables that are in it and, with the reason, such that are not, as `domain/table`. */
  isIn: Set<string>;
  notIn: Map<string, string>;
  /** Pictures that rows name. */
  named: Set<string>;
  onRows(count: number): Promise<void>;
}): Promise<void> {
  const { exporter, subject, path, archive, workspace, gathered, isIn, notIn, named, onRows } = options;
  const { tables, leftOut } = await exporter.describeExport(subject);
  for (const { name, because } of leftOut) notIn.set(`${exporter.name}/${name}`, because);
  for (const { name } of tables) isIn.add(`${exporter.name}/${name}`);
  const written = new Map<string, TableFiles>();
  const filesOf = (name: string): TableFiles => {
    let files = written.get(name);
    if (files === undefined) {
      const table = tables.find((each) => each.name === name);
      if (table === undefined) throw new Error(`${exporter.name} gave rows of ${name}, of which it had not told.`);
      files = new TableFiles(join(workspace, path), name, table);
      written.set(name, files);
    }
    return files;
  };
  await exporter.exportRows(subject, async ({ table, rows }: ExportPart) => {
    for (const row of rows) for (const value of row) if (typeof value === 'string') note(value, named);
    await filesOf(table).write(rows);
    await onRows(rows.length);
  });
  for (const { name, holds, leftOut: columnsLeftOut } of tables) {
    // Of a studio an empty table is told; a person's own would be mostly those.
    if (subject.kind === 'person' && !written.has(name)) continue;
    const files = filesOf(name);
    for (const file of await files.close()) archive.move(join(workspace, path, file.path), { ...file, path: path + file.path });
    gathered.tables.push({ path: path + name, holds, rows: files.rows, columns: files.columns, leftOut: columnsLeftOut });
  }
}

function note(value: string, named: Set<string>): void {
  const picture = value.startsWith('/media/') ? PICTURE.exec(value)?.[1] : undefined;
  if (picture !== undefined) named.add(picture);
}
