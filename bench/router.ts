/**
 * What the dashboard costs here and with what people would use otherwise: `node bench/router.ts [--quick] [--artists <number>]
 * [--json <file>]`. Everything runs on one database with the load data, takes turns, and is counted from /proc.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { loadMemberId, loadStudioId } from '@atelier/service-kit/load';
import { Person } from '../tests/support/person.ts';
import { keptLoad } from './support/cache.ts';
import { runningPostgres } from './support/database.ts';
import { keep, machine } from './support/figures.ts';
import { measure, type Plan, type Row, type Variant } from './support/measure.ts';
import { dashboard, dashboardOperation, STUDIO, taskChangeOperation, taskListOperation } from './support/operations.ts';
import { installPeers } from './support/peers.ts';
import { startProduct } from './support/product.ts';
import { mustBeAlike } from './support/same.ts';
import { shapeOf } from './support/shape.ts';
import { type PeerName, startPeers } from './support/variants.ts';
import { viewerHeader } from './support/viewer.ts';

const QUICK: readonly PeerName[] = ['apolloGateway', 'singleSql'];
const ALL: readonly PeerName[] = ['apolloGateway', 'apolloMonolith', 'singleSql'];
const PLANS: Record<'quick' | 'full', Plan> = {
  quick: { rounds: 5, ms: 1_500, warmUpMs: 4_000, connections: 8 },
  full: { rounds: 9, ms: 2_000, warmUpMs: 6_000, connections: 8 },
};

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, artists: { type: 'string', default: '1000' }, json: { type: 'string' } },
});
const say = (line: string): void => console.error(line);
const plan = PLANS[values.quick ? 'quick' : 'full'];
const artists = Number(values.artists);

const [load, folder] = [await keptLoad(artists), await installPeers()];
const product = await startProduct(load.dataDir);
let found: { shape: Awaited<ReturnType<typeof shapeOf>>; rows: Row[] };
try {
  const postgres = await runningPostgres(load.dataDir);
  const ours = await oursOf(product.url, product.pid);
  const headers = viewerHeader({ studioId: loadStudioId(STUDIO), memberId: loadMemberId(STUDIO, 0) });
  const peers = await startPeers({ names: values.quick ? QUICK : ALL, folder, databaseUrl: postgres.peerUrl, headers });
  try {
    const variants = [ours, ...peers.variants];
    const speaks = (variant: string) => variant !== 'singleSql' && variant !== 'hello' && variant !== 'postgraphile';
    const home = dashboardOperation(load.now);
    const list = taskListOperation(speaks);
    await mustBeAlike(home, variants);
    await mustBeAlike(list, variants);
    const shape = await shapeOf({ ours, body: dashboard(load.now), dataDir: load.dataDir, adminUrl: postgres.adminUrl, peers });
    const operations = values.quick ? [home] : [home, list, taskChangeOperation(postgres.adminUrl, speaks)];
    found = { shape, rows: await measure({ variants, operations, postmaster: postgres.postmaster, plan, say }) };
  } finally {
    await peers.stop();
  }
} finally {
  await product.stop();
}

const costOf = (name: string): number | undefined =>
  found.rows.find(({ operation, variant }) => operation === 'dashboard' && variant === name)?.cpuMs;
const ratios = Object.fromEntries(
  (['apolloGateway', 'hiveRust', 'apolloMonolith', 'postgraphile', 'singleSql'] as const).flatMap((name) => {
    const [peer, own] = [costOf(name), costOf('ours')];
    return peer === undefined || own === undefined ? [] : [[name, Number((peer / own).toFixed(2))]];
  }),
);

const { shape } = found;
console.log(
  `The dashboard: ${shape.subgraphs} subgraphs, ${shape.root} root fetches, ${shape.entities} entity fetches, ${shape.statements} SQL statements of ours (and ${shape.envelopes} of begin, setting and commit), ${shape.bytes.toLocaleString('en')} bytes`,
);
console.log(
  '| what | variant | CPU-ms | of it PostgreSQL | processes | requests/s | median wait |\n| --- | --- | --- | --- | --- | --- | --- |',
);
for (const row of found.rows) {
  const processes = Object.entries(row.processMs).map(([name, ms]) => `${name} ${ms.toFixed(2)}`);
  console.log(
    `| ${row.operation} | ${row.variant} | ${row.cpuMs.toFixed(2)} | ${row.postgresMs.toFixed(2)} | ${processes.join(', ')} | ${row.requestsPerSecond} | ${row.medianMs.toFixed(1)} ms |`,
  );
}
console.log(`\nCPU of a dashboard over ours: ${JSON.stringify(ratios)}`);
const result = { artists, rows: found.rows, ratios, shape, plan };
if (values.json)
  await writeFile(resolve(process.env.INIT_CWD ?? '.', values.json), `${JSON.stringify({ machine: machine(), ...result }, null, 2)}\n`);
if (!values.quick) await keep(artists === 1_000 ? 'router' : `router-${artists}`, result);

/** The product, asked by the studio's owner with the cookie of a real session. */
async function oursOf(url: string, pid: number): Promise<Variant> {
  const person = new Person(url, `load-${STUDIO}`);
  const answer = await person.post('/auth/sign-in/email', { email: `owner-${STUDIO}@load.example`, password: DEMO_PASSWORD });
  if (answer.status !== 200) throw new Error(`Signing in: ${answer.status} ${await answer.text()}`);
  const cookie = person.credentials().cookieHeader ?? '';
  return {
    name: 'ours',
    url: `${url}/graphql`,
    headers: { origin: url, cookie, 'x-atelier-studio': `load-${STUDIO}` },
    processes: { atelier: pid },
  };
}
