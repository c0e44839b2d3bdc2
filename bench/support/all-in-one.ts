import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { loadMemberId, loadStudioId } from '@atelier/service-kit/load';
import { Person } from '../../tests/support/person.ts';
import type { KeptLoad } from './cache.ts';
import { runningPostgres } from './database.ts';
import { measure, type Plan, type Row, type Variant } from './measure.ts';
import { dashboard, dashboardOperation, STUDIOS, taskChangeOperation, taskListOperation } from './operations.ts';
import { ENDLESS, startProduct, UNCACHED } from './product.ts';
import { mustBeAlike } from './same.ts';
import { type Shape, shapeOf } from './shape.ts';
import { type PeerName, startPeers } from './variants.ts';
import { viewerHeader } from './viewer.ts';

/** What a group of variants is measured with. */
export interface GroupOptions {
  load: KeptLoad;
  /** Where the peers' packages are. */
  folder: string;
  peers: readonly PeerName[];
  plan: Plan;
  /** The dashboard only. */
  isQuick: boolean;
  say(line: string): void;
}

/** What tells peers that the studios' owners ask. */
export const peerHeaders = (): Variant['headers'] =>
  STUDIOS.map((studio) => viewerHeader({ studioId: loadStudioId(studio), memberId: loadMemberId(studio, 0) }));

/** Ours as the studios' owners ask it: with the cookies of real sessions. */
export async function oursAt(url: string, name: string, processes: Record<string, number>): Promise<Variant> {
  const headers: Variant['headers'] = [];
  for (const studio of STUDIOS) {
    const person = new Person(url, `load-${studio}`);
    await signIn(person, studio);
    headers.push({ origin: url, cookie: person.credentials().cookieHeader ?? '', 'x-atelier-studio': `load-${studio}` });
  }
  return { name, url: `${url}/graphql`, headers, processes };
}

async function signIn(person: Person, studio: number): Promise<void> {
  for (;;) {
    const answer = await person.post('/auth/sign-in/email', { email: `owner-${studio}@load.example`, password: DEMO_PASSWORD });
    if (answer.status === 200) return;
    if (answer.status !== 429) throw new Error(`Signing in: ${answer.status} ${await answer.text()}`);
    // So many from one address at once are throttled.
    await sleep(1_000);
  }
}

/** Atelier in one process, and what people would use in its place, each over the same PostgreSQL. */
export async function measureAllInOne(options: GroupOptions): Promise<{ shape: Shape; rows: Row[] }> {
  const { load, plan, isQuick, say } = options;
  const product = await startProduct(load.dataDir, [], UNCACHED);
  try {
    const postgres = await runningPostgres(load.dataDir);
    const ours = await oursAt(product.url, 'ours', { atelier: product.pid });
    const { peerUrl: databaseUrl, adminUrl, postmaster } = postgres;
    const peers = await startPeers({ names: options.peers, folder: options.folder, databaseUrl, adminUrl, headers: peerHeaders() });
    try {
      const variants = [ours, ...peers.variants];
      const home = dashboardOperation(load.now);
      const list = taskListOperation();
      await mustBeAlike(home, variants);
      if (!isQuick) await mustBeAlike(list, variants);
      const shape = await shapeOf({ ours, body: dashboard(load.now), dataDir: load.dataDir, adminUrl, peers });
      const operations = isQuick ? [home] : [home, list, taskChangeOperation(adminUrl)];
      return { shape, rows: await measure({ variants, operations, postmaster, plan, say }) };
    } finally {
      await peers.stop();
    }
  } finally {
    await product.stop();
  }
}

/** Atelier with its cache of answers, beside an answer of the same size that costs nothing but HTTP. */
export async function measureCached({ load, folder, plan, say }: GroupOptions, helloBytes: number): Promise<Row[]> {
  const product = await startProduct(load.dataDir, [], ENDLESS);
  try {
    const { peerUrl: databaseUrl, adminUrl, postmaster } = await runningPostgres(load.dataDir);
    const ours = await oursAt(product.url, 'ours, cached', { atelier: product.pid });
    const peers = await startPeers({ names: ['hello'], folder, databaseUrl, adminUrl, headers: peerHeaders(), helloBytes });
    try {
      const operations = [dashboardOperation(load.now)];
      return await measure({ variants: [ours, ...peers.variants], operations, postmaster, plan, say });
    } finally {
      await peers.stop();
    }
  } finally {
    await product.stop();
  }
}
