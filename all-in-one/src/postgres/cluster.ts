import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import type { Binaries } from './binaries.ts';
import type { RunAs } from './run-as.ts';

/**
 * The major version that made a cluster; undefined when there is no cluster in that folder.
 * @throws StartError when the folder holds something that is no cluster.
 */
export async function clusterMajor(clusterDir: string): Promise<number | undefined> {
  const entries = await readdir(clusterDir).catch(() => undefined);
  if (entries === undefined) return undefined;
  const version = await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(() => '');
  if (!/^\d+/.test(version)) {
    throw new StartError(
      `The folder ${clusterDir} is damaged (it has no PG_VERSION): put a backup in its place, or begin anew with --reset.`,
    );
  }
  return Number.parseInt(version, 10);
}

/** Refuses a cluster of another major version, whose files this PostgreSQL cannot read. */
export function assertMajor(clusterDir: string, found: number, bundled: number): void {
  if (found === bundled) return;
  throw new StartError(
    `The database in ${clusterDir} was made by PostgreSQL ${found} and this Atelier brings PostgreSQL ${bundled}: ` +
      'start it with the checkout that made it, or name another folder with --data-dir.',
  );
}

/**
 * Makes a new cluster: UTF-8, ordered by code point, password for every connection. It is built beside its place and moved
 * there when complete, so that an interrupted start leaves nothing half made.
 */
export async function createCluster(options: {
  binaries: Binaries;
  runAs: RunAs;
  dataDir: string;
  clusterDir: string;
  password: string;
  sync: boolean;
  signal?: AbortSignal;
}): Promise<void> {
  const { binaries, runAs, dataDir, clusterDir } = options;
  for (const entry of await readdir(dataDir)) {
    if (entry.startsWith('postgres.new')) await rm(join(dataDir, entry), { recursive: true, force: true });
  }
  const making = join(dataDir, 'postgres.new');
  const passwordFile = join(dataDir, 'postgres.new.password');
  try {
    await mkdir(making, { mode: 0o700 });
    await runAs.own(making);
    await writeFile(passwordFile, options.password, { mode: 0o600 });
    const args = [`--pgdata=${making}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
    // The built-in provider orders like C and, other than C, knows upper and lower case beyond ASCII; it is the same on every machine.
    args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
    if (!options.sync) args.push('--no-sync');
    await runToEnd(...runAs.wrap(binaries.initdb, args), options.signal);
    await chmod(making, 0o700);
    await rename(making, clusterDir);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(making, { recursive: true, force: true });
  }
}

function runToEnd(command: string, args: string[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    // A group of its own: Ctrl-C reaches it through `signal`, in order, and not from the terminal.
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, signal, env: postgresEnv() });
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new StartError(`PostgreSQL could not make its database: ${lastError(output)}`));
    });
  });
}

/** The environment of PostgreSQL's programs: nothing of ours leaks in, neither PG* settings nor secrets. */
export function postgresEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' };
}

/** The line of an output that says why it failed. */
export function lastError(output: string): string {
  const lines = output.trim().split('\n');
  const telling = lines.findLast((line) => /\b(FATAL|PANIC|error|could not)\b/i.test(line)) ?? lines.at(-1) ?? '';
  return telling.replace(/^.*?(FATAL|PANIC|error):\s*/i, '').trim();
}
