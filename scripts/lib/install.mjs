import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from './lock.mjs';
import { atEarlyEnd, npmCommand, refuseWith, run } from './run.mjs';
import { beginProgress } from './say.mjs';

const PNPM = 'pnpm@12.21.0';

/**
 * Makes sure that node_modules holds what the lockfile names. Does nothing when it does already.
 * @param {string} root of the checkout
 * @param {'prod' | 'full'} mode prod: what running needs; full: what testing needs besides. Full serves for both and is never cut down.
 */
export async function ensureInstalled(root, mode) {
  if (isInstalled(root, mode)) return;
  const giveBack = await takeLock(join(root, '.cache', 'install.lock'), (pid) =>
    process.stderr.write(`Waiting for another start that is installing (process ${pid}) ...\n`),
  );
  const forget = atEarlyEnd(giveBack);
  try {
    if (isInstalled(root, mode)) return;
    // Asking pnpm whether there is something to do takes seconds, which the first start after a pull would wait for.
    if (isInstalledByPnpm(root)) return noteInstalled(root, 'full');
    await install(root, mode === 'full' || hasTestPackages(root) ? 'full' : 'prod');
  } finally {
    forget();
    giveBack();
  }
}

async function install(root, mode) {
  const hash = hashOf(root);
  // An install that is interrupted half way must not pass for a finished one.
  rmSync(stateFile(root), { force: true });
  const done = beginProgress(mode === 'prod' ? 'Installing packages' : 'Installing packages, with those for tests');
  const args = ['install', '--frozen-lockfile', '--prefer-offline', '--config.confirmModulesPurge=false', '--reporter=append-only'];
  if (mode === 'prod') args.push('--prod');
  const { code, output } = await run([...npmCommand(), 'exec', '--yes', '--package', PNPM, '--', 'pnpm', ...args], { cwd: root });
  done(code === 0 ? 'done' : 'failed');
  if (output.includes('OUTDATED_LOCKFILE')) {
    throw refuseWith(
      output,
      `pnpm-lock.yaml does not fit the package.json files: bring it up to date with "npx ${PNPM} install", and commit it.`,
    );
  }
  if (code !== 0) {
    throw refuseWith(
      output,
      'The packages could not be installed: see the lines above; with a network connection, run the same command again.',
    );
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  noteInstalled(root, mode, hash);
}

function noteInstalled(root, mode, hash = hashOf(root)) {
  writeFileSync(stateFile(root), `${JSON.stringify({ hash, mode })}\n`);
}

function isInstalled(root, mode) {
  const state = readState(root);
  return state !== undefined && state.hash === hashOf(root) && (state.mode === mode || state.mode === 'full');
}

/**
 * Whether somebody has run pnpm themselves, with all packages, since the files that it works by have changed last. It keeps the lockfile
 * that it has carried out, and when it was done.
 */
function isInstalledByPnpm(root) {
  try {
    const [wanted, done] = [join(root, 'pnpm-lock.yaml'), join(root, 'node_modules', '.pnpm', 'lock.yaml')];
    const { lastValidatedTimestamp } = JSON.parse(readFileSync(join(root, 'node_modules', '.pnpm-workspace-state-v1.json'), 'utf8'));
    const changedAt = Math.max(...[wanted, join(root, 'pnpm-workspace.yaml')].map((file) => statSync(file).mtimeMs));
    return lastValidatedTimestamp >= changedAt && hasTestPackages(root) && readFileSync(wanted).equals(readFileSync(done));
  } catch {
    return false;
  }
}

/** Whatever installed them, a colleague's pnpm for instance: pnpm writes down what it did. */
function hasTestPackages(root) {
  try {
    return /"?devDependencies"?: true/.test(readFileSync(join(root, 'node_modules', '.modules.yaml'), 'utf8'));
  } catch {
    return false;
  }
}

function stateFile(root) {
  return join(root, 'node_modules', '.atelier-install.json');
}

function readState(root) {
  try {
    return JSON.parse(readFileSync(stateFile(root), 'utf8'));
  } catch {
    return undefined;
  }
}

/** What an install depends on: the lockfile, the settings of pnpm, and the machine that native packages are for. */
function hashOf(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
