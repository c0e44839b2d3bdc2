/**
 * node scripts/run.mjs [--prod] <file> [arguments]: runs a file of the checkout with Node 24 and all packages, installing what is missing
 * first; with --prod, those that the product runs on are enough.
 * It is how the commands of package.json run. Needs nothing but Node 18 or newer and npm, as it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';
import { findNode } from './lib/node24.mjs';
import { endOnSignals, fail } from './lib/run.mjs';
import { Refusal } from './lib/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const given = process.argv.slice(2);
const mode = given[0] === '--prod' ? 'prod' : 'full';
const [file, ...args] = mode === 'prod' ? given.slice(1) : given;

const leaveSignals = endOnSignals();
try {
  if (file === undefined) throw new Refusal('Say which file to run: node scripts/run.mjs <file> [arguments].');
  const [node] = await Promise.all([findNode(root), ensureInstalled(root, mode)]);
  // Known only now: a program of a package comes with the install.
  if (!existsSync(join(root, file))) throw new Refusal(`There is no ${file} in this checkout.`);
  leaveSignals();
  runFile(node);
} catch (error) {
  fail(error);
}

function runFile(node) {
  // Whatever it starts by the name "node" gets the same one.
  const env = {
    // What Node compiles it keeps, so that the next start has less to do.
    NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
  };
  const child = spawn(node, [join(root, file), ...args], { cwd: root, stdio: 'inherit', env });
  // It stays in our group, so that it may ask questions at the terminal: Ctrl-C reaches it from there.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', fail);
  child.on('exit', (code) => process.exit(code ?? 1));
}
