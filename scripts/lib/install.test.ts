import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ensureInstalled } from './install.mjs';

const LOCK = 'lockfileVersion: 9.0\n';
const CHANGED_AT = new Date('2026-11-22T09:00:00Z');

let root: string;
let calls: string;
const { PATH, npm_execpath } = process.env;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'atelier-install-'));
  await mkdir(join(root, 'node_modules', '.pnpm'), { recursive: true });
  for (const [name, text] of [
    ['pnpm-lock.yaml', LOCK],
    ['pnpm-workspace.yaml', 'packages: []\n'],
  ] as const) {
    await writeFile(join(root, name), text);
    await utimes(join(root, name), CHANGED_AT, CHANGED_AT);
  }
  // Whoever is asked to install says so, and has done it.
  calls = join(root, 'calls');
  await mkdir(join(root, 'bin'));
  await writeFile(join(root, 'bin', 'npm'), `#!/bin/sh\necho "$@" >> '${calls}'\n`, { mode: 0o755 });
  process.env.PATH = [join(root, 'bin'), dirname(process.execPath), PATH].join(delimiter);
  // Set where npm runs the tests: it would be asked in place of the one on the path.
  delete process.env.npm_execpath;
});
afterEach(async () => {
  process.env.PATH = PATH;
  if (npm_execpath !== undefined) process.env.npm_execpath = npm_execpath;
  await rm(root, { recursive: true, force: true });
});

/** As pnpm leaves it. */
async function pnpmHasRun({ lock = LOCK, devDependencies = true, secondsAfter = 1 } = {}): Promise<void> {
  const modules = join(root, 'node_modules');
  await writeFile(join(modules, '.pnpm', 'lock.yaml'), lock);
  await writeFile(join(modules, '.modules.yaml'), JSON.stringify({ included: { devDependencies } }, null, 2));
  const lastValidatedTimestamp = CHANGED_AT.getTime() + secondsAfter * 1_000;
  await writeFile(join(modules, '.pnpm-workspace-state-v1.json'), JSON.stringify({ lastValidatedTimestamp }));
}
const installs = async (): Promise<number> => (await readFile(calls, 'utf8').catch(() => '')).split('\n').length - 1;

test('what pnpm has installed by itself is not installed once more, and neither is what was installed by us', async () => {
  await pnpmHasRun();
  await ensureInstalled(root, 'prod');
  await ensureInstalled(root, 'full');
  expect(await installs()).toBe(0);
  await rm(join(root, 'node_modules', '.atelier-install.json'));
  await rm(join(root, 'node_modules', '.pnpm', 'lock.yaml'));
  await ensureInstalled(root, 'full');
  await ensureInstalled(root, 'full');
  expect(await installs()).toBe(1);
});

test.each([
  ['another lockfile was carried out', { lock: 'lockfileVersion: 8.0\n' }],
  ['the packages for tests are missing', { devDependencies: false }],
  ['the settings have changed since', { secondsAfter: -1 }],
])('packages are installed where %s', async (_why, how) => {
  await pnpmHasRun(how);
  await ensureInstalled(root, 'full');
  expect(await installs()).toBe(1);
});

test('packages are installed where nobody has yet', async () => {
  await ensureInstalled(root, 'prod');
  expect(await installs()).toBe(1);
});
