import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { emptyDataDir, openDataDir } from './data-dir.ts';
import { makeWorkspace, query } from './testing/workspace.ts';

let work: Awaited<ReturnType<typeof makeWorkspace>>;

beforeEach(async () => {
  work = await makeWorkspace();
});

afterEach(async () => {
  await work.cleanUp();
});

describe('the data directory', () => {
  test('is made where it is missing, for its owner only', async () => {
    const dir = await work.hold(work.path('a folder', 'data'));
    expect((await stat(dir.path)).mode & 0o777).toBe(0o700);
  });

  test('belongs to one living Atelier at a time, and the second one damages nothing', async () => {
    const first = await work.startElsewhere(work.path('data'));
    await expect(work.hold(work.path('data'))).rejects.toThrow(
      new RegExp(`in use by a running Atelier \\(process ${first.pid}\\): stop that one, or name another folder with --data-dir`),
    );
    expect(await query(first.postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is taken over from a process that was killed', async () => {
    const first = await work.startElsewhere(work.path('data'));
    await first.kill();
    expect((await work.hold(work.path('data'))).path).toBe(work.path('data'));
  });

  test('is taken over when its holder’s number now belongs to another process', async () => {
    await (await work.hold(work.path('data'))).release();
    await writeFile(work.path('data', 'atelier.pid'), JSON.stringify({ pid: process.ppid, identity: 'long ago' }));
    expect((await work.hold(work.path('data'))).path).toBe(work.path('data'));
  });

  test('is waited for while its holder is just stopping', async () => {
    const first = await work.hold(work.path('data'));
    const second = openDataDir(work.path('data'), { patienceMs: 10_000, onWait: () => void first.release() });
    await (await second).release();
  });

  test('goes to exactly one of many that find a dead holder at once', async () => {
    await (await work.hold(work.path('data'))).release();
    await writeFile(work.path('data', 'atelier.pid'), JSON.stringify({ pid: process.ppid, identity: 'long ago' }));
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => work.hold(work.path('data'))));
    expect(tries.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('is never a folder that holds somebody else’s files', async () => {
    await mkdir(work.path('home'));
    await writeFile(work.path('home', 'letter.txt'), 'keep me');
    await expect(work.hold(work.path('home'))).rejects.toThrow(/not empty and was not made by Atelier/);
    expect(await readdir(work.path('home'))).toEqual(['letter.txt']);
  });

  test('is not a file', async () => {
    await writeFile(work.path('data'), '');
    await expect(work.hold(work.path('data'))).rejects.toThrow(/is not a folder/);
  });

  if (process.platform === 'linux') {
    test('is refused where no folder can be made', async () => {
      await expect(work.hold('/proc/atelier/data')).rejects.toThrow(
        /cannot be written by this user: make it writable, or name another folder/,
      );
    });
  }

  test('is empty after a reset, and still held', async () => {
    const dir = await work.hold(work.path('data'));
    await writeFile(join(dir.path, 'secrets.json'), '{}');
    await mkdir(join(dir.path, 'files', 'deep'), { recursive: true });
    await emptyDataDir(dir);
    expect((await readdir(dir.path)).sort()).toEqual(['.atelier', 'atelier.pid']);
    await expect(work.hold(work.path('data'))).rejects.toThrow(/in use/);
  });
});
