import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportDescription, Exporter, ExportPart, ExportSubject, LeftOut } from '@atelier/service-kit/export';
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

/** What one domain gives to a portion, as it described it. */
export interface Share {
  exporter: NamedExporter;
  subject: ExportSubject;
  /** The domain's folder, with a slash at its end. */
  path: string;
  described: ExportDescription;
}

/** Where an export is put together. */
interface Room {
  archive: Archive;
  /** An empty folder for what is on its way into the archive. */
  workspace: string;
  /** Hears of each page of rows. */
  onRows(count: number): Promise<void>;
  /** Hears of each picture that the rows name: how many are in, and of how many. */
  onPicture(done: number, total: number): Promise<void>;
}

const PICTURE = /^\/media\/([0-9a-f]{64}\.webp)$/;

/** Asks every domain what it will give to each portion. */
export async function sharesOf(portions: readonly Portion[], exporters: readonly NamedExporter[]): Promise<Share[]> {
  const shares: Share[] = [];
  for (const { subject, folder } of portions) {
    for (const exporter of exporters) {
      shares.push({ exporter, subject, path: `${folder}${exporter.name}/`, described: await exporter.describeExport(subject) });
    }
  }
  return shares;
}

/** How many rows there will be, about. */
export const rowsOf = (shares: readonly Share[]): number =>
  shares.flatMap(({ described }) => described.tables).reduce((sum, { rows }) => sum + rows, 0);

/** Writes the rows of all shares, and the pictures that they name, into an archive. */
export async function gather(shares: readonly Share[], room: Room, pictures: Pick<Storage, 'get'>): Promise<Gathered> {
  const tables: ListedTable[] = [];
  const named = new Set<string>();
  for (const share of shares) tables.push(...(await gatherShare(share, room, named)));
  for (const [done, name] of [...named].entries()) {
    await room.onPicture(done, named.size);
    const bytes = await pictures.get(name);
    if (bytes === null) continue;
    const from = join(room.workspace, name);
    await writeFile(from, bytes, { mode: 0o600 });
    room.archive.move(
      from,
      { path: `media/${name}`, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') },
      true,
    );
  }
  return { tables, leftOut: leftOutOf(shares) };
}

/** Tables that are in no share. What a person has in no studio is no part of their rows in one, and the other way round. */
function leftOutOf(shares: readonly Share[]): LeftOut[] {
  const isIn = new Set(shares.flatMap(({ exporter, described }) => described.tables.map(({ name }) => `${exporter.name}/${name}`)));
  const reasons = shares.flatMap(({ exporter, described }) =>
    described.leftOut.map(({ name, because }) => [`${exporter.name}/${name}`, because] as const),
  );
  return [...new Map(reasons)].filter(([name]) => !isIn.has(name)).map(([name, because]) => ({ name, because }));
}

/**
 * Writes the rows of a share into the archive.
 * @param named takes the pictures that rows name
 */
async function gatherShare({ exporter, subject, path, described }: Share, room: Room, named: Set<string>): Promise<ListedTable[]> {
  const folder = join(room.workspace, path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const written = new Map<string, TableFiles>();
  const filesOf = (name: string): TableFiles => {
    let files = written.get(name);
    if (files === undefined) {
      const table = described.tables.find((each) => each.name === name);
      if (table === undefined) throw new Error(`${exporter.name} gave rows of ${name}, of which it had not told.`);
      files = new TableFiles(folder, name, table);
      written.set(name, files);
    }
    return files;
  };
  await exporter.exportRows(subject, async ({ table, rows }: ExportPart) => {
    for (const row of rows) for (const value of row) if (typeof value === 'string') note(value, named);
    await filesOf(table).write(rows);
    await room.onRows(rows.length);
  });
  const listed: ListedTable[] = [];
  for (const { name, holds, leftOut } of described.tables) {
    // Of a studio an empty table is told; a person's own would be mostly those.
    if (subject.kind === 'person' && !written.has(name)) continue;
    const files = filesOf(name);
    for (const file of await files.close()) room.archive.move(join(folder, file.path), { ...file, path: path + file.path });
    listed.push({ path: path + name, holds, rows: files.rows, columns: files.columns, leftOut });
  }
  return listed;
}

function note(value: string, named: Set<string>): void {
  const picture = value.startsWith('/media/') ? PICTURE.exec(value)?.[1] : undefined;
  if (picture !== undefined) named.add(picture);
}
