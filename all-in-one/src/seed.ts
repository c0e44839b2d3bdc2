import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { type CopyTable, copyChunks, copyStatement, type LoadSize } from '@atelier/service-kit/load';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { subgraphNames } from './stack.ts';

type Tables = CopyTable[] | Promise<CopyTable[]>;

interface Seeds {
  demoTables?: (options: { now: Date }) => Tables;
  /** Files that the demo's rows name, for the folder `media` of the data directory. */
  demoFiles?: () => Promise<{ name: string; bytes: Uint8Array }[]>;
  loadTables?: (size: LoadSize, options: { now: Date }) => Tables;
}

/** Told after each table: how many rows it took, and how many tables are left. */
export type OnTable = (done: { table: string; rows: number; left: number }) => void;

/**
 * Fills the database with the demo studios of every subgraph, once. Resolves with false when they have been there before (also
 * when somebody has removed them since: they do not come back by themselves).
 */
export function seedDemo(options: { checkout: string; adminUrl: string; dataDir: string; now: Date; onTable?: OnTable }): Promise<boolean> {
  const { checkout, adminUrl, dataDir, now } = options;
  const tables = async () => {
    const all: CopyTable[] = [];
    for (const seeds of await seedsOf(checkout, 'demo')) {
      await writeFiles(join(dataDir, 'media'), (await seeds.demoFiles?.()) ?? []);
      all.push(...((await seeds.demoTables?.({ now })) ?? []));
    }
    return all;
  };
  return seedOnce(adminUrl, 'demo', tables, options.onTable ?? (() => undefined));
}

/** Fills the database with the load data of every subgraph, once for each size. */
export function seedLoad(
  checkout: string,
  adminUrl: string,
  size: LoadSize,
  now: Date,
  onTable: OnTable = () => undefined,
): Promise<boolean> {
  const name = `load:${size.artists}${size.big ? '+big' : ''}`;
  const tables = async () => {
    const all: CopyTable[] = [];
    for (const seeds of await seedsOf(checkout, 'load')) all.push(...((await seeds.loadTables?.(size, { now })) ?? []));
    return all;
  };
  return seedOnce(adminUrl, name, tables, onTable);
}

async function seedsOf(checkout: string, file: 'demo' | 'load'): Promise<Seeds[]> {
  const found: Seeds[] = [];
  for (const name of await subgraphNames(checkout)) {
    const path = join(checkout, 'subgraphs', name, 'seeds', `${file}.ts`);
    if (existsSync(path)) found.push((await import(pathToFileURL(path).href)) as Seeds);
  }
  return found;
}

async function writeFiles(folder: string, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  if (files.length > 0) await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes, { mode: 0o600 });
}

/** All or nothing: the rows and the note that they were made commit together. */
async function seedOnce(adminUrl: string, name: string, tables: () => Promise<CopyTable[]>, onTable: OnTable): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'atelier-seed' });
  await client.connect();
  try {
    await client.query('create table if not exists atelier.seeds (name text primary key, made_at timestamptz not null default now())');
    await client.query('begin');
    const { rowCount } = await client.query('insert into atelier.seeds (name) values ($1) on conflict do nothing', [name]);
    if (rowCount === 0) {
      await client.query('rollback');
      return false;
    }
    const all = await tables();
    for (const [index, table] of all.entries()) {
      const copy = client.query(copyFrom(copyStatement(table)));
      await pipeline(Readable.from(copyChunks(table)), copy);
      onTable({ table: table.table, rows: copy.rowCount, left: all.length - index - 1 });
    }
    await client.query('commit');
    for (const { table } of all) await client.query(`analyze ${table}`);
    return true;
  } finally {
    await client.end();
  }
}
