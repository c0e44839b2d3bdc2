import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { kept, keyOf } from './cache.ts';

const PEERS = resolve(import.meta.dirname, '../peers');

/** A process of a peer, started for this run. */
export interface Peer {
  url: string;
  pid: number;
  /** Asks the process something, and resolves with its answer. */
  ask<T>(question: string): Promise<T>;
  stop(): Promise<void>;
}

/** The folder in which the peers' packages are installed, with this checkout's sources of the peers beside them. */
export async function installPeers(): Promise<string> {
  const key = await keyOf(PEERS, ['package.json', 'package-lock.json']);
  const folder = await kept(`peers-${key}`, async (part) => {
    for (const file of ['package.json', 'package-lock.json']) await cp(join(PEERS, file), join(part, file));
    await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], part);
  });
  await cp(PEERS, folder, { recursive: true, filter: (path) => !path.endsWith('.json') });
  return folder;
}

async function run(program: string, args: readonly string[], cwd: string): Promise<void> {
  // The npm that belongs to this Node, where it has one.
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}.`);
}

/** Starts a file of the peers; it says by itself when it answers, and where. */
export async function startPeer(folder: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Peer> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = async (): Promise<unknown> => {
    const ended = new AbortController();
    try {
      return await Promise.race([
        once(child, 'message', { signal: ended.signal }).then(([message]) => message),
        once(child, 'exit', { signal: ended.signal }).then(([code]) => Promise.reject(new Error(`${args[0]} ended with ${code}.`))),
      ]);
    } finally {
      ended.abort();
    }
  };
  const { url } = (await answer()) as { url: string };
  return {
    url,
    pid: child.pid ?? 0,
    async ask<T>(question: string) {
      const said = answer();
      child.send(question);
      return (await said) as T;
    },
    stop: () => end(child),
  };
}

/** Ends a process. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
