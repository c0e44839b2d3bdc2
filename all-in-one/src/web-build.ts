import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartError } from './start-error.ts';

/** What the built pages depend on, from the checkout's root. */
const SOURCES = [
  'web/src',
  'web/scripts',
  'web/public',
  'web/index.html',
  'web/client.html',
  'web/graphiql.html',
  'web/vite.config.ts',
  'web/vite.graphiql.config.ts',
  'web/lingui.config.ts',
  'pnpm-lock.yaml',
];

/**
 * The folder of the built web client. It is built when its sources differ from those of every build that is kept, into a folder
 * named by their hash, so that a page that is being served never changes under its reader.
 * @param cache where builds are kept
 * @throws StartError with the builder's own words when the build fails
 */
export async function builtWeb(checkout: string, cache: string, say: (detail: string) => void): Promise<string> {
  const target = join(cache, await hashOf(checkout));
  if (await exists(join(target, 'index.html'))) return target;
  say('building the pages (once)');
  const making = `${target}.${process.pid}`;
  await rm(making, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  await build(checkout, making);
  await rename(making, target).catch(async (error: unknown) => {
    // Another start was quicker, with the same sources.
    if (!(await exists(join(target, 'index.html')))) throw error;
    await rm(making, { recursive: true, force: true });
  });
  await removeOthers(cache, target);
  return target;
}

async function build(checkout: string, outDir: string): Promise<void> {
  const web = join(checkout, 'web');
  const vite = join(dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js');
  // Both write into the same new folder, and neither empties it.
  const outcomes = await Promise.all(
    ['vite.config.ts', 'vite.graphiql.config.ts'].map((config) =>
      run([vite, 'build', '--config', config, '--outDir', outDir, '--logLevel', 'warn'], web),
    ),
  );
  const failed = outcomes.find(({ code }) => code !== 0);
  if (!failed) return;
  await rm(outDir, { recursive: true, force: true });
  throw new StartError(`The pages could not be built:\n${failed.words}`);
}

/** Runs a script of Node, and gives its last words. */
async function run(args: readonly string[], cwd: string): Promise<{ code: number | null; words: string }> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4000)));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  return { code, words };
}

/** Keeps the newest builds only; one that is being served by another start is younger than an hour or used by it alone. */
async function removeOthers(cache: string, keep: string): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    if (folder === keep) continue;
    const { mtimeMs } = await stat(folder);
    if (mtimeMs < hourAgo) await rm(folder, { recursive: true, force: true });
  }
}

async function hashOf(checkout: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesBelow(join(checkout, source))) {
      hash
        .update(`${relative(checkout, file)}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesBelow(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
