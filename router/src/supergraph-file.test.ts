import { writeFileSync } from 'node:fs';
import { mkdtemp, rename, rm, symlink, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@atelier/service-kit/log';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { followSupergraph, type SupergraphFile } from './supergraph-file.ts';

let folder: string;
let path: string;
let used: string[];
let logs: string[];
let file: SupergraphFile;
let told: () => void;

function write(line: string): boolean {
  logs.push(line);
  told();
  return true;
}

/** Follows the file; "bad" is refused. */
function follow(): void {
  file = followSupergraph({
    path,
    supergraphSdl: 'first',
    pollMs: 5,
    logger: createLogger({
      service: 'router',
      level: 'info',
      destination: { write },
    }),
    use(text) {
      if (text === 'bad') throw new Error('it names no type');
      used.push(text);
    },
  });
}
const nextLine = () => new Promise<void>((resolve) => (told = resolve));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-'));
  path = join(folder, 'supergraph.graphql');
  [used, logs, told] = [[], [], () => {}];
  writeFileSync(path, 'first');
  follow();
});
afterEach(async () => {
  file.stop();
  await rm(folder, { recursive: true });
});

describe('a supergraph on disk', () => {
  test('is taken when it changes, however it is replaced', async () => {
    let line = nextLine();
    writeFileSync(path, 'second');
    await line;
    line = nextLine();
    writeFileSync(join(folder, 'new'), 'third');
    await rename(join(folder, 'new'), path);
    await line;
    line = nextLine();
    writeFileSync(join(folder, 'target'), 'fourth');
    await unlink(path);
    await symlink('target', path);
    await line;
    expect(used).toEqual(['second', 'third', 'fourth']);
  });

  test('that is refused costs one line, and the next good one is taken', async () => {
    let line = nextLine();
    writeFileSync(path, 'bad');
    await line;
    expect(logs).toHaveLength(1);
    expect(logs[0]).toContain('it names no type');
    file.check();
    expect(logs).toHaveLength(1);
    line = nextLine();
    writeFileSync(path, 'good');
    await line;
    expect([used, logs.length]).toEqual([['good'], 2]);
  });

  test('is read at once when somebody asks for it', async () => {
    writeFileSync(path, 'asked for');
    file.check();
    expect(used).toEqual(['asked for']);
    file.check();
    expect(used).toEqual(['asked for']);
  });

  test('is not read while it is being written', async () => {
    file.stop();
    jest.useFakeTimers();
    follow();
    const look = () => jest.advanceTimersByTime(5);
    for (const text of ['type Que', 'type Query {', 'type Query { whole: String }']) {
      writeFileSync(path, text);
      look();
    }
    expect(used).toEqual([]);
    look();
    expect(used).toEqual(['type Query { whole: String }']);
    jest.useRealTimers();
  });

  test('that cannot be read is refused like a bad one', async () => {
    await rm(path);
    file.check();
    expect([used, logs.length]).toEqual([[], 1]);
  });
});
