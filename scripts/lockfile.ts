import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { foreignLines } from './lib/lockfile.ts';

/** node scripts/lockfile.ts: fails when pnpm-lock.yaml would install from one registry or one disk only. */
const lines = foreignLines(readFileSync(resolve(import.meta.dirname, '../pnpm-lock.yaml'), 'utf8'));
for (const line of lines) console.error(line);
if (lines.length > 0) process.exitCode = 1;
