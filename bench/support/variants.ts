import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findFreePort } from '@atelier/all-in-one/ports';
import { subgraphNames } from '@atelier/all-in-one/stack';
import type { Variant } from './measure.ts';
import { type Peer, startPeer } from './peers.ts';
import { viewerSecret } from './viewer.ts';

const CHECKOUT = resolve(import.meta.dirname, '../..');

/** Peers that run, and what they share. */
export interface Peers {
  variants: Variant[];
  /** The plain gateway counts what it fetches: how many root fetches and how many fetches of entities since the start. */
  fetches(): Promise<{ root: number; entities: number }>;
  stop(): Promise<void>;
}

/** The names of the peers, as they stand in `ratios`. */
export type PeerName = 'apolloGateway' | 'hiveRust' | 'apolloMonolith' | 'postgraphile' | 'singleSql' | 'hello';

/** What peers are started with. */
export interface PeerOptions {
  names: readonly PeerName[];
  /** Where their packages are. */
  folder: string;
  databaseUrl: string;
  /** Of the superuser: PostGraphile's functions are made with it. */
  adminUrl: string;
  /** Say who asks. */
  headers: Variant['headers'];
  /** How large the answer is that costs nothing but HTTP. */
  helloBytes?: number;
}

/** Starts peers over a database, one after the other. */
export async function startPeers({ names, folder, databaseUrl, adminUrl, headers, helloBytes = 0 }: PeerOptions): Promise<Peers> {
  const started: Peer[] = [];
  const start = async (args: string[], more: { env?: Record<string, string>; url?: string } = {}): Promise<Peer> => {
    const env = { DATABASE_URL: databaseUrl, VIEWER_SECRET: viewerSecret, ...more.env };
    const peer = await startPeer({ folder, args, ...more, env });
    started.push(peer);
    return peer;
  };
  const subgraphs = new Map<string, Peer>();
  let gateway: Peer | null = null;

  /** Each peer by its name: its address, and its processes beside the subgraphs that gateways share. */
  const starts: Record<PeerName, (supergraph: string) => Promise<{ peer: Peer; processes: Record<string, number> }>> = {
    async apolloGateway(supergraph) {
      gateway = await start(['gateway.mjs', supergraph]);
      return { peer: gateway, processes: { gateway: gateway.pid, ...pidsOf(subgraphs) } };
    },
    async hiveRust(supergraph) {
      const port = String(await findFreePort('127.0.0.1'));
      const program = join('node_modules', '.bin', 'hive-gateway');
      const options = ['--hive-router-runtime', '--fork', '1', '--host', '127.0.0.1', '--port', port, '--config-path', 'hive.config.mjs'];
      const peer = await start([program, 'supergraph', supergraph, ...options], {
        env: { SUPERGRAPH: supergraph },
        url: `http://127.0.0.1:${port}/graphql`,
      });
      return { peer, processes: { gateway: peer.pid, ...pidsOf(subgraphs) } };
    },
    apolloMonolith: async (supergraph) => alone(await start(['monolith.mjs', supergraph])),
    postgraphile: async () => alone(await start(['postgraphile.mjs'], { env: { ADMIN_URL: adminUrl, GRAPHILE_ENV: 'production' } })),
    // To plan this statement takes three times as long as to run it: one plan is made and kept.
    singleSql: async () => alone(await start(['single-sql.mjs'], { env: { PG_OPTIONS: '-c plan_cache_mode=force_generic_plan' } })),
    hello: async () => alone(await start(['hello.mjs', String(helloBytes)])),
  };

  const stop = async () => void (await Promise.all(started.map((peer) => peer.stop())));
  try {
    if (names.includes('apolloGateway') || names.includes('hiveRust')) {
      for (const name of await subgraphNames(CHECKOUT)) {
        subgraphs.set(name, await start(['subgraph.mjs', name, join(CHECKOUT, 'subgraphs', name, 'schema.graphql')]));
      }
    }
    const supergraph = await supergraphOver(folder, subgraphs);
    const variants: Variant[] = [];
    for (const name of names) {
      const { peer, processes } = await starts[name](supergraph);
      variants.push({ name, url: peer.url, headers, processes });
    }
    return { variants, fetches: async () => gateway?.ask('fetches') ?? { root: 0, entities: 0 }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const pidsOf = (peers: ReadonlyMap<string, Peer>) => Object.fromEntries([...peers].map(([name, { pid }]) => [name, pid]));
const alone = (peer: Peer) => ({ peer, processes: { server: peer.pid } });

/** The committed supergraph with the addresses of the peers' subgraphs; nobody asks for what has none. */
async function supergraphOver(folder: string, subgraphs: ReadonlyMap<string, Peer>): Promise<string> {
  const sdl = await readFile(join(CHECKOUT, 'supergraph.graphql'), 'utf8');
  const file = join(folder, `supergraph-${process.pid}.graphql`);
  const withAddresses = sdl.replace(
    /@join__graph\(name: "(\w+)", url: "[^"]*"\)/g,
    (_, name: string) => `@join__graph(name: "${name}", url: "${subgraphs.get(name)?.url ?? 'http://127.0.0.1:9/'}")`,
  );
  await writeFile(file, withAddresses);
  return file;
}
