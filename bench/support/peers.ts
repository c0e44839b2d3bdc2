import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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

/**
 * Starts a file of the peers. It says by itself when it answers, and where; of a program that does not, `url` is what to wait for.
 * @throws when it ends instead
 */
export async function startPeer(options: {
  folder: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  url?: string;
}): Promise<Peer> {
  const { folder, args, env } = options;
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true', ...env },
    // A program that we did not write takes a channel for its own: it would not listen.
    stdio: ['ignore', 'ignore', 'inherit', ...(options.url ? [] : ['ipc' as const])],
  });
  const answer = async (): Promise<unknown> => {
    const over = new AbortController();
    try {
      return await Promise.race([
        once(child, 'message', { signal: over.signal }).then(([message]) => message),
        once(child, 'exit', { signal: over.signal }).then(([code]) => Promise.reject(new Error(`${args[0]} ended with ${code}.`))),
        ...(options.url ? [answering(options.url, over.signal)] : []),
      ]);
    } finally {
      over.abort();
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

/** Resolves when something answers GraphQL there. */
async function answering(url: string, signal: AbortSignal): Promise<{ url: string }> {
  for (;;) {
    const isThere = await fetch(`${url}?query={__typename}`, { signal, headers: { accept: 'application/json' } }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere || signal.aborted) return { url };
    await sleep(100);
  }
}

/** Ends a process. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
