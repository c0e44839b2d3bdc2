import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Takes a lock file, waiting for as long as the living process that has it needs. One that a dead process left is taken over.
 * @param {string} path
 * @param {(pid: number) => void} onWait called once when there is somebody to wait for
 * @returns {Promise<() => void>} what gives it back, synchronously, so that it also works while the process ends
 */
export async function takeLock(path, onWait) {
  await mkdir(dirname(path), { recursive: true });
  const me = `${process.pid} ${birth(process.pid)}`;
  let told = false;
  for (;;) {
    if (await place(path, me)) break;
    const holder = await readFile(path, 'utf8').catch(() => '');
    if (isAlive(holder)) {
      if (!told) onWait(Number.parseInt(holder, 10));
      told = true;
      await sleep(200);
    } else if (holder !== '') {
      await removeStale(path, holder);
    }
  }
  return () => {
    try {
      if (readFileSync(path, 'utf8') === me) rmSync(path, { force: true });
    } catch {
      // Gone already.
    }
  };
}

/** A complete file is linked into place: nobody ever reads half a lock. */
async function place(path, text) {
  const mine = `${path}.${randomUUID()}`;
  await writeFile(mine, text);
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(mine, { force: true });
  }
}

/** Two processes may find the same dead holder: whoever moved a living one's lock away puts it back. */
async function removeStale(path, holder) {
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => holder);
  if (moved !== holder) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function isAlive(holder) {
  const [pid, ...born] = holder.split(' ');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  return Number(pid) > 0 && birth(Number(pid)) === born.join(' ');
}

/** When a process began, where the machine tells: a number that was given out again is then not mistaken for its old owner. */
function birth(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return 'unknown';
  }
}
