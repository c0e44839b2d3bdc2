import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';

const RESULTS = resolve(import.meta.dirname, '../results');

/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** The machine that figures are found on. */
export const machine = () => ({ node: process.version, processors: cpus().length, model: cpus()[0]?.model.trim() ?? 'unknown' });

/** Keeps what a bench found in `results/<name>.json`, with the machine that it was found on. */
export async function keep(name: string, found: Record<string, unknown>): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  await writeFile(
    join(RESULTS, `${name}.json`),
    `${JSON.stringify({ measuredAt: new Date().toISOString(), machine: machine(), ...found }, null, 2)}\n`,
  );
}
