import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadInto } from './load.ts';

const CHECKOUT = resolve(import.meta.dirname, '../..');

/** Where the bench keeps what takes long to make: outside the checkout, as it is no part of it. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'atelier-bench');

/** A few letters that change when one of the files does. */
export async function keyOf(root: string, globs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of globSync([...globs], { cwd: root }).sort()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex').slice(0, 12);
}

/** A folder of the cache, made once: what is made by halves is never found. */
export async function kept(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(CACHE, name);
  const done = join(folder, 'complete');
  if ((await readFile(done, 'utf8').catch(() => null)) !== null) return folder;
  const part = `${folder}.part-${process.pid}`;
  await rm(folder, { recursive: true, force: true });
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  await make(part);
  await rename(part, folder);
  await writeFile(done, '');
  return folder;
}

/** A data directory filled with load data. */
export interface KeptLoad {
  dataDir: string;
  /** The moment that the data takes for the present. */
  now: Date;
  rows: number;
  seconds: number;
}

/** The load data for so many artists and the big studio, made when this checkout's differs from what is kept. */
export async function keptLoad(artists: number): Promise<KeptLoad> {
  const key = await keyOf(CHECKOUT, ['subgraphs/*/migrations/**/*.sql', 'subgraphs/*/seeds/*.ts', 'packages/service-kit/src/load.ts']);
  const folder = await kept(`load-${artists}-${key}`, async (part) => {
    const now = new Date();
    const { rows, seconds } = await loadInto(join(part, 'data'), { artists, big: true });
    await writeFile(join(part, 'load.json'), JSON.stringify({ now, rows, seconds }));
  });
  const { now, rows, seconds } = JSON.parse(await readFile(join(folder, 'load.json'), 'utf8')) as Record<'rows' | 'seconds', number> & {
    now: string;
  };
  return { dataDir: join(folder, 'data'), now: new Date(now), rows, seconds };
}
