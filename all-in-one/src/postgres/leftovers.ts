import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { signalProcess, waitUntil } from '../processes.ts';
import { StartError } from '../start-error.ts';

const run = promisify(execFile);

/** What PostgreSQL writes into postmaster.pid: a line each for process, data directory, start time, port, socket, address, memory, status. */
export type PidFile = { pid: number; ready: boolean };

/** Reads postmaster.pid of a cluster; undefined when there is none. */
export async function readPidFile(clusterDir: string): Promise<PidFile | undefined> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Stops a PostgreSQL that runs on this cluster although its Atelier is gone (killed, say), and removes the lock files it left.
 * Call it only while holding the data directory. A process is ours only if it works in this very folder: a number that now
 * belongs to somebody else, or a PostgreSQL of another folder, is left alone.
 * @returns whether there was one.
 */
export async function stopLeftovers(clusterDir: string, onFound: (pids: number[]) => void): Promise<boolean> {
  const found = await findPostgres(clusterDir);
  if (found.length > 0) {
    onFound(found);
    await stopAll(clusterDir, found);
  }
  // PostgreSQL trusts these files when any process of the same user has that number, as after a restart of the machine.
  for (const name of await readdir(clusterDir).catch(() => [])) {
    if (name === 'postmaster.pid' || name.startsWith('.s.PGSQL.')) await rm(join(clusterDir, name), { force: true });
  }
  return found.length > 0;
}

/** First politely (sessions are ended, the files are left clean), then without a checkpoint, then by force: the log makes that safe. */
async function stopAll(clusterDir: string, found: number[]): Promise<void> {
  const gone = async () => (await findPostgres(clusterDir)).length === 0;
  const main = (await readPidFile(clusterDir))?.pid;
  if (main !== undefined && found.includes(main)) {
    signalProcess(main, 'SIGINT');
    if (await waitUntil(gone, 5000, 50)) return;
  }
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of await findPostgres(clusterDir)) signalProcess(pid, signal);
    if (await waitUntil(gone, 3000, 50)) return;
  }
  throw new StartError(
    `A PostgreSQL that an earlier start left behind in ${clusterDir} does not stop: end process ${found[0]} and start again.`,
  );
}

/** The numbers of all PostgreSQL processes that work in this folder. */
export async function findPostgres(clusterDir: string): Promise<number[]> {
  if (process.platform !== 'linux') {
    const { stdout } = await run('ps', ['-axo', 'pid=,command='], { maxBuffer: 16 * 1024 * 1024 });
    const lines = stdout.split('\n').filter((line) => line.includes(`postgres -D ${clusterDir} `));
    return lines.map((line) => Number.parseInt(line, 10));
  }
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const checked = await Promise.all(pids.map(async (pid) => ((await worksIn(pid, clusterDir)) ? [pid] : [])));
  return checked.flat();
}

async function worksIn(pid: number, clusterDir: string): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  if (!stat.includes('(postgres) ') || stat.includes(') Z ')) return false;
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (cwd !== undefined) return cwd === clusterDir;
  // In a container root may not see the folder of another user's process, but sees how it was started.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes(`\0-D\0${clusterDir}\0`);
}
