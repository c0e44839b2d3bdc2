import { existsSync } from 'node:fs';
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
  loadTables?: (size: LoadSize, options: { now: Date }) => Tables;
}

/** Told after each table: how many rows it took, and how many tables are left. */
export type OnTable = (done: { table: string; rows: number; left: number }) => void;

/**
 * Fills the database with the demo studios of every subgraph, once. Resolves with false when they have been there before (also
 * when somebody has removed them since: they do not come back by themselves).
 */
export function seedDemo(checkout: string, adminUrl: string, now: Date, onTable: OnTable = () => undefined): Promise<boolean> {
  return seedOnce(adminUrl, 'demo', () => tablesOf(checkout, 'demo', (seeds) => seeds.demoTables?.({ now })), onTable);
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
  return seedOnce(adminUrl, name, () => tablesOf(checkout, 'load', (seeds) => seeds.loadTables?.(size, { now })), onTable);
}

async function tablesOf(checkout: string, file: 'demo' | 'load', pick: (seeds: Seeds) => Tables | undefined): Promise<CopyTable[]> {
  const tables: CopyTable[] = [];
  for (const name of await subgraphNames(checkout)) {
    const path = join(checkout, 'subgraphs', name, 'seeds', `${file}.ts`);
    if (existsSync(path)) tables.push(...((await pick((await import(pathToFileURL(path).href)) as Seeds)) ?? []));
  }
  return tables;
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
