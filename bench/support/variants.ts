import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { subgraphNames } from '@atelier/all-in-one/stack';
import type { Variant } from './measure.ts';
import { type Peer, startPeer } from './peers.ts';
import { viewerSecret } from './viewer.ts';

const CHECKOUT = resolve(import.meta.dirname, '../..');

/** Peers that run, and what they share. */
export interface Peers {
  variants: Variant[];
  /** The gateway counts what it fetches: how many root fetches and how many fetches of entities since the start. */
  fetches(): Promise<{ root: number; entities: number }>;
  stop(): Promise<void>;
}

/** The names of the peers, as they stand in `ratios`. */
export type PeerName = 'apolloGateway' | 'hiveRust' | 'apolloMonolith' | 'postgraphile' | 'singleSql' | 'hello';

/** Starts peers over a database. `folder` is where their packages are, `headers` says who asks. */
export async function startPeers(options: {
  names: readonly PeerName[];
  folder: string;
  databaseUrl: string;
  headers: Record<string, string>;
}): Promise<Peers> {
  const { folder, names, headers } = options;
  const env = { DATABASE_URL: options.databaseUrl, VIEWER_SECRET: viewerSecret };
  const started: Peer[] = [];
  const start = async (args: string[]): Promise<Peer> => {
    const peer = await startPeer(folder, args, env);
    started.push(peer);
    return peer;
  };
  const variants: Variant[] = [];
  let gateway: Peer | null = null;
  try {
    const subgraphs = new Map<string, Peer>();
    if (names.includes('apolloGateway') || names.includes('hiveRust')) {
      for (const name of await subgraphNames(CHECKOUT)) {
        subgraphs.set(name, await start(['subgraph.mjs', name, join(CHECKOUT, 'subgraphs', name, 'schema.graphql')]));
      }
    }
    const supergraph = await supergraphOver(folder, subgraphs);
    const pids = Object.fromEntries([...subgraphs].map(([name, { pid }]) => [name, pid]));
    for (const name of names) {
      if (name === 'apolloGateway') {
        gateway = await start(['gateway.mjs', supergraph]);
        variants.push({ name, url: gateway.url, headers, processes: { gateway: gateway.pid, ...pids } });
      } else {
        const peer = await start(name === 'apolloMonolith' ? ['monolith.mjs', supergraph] : [FILES[name] ?? '']);
        variants.push({ name, url: peer.url, headers, processes: { server: peer.pid } });
      }
    }
  } catch (error) {
    await Promise.all(started.map((peer) => peer.stop()));
    throw error;
  }
  return {
    variants,
    fetches: async () => (gateway === null ? { root: 0, entities: 0 } : gateway.ask('fetches')),
    async stop() {
      await Promise.all(started.map((peer) => peer.stop()));
    },
  };
}

const FILES: Partial<Record<PeerName, string>> = { postgraphile: 'postgraphile.mjs', singleSql: 'single-sql.mjs', hello: 'hello.mjs' };

/** The committed supergraph with the addresses of the peers' subgraphs. */
async function supergraphOver(folder: string, subgraphs: ReadonlyMap<string, Peer>): Promise<string> {
  const sdl = await readFile(join(CHECKOUT, 'supergraph.graphql'), 'utf8');
  const file = join(folder, `supergraph-${process.pid}.graphql`);
  await writeFile(
    file,
    sdl.replace(/@join__graph\(name: "(\w+)", url: "[^"]*"\)/g, (_, name: string) => {
      return `@join__graph(name: "${name}", url: "${subgraphs.get(name)?.url ?? 'http://127.0.0.1:9/'}")`;
    }),
  );
  return file;
}
