/**
 * Prints what a page costs before it can be used: the gzipped JavaScript of its entry, of its lazy parts, and of all that these
 * import statically. Reads the manifest of a finished build; exits with 1 when a page is over the budget.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { BUDGET_KB, budgets, firstLoads } from './first-loads.ts';

type Chunk = { file: string; imports?: string[]; css?: string[] };

const dist = process.argv[2] ? pathToFileURL(`${process.argv[2]}/`) : new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<string, Chunk>;

/** The chunks that the browser loads for these parts, each once. */
function closure(keys: readonly string[]): Set<Chunk> {
  const chunks = new Set<Chunk>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk for ${key}. Was the page renamed? See scripts/first-loads.ts.`);
    if (chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const key of keys) visit(key);
  return chunks;
}

const gzipped = (file: string) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).byteLength;
const kb = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);

let over = false;
for (const [page, parts] of Object.entries(firstLoads)) {
  const chunks = [...closure(parts)];
  const scripts = chunks.reduce((sum, chunk) => sum + gzipped(chunk.file), 0);
  const styles = [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))].reduce((sum, file) => sum + gzipped(file), 0);
  const budget = budgets[page] ?? BUDGET_KB;
  over ||= scripts > budget * 1000;
  console.log(`${page.padEnd(12)} ${kb(scripts)} kB JavaScript  ${kb(styles)} kB CSS  (${chunks.length} files, budget ${budget} kB)`);
}
process.exitCode = over ? 1 : 0;
