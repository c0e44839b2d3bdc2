/**
 * npm start and npm run dev: installs what is missing, then runs the all-in-one process with Node 24.
 * Needs nothing but Node 18 or newer and npm, as it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';
import { findNode } from './lib/node24.mjs';
import { endOnSignals, fail } from './lib/run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const began = Date.now();

const leaveSignals = endOnSignals();
try {
  const [node] = await Promise.all([findNode(root), ensureInstalled(root, 'prod')]);
  leaveSignals();
  runProduct(node);
} catch (error) {
  fail(error);
}

function runProduct(node) {
  // A group of its own, so that Ctrl-C reaches it once, from us. The channel tells it when we are killed: then it stops by itself.
  // In development a changed module of a service starts it again; the database is found as it was left. Pages reload by themselves.
  const watch = process.argv.includes('--dev') ? ['--watch', '--watch-preserve-output'] : [];
  const child = spawn(node, [...watch, join(root, 'all-in-one', 'src', 'main.ts'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
    env: { ...process.env, ATELIER_STARTED_AT: String(began) },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', fail);
  child.on('exit', (code) => process.exit(code ?? 1));
  endWithNpm(child);
}

/** npm that is killed cannot tell us, and would leave everything running: it is our parent, so we see that it is gone. */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}
