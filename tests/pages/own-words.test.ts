import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtWeb } from '@atelier/all-in-one/web-build';
import { beforeAll, expect, test } from '@jest/globals';
import { CHECKOUT } from '../support/world.ts';

type Manifest = Record<string, { file: string; imports?: string[] }>;

const ENTRY = 'index.html';
const BOARD = 'src/features/board/Board.tsx';
const SETTINGS = 'src/features/settings/SettingsPage.tsx';
const LETTER = 'client.html';

let folder: string;
let manifest: Manifest;

beforeAll(async () => {
  folder = await builtWeb(CHECKOUT, join(CHECKOUT, '.cache', 'web'), () => undefined);
  manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest;
}, 120_000);

/** All the code that a page of these parts loads before it is drawn. */
function codeOf(...parts: string[]): string {
  const seen = new Set<string>();
  const visit = (part: string): string => {
    const chunk = manifest[part];
    if (!chunk || seen.has(part)) return '';
    seen.add(part);
    return [readFileSync(join(folder, chunk.file), 'utf8'), ...(chunk.imports ?? []).map(visit)].join('\n');
  };
  return parts.map(visit).join('\n');
}

test('a page brings the texts that it shows, with those of the frame, and none of other pages', () => {
  const board = codeOf(ENTRY, BOARD);
  for (const text of ['Add a task', 'Cancel']) expect(board).toContain(text);
  const settings = codeOf(ENTRY, SETTINGS);
  expect(settings).toContain('Audit log');
  expect(settings).not.toContain('Add a task');
  expect(board).not.toContain('Audit log');
});

test('the pages of clients bring none of the app: theirs come in the language of the client', () => {
  const letter = codeOf(LETTER);
  for (const text of ['Add a task', 'Audit log', 'Waiting for you']) expect(letter).not.toContain(text);
});
