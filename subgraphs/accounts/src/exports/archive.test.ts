import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@atelier/testing/until';
import { readZip } from '@atelier/testing/zip';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Archive } from './archive.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-archive-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const MOMENT = new Date('2026-11-22T09:30:00Z');
const file = (path: string, text: string) => ({ path, bytes: Buffer.byteLength(text), sha256: 'x' });

test('an archive takes files over and holds them', async () => {
  const archive = new Archive(join(folder, 'a.zip'), MOMENT);
  await writeFile(join(folder, 'one'), 'the first');
  archive.move(join(folder, 'one'), file('a/one.txt', 'the first'));
  archive.add('index.json', '{}');
  await archive.close();
  await archive.abandon();
  const files = readZip(await readFile(join(folder, 'a.zip')));
  expect([...files].map(([path, bytes]) => [path, bytes.toString()])).toEqual([
    ['a/one.txt', 'the first'],
    ['index.json', '{}'],
  ]);
  await expect(readFile(join(folder, 'one'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('an archive says how much of what it has taken over is in', async () => {
  const archive = new Archive(join(folder, 'a.zip'), MOMENT);
  expect([archive.packed, archive.bytes]).toEqual([0, 0]);
  await writeFile(join(folder, 'one'), 'the first');
  archive.move(join(folder, 'one'), file('one', 'the first'));
  await until(async () => archive.packed === 9);
  await writeFile(join(folder, 'two'), 'the second one');
  archive.move(join(folder, 'two'), file('two', 'the second one'));
  expect(archive.bytes).toBe(23);
  await archive.close();
  expect(archive.packed).toBe(23);
});

test('an archive fails, and nothing else, when a file of it is gone, cannot be read or removed, or is no longer what it was', async () => {
  const gone = new Archive(join(folder, 'gone.zip'), MOMENT);
  gone.move(join(folder, 'nowhere'), file('nowhere', 'x'));
  await expect(gone.close()).rejects.toMatchObject({ code: 'ENOENT' });
  const stuck = new Archive(join(folder, 'stuck.zip'), MOMENT);
  await mkdir(join(folder, 'stuck'));
  stuck.move(join(folder, 'stuck'), file('stuck', 'x'));
  await expect(stuck.close()).rejects.toMatchObject({ code: 'EISDIR' });
  await writeFile(join(folder, 'longer'), 'longer than it was');
  const changed = new Archive(join(folder, 'changed.zip'), MOMENT);
  changed.move(join(folder, 'longer'), file('longer', 'short'));
  await expect(changed.close()).rejects.toThrow('unexpected number of bytes');
});
