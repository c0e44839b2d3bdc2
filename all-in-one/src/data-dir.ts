import { randomUUID } from 'node:crypto';
import { access, constants, link, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { processIdentity, waitUntil } from './processes.ts';
import { StartError, systemErrorCode } from './start-error.ts';

/** Marks a folder as Atelier's, so that --reset never empties a folder that is somebody else's. */
const MARKER = '.atelier';
const LOCK = 'atelier.pid';

/** A data directory that this process holds: nobody else writes to it until it is released. */
export type DataDir = {
  /** Absolute, with links resolved. */
  readonly path: string;
  /** Lets go of it. Safe to call twice. */
  release(): Promise<void>;
};

type Holder = { pid: number; identity: string };

/**
 * Makes the data directory where it is missing, and takes it for this process. A lock that a dead process left behind is taken over;
 * a holder that is just stopping is given `patienceMs` to finish.
 * @throws StartError when it cannot be written, is not Atelier's, or is in use.
 */
export async function openDataDir(path: string, options: { patienceMs?: number; onWait?: (pid: number) => void } = {}): Promise<DataDir> {
  const dir = await makeDir(resolve(path));
  const lock = join(dir, LOCK);
  const me: Holder = { pid: process.pid, identity: (await processIdentity(process.pid)) ?? '' };
  let told = false;
  let holder: Holder | undefined;
  const free = await waitUntil(
    async () => {
      holder = await takeLock(lock, me);
      if (holder !== undefined && !told) {
        told = true;
        options.onWait?.(holder.pid);
      }
      return holder === undefined;
    },
    options.patienceMs ?? 3000,
    100,
  );
  if (!free && holder !== undefined) {
    throw new StartError(
      `The data directory ${dir} is in use by a running Atelier (process ${holder.pid}): stop that one, or name another folder with --data-dir.`,
    );
  }
  let held = true;
  return {
    path: dir,
    async release() {
      if (!held) return;
      held = false;
      await rm(lock, { force: true });
    },
  };
}

/** Removes everything that a held data directory contains, except the hold itself. */
export async function emptyDataDir(dir: DataDir): Promise<void> {
  for (const entry of await readdir(dir.path)) {
    if (entry !== LOCK && entry !== MARKER) await rm(join(dir.path, entry), { recursive: true, force: true });
  }
}

async function makeDir(path: string): Promise<string> {
  try {
    await makeFolder(path);
    const dir = await realpath(path);
    const entries = await readdir(dir);
    await access(dir, constants.W_OK | constants.X_OK);
    if (!entries.includes(MARKER)) {
      if (entries.length > 0) {
        throw new StartError(
          `The folder ${dir} is not empty and was not made by Atelier: name a new or an empty folder for the data with --data-dir.`,
        );
      }
      await writeFile(join(dir, MARKER), 'Data of Atelier. Copy this folder while Atelier is stopped to keep a backup.\n');
    }
    return dir;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT') {
      throw new StartError(
        `The data directory ${path} cannot be written by this user: make it writable, or name another folder with --data-dir.`,
      );
    }
    if (code === 'ENOTDIR' || code === 'EEXIST') {
      throw new StartError(`The data directory ${path} is not a folder: name another one with --data-dir.`);
    }
    throw error;
  }
}

/** One level after the other: Node's own recursive mkdir never ends where a file system refuses new folders with ENOENT. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return;
    const parent = dirname(path);
    const parentIsThere = await stat(parent).catch(() => undefined);
    if (code !== 'ENOENT' || parentIsThere !== undefined) throw error;
    await makeFolder(parent);
    await mkdir(path, { mode: 0o700 });
  }
}

/** Undefined when the lock is now mine, else the living process that has it. */
async function takeLock(lock: string, me: Holder): Promise<Holder | undefined> {
  // A complete file is linked into place: nobody ever reads half a lock.
  const mine = `${lock}.${randomUUID()}`;
  await writeFile(mine, JSON.stringify(me));
  try {
    await link(mine, lock);
    return undefined;
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(mine, { force: true });
  }
  const holder = await readHolder(lock);
  if (holder !== undefined && (await processIdentity(holder.pid)) === holder.identity) return holder;
  // Two processes may find the same dead holder: whoever moved a living one's lock away puts it back.
  const stale = `${lock}.${randomUUID()}`;
  await rename(lock, stale).catch(() => undefined);
  const moved = await readHolder(stale);
  if (moved !== undefined && moved.identity !== holder?.identity) await link(stale, lock).catch(() => undefined);
  await rm(stale, { force: true });
  return takeLock(lock, me);
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value === 'object' && value !== null && 'pid' in value && 'identity' in value) {
      return { pid: Number(value.pid), identity: String(value.identity) };
    }
  } catch {
    // Gone, or damaged by a crash of the machine: nobody holds it.
  }
  return undefined;
}
