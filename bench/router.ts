/**
 * What the dashboard costs here and with what people would use in its place: `node bench/router.ts [--quick] [--artists <number>]
 * [--json <file>]`. Everything runs over one database with the load data, takes turns, and is counted from /proc.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type GroupOptions, measureAllInOne, measureCached } from './support/all-in-one.ts';
import { keptLoad } from './support/cache.ts';
import { keep, machine } from './support/figures.ts';
import { measureFleet } from './support/fleet.ts';
import type { Plan, Row } from './support/measure.ts';
import { installPeers } from './support/peers.ts';
import type { PeerName } from './support/variants.ts';

const COMPARED = ['apolloGateway', 'hiveRust', 'apolloMonolith', 'postgraphile', 'singleSql'] as const;
const QUICK: readonly PeerName[] = ['apolloGateway', 'singleSql'];

const FLEET: readonly PeerName[] = ['apolloGateway', 'hiveRust'];

const PLANS: Record<'quick' | 'full', Plan> = {
  quick: { rounds: 5, ms: 1_200, warmUpMs: 5_000, warmUpRequests: 800 },
  full: { rounds: 5, ms: 1_500, warmUpMs: 8_000, warmUpRequests: 1_500 },
};

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    artists: { type: 'string', default: '1000' },
    json: { type: 'string' },
  },
});
const isQuick = values.quick;
const plan = PLANS[isQuick ? 'quick' : 'full'];
const artists = Number(values.artists);
const say = (line: string): void => console.error(line);

say('Load data and peers ...');
const load = await keptLoad(artists);
const common: Omit<GroupOptions, 'peers'> = { load, folder: await installPeers(), plan, isQuick, say };
const { shape, rows } = await measureAllInOne({ ...common, peers: isQuick ? QUICK : COMPARED });
const ratios = ratiosOf(rows);
console.log(
  `The dashboard: ${shape.subgraphs} subgraphs, ${shape.root} root fetches, ${shape.entities} entity fetches, ${shape.statements} SQL statements of ours (and ${shape.envelopes} of begin, setting and commit), ${shape.bytes.toLocaleString('en')} bytes`,
);
show('All in one', rows);
console.log(`CPU of a dashboard over ours: ${JSON.stringify(ratios)}`);

const cached = isQuick ? [] : await measureCached({ ...common, peers: [] }, shape.bytes);
if (!isQuick) show('With the cache of answers', cached);

const fleet = isQuick ? [] : await measureFleet({ ...common, peers: FLEET });
const fleetRatios = ratiosOf(fleet);
if (!isQuick) {
  show('Fleet', fleet);
  console.log(`CPU of a dashboard over ours, fleet: ${JSON.stringify(fleetRatios)}`);
}

const found = { artists, shape, plan, ratios, fleetRatios, rows, cached, fleet };
if (values.json) {
  const file = resolve(process.env.INIT_CWD ?? '.', values.json);
  await writeFile(file, `${JSON.stringify({ measuredAt: new Date().toISOString(), machine: machine(), ...found }, null, 2)}\n`);
}
if (!isQuick) await keep(artists === 1_000 ? 'router' : `router-${artists}`, found);

/** Each peer's CPU a dashboard over ours. */
function ratiosOf(all: readonly Row[]): Partial<Record<(typeof COMPARED)[number], number>> {
  const costOf = (name: string) => all.find(({ operation, variant }) => operation === 'dashboard' && variant === name)?.cpuMs;
  const own = costOf('ours') ?? Number.NaN;
  return Object.fromEntries(
    COMPARED.flatMap((name) => {
      const peer = costOf(name);
      return peer === undefined ? [] : [[name, Number((peer / own).toFixed(2))]];
    }),
  );
}

function show(title: string, all: readonly Row[]): void {
  console.log(`\n${title}, median of ${plan.rounds} rounds of ${plan.ms / 1_000} s:`);
  console.log(
    '| what | variant | CPU-ms | PostgreSQL | processes | requests/s | wait | failed |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
  );
  for (const row of all) {
    const processes = Object.entries(row.processMs).map(([name, ms]) => `${name} ${ms.toFixed(2)}`);
    const cells = [
      row.operation,
      row.variant,
      row.cpuMs.toFixed(2),
      row.postgresMs.toFixed(2),
      processes.join(', '),
      row.requestsPerSecond,
      `${row.medianMs.toFixed(1)} ms`,
      row.failed,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
