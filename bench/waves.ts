/**
 * What eight small reads of one request cost in processor time: `node bench/waves.ts`. It starts a PostgreSQL of its own, or uses
 * the one that TEST_POSTGRES_URL names (on this machine, as the superuser). Best of several interleaved rounds, per request.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDir } from '@atelier/all-in-one/data-dir';
import { startPostgres } from '@atelier/all-in-one/postgres/start-postgres';
import { createDatabase, type Session, statement } from '@atelier/service-kit/database';
import { uuidv7 } from '@atelier/service-kit/ids';
import { createLogger } from '@atelier/service-kit/log';
import { entries, LEDGER, testDatabase } from '@atelier/testing';
import { and, asc, eq, gte, sql } from 'drizzle-orm';
import pg from 'pg';

const STATEMENTS = 8;
const ROWS = 20;
const REQUESTS = 1_500;
const ROUNDS = 5;
// Linux counts a process's time in hundredths of a second.
const TICK_US = 10_000;

const text = `select "id", "title", "amount" from "ledger"."entries" where "studio_id" = $1 and "amount" >= $2 order by "title" limit ${ROWS}`;
const reads = Array.from({ length: STATEMENTS }, (_, index) =>
  statement(`bench.read${index}`, (db) =>
    db
      .select({ id: entries.id, title: entries.title, amount: entries.amount })
      .from(entries)
      .where(and(eq(entries.studioId, sql.placeholder('studio')), gte(entries.amount, sql.placeholder('from'))))
      .orderBy(asc(entries.title))
      .limit(ROWS),
  ),
);

const stop = process.env.TEST_POSTGRES_URL ? null : await start();
const store = await testDatabase([LEDGER]);
const studio = uuidv7();
await store.admin.query(
  `insert into ledger.entries select s, gen_random_uuid(), 'entry ' || n, n from generate_series(1, 200) n, unnest($1::uuid[]) s`,
  [[studio, uuidv7(), uuidv7()]],
);
await store.admin.query('vacuum analyze ledger.entries');

const url = store.url('ledger');
const database = createDatabase({
  url,
  schema: 'ledger',
  logger: createLogger({ service: 'bench' }),
  readConnections: 1,
  writeConnections: 1,
});
const [superuser, plain, pipelined] = await Promise.all(
  [{ connectionString: store.adminUrl }, { connectionString: url }, { connectionString: url, pipeline: true }].map(async (config) => {
    const client = new pg.Client(config);
    await client.connect();
    return client;
  }),
);
if (!superuser || !plain || !pipelined) throw new Error('no connection');

const read = (client: pg.Client, index: number) => client.query({ name: `read${index}`, text, values: [studio, 1] });
const scope = (client: pg.Client) =>
  client.query({ name: 'scope', text: `select set_config('app.studio', $1, true), set_config('app.user', '', true)`, values: [studio] });
const ofKit = (session: Session, read: (typeof reads)[number]) => session.run(read, { studio, from: 1 });
const each = Array.from({ length: STATEMENTS }, (_, index) => index);

const ways: Record<string, () => Promise<unknown>> = {
  'pg, no walls, one after the other': async () => {
    for (const index of each) await read(superuser, index);
  },
  'pg, walls, a transaction each, one after the other': async () => {
    for (const index of each) {
      await plain.query('begin');
      await scope(plain);
      await read(plain, index);
      await plain.query('commit');
    }
  },
  'pg, walls, one pipelined transaction, by hand': () =>
    Promise.all([pipelined.query('begin'), scope(pipelined), ...each.map((index) => read(pipelined, index)), pipelined.query('commit')]),
  'the kit, one wave': () => {
    const session = database.reads({ studioId: studio });
    return Promise.all(reads.map((one) => ofKit(session, one)));
  },
  'the kit, eight waves': async () => {
    const session = database.reads({ studioId: studio });
    for (const one of reads) await ofKit(session, one);
  },
  'the kit, one use case, one after the other': () =>
    database.transaction({ studioId: studio }, async (tx) => {
      for (const one of reads) await ofKit(tx, one);
    }),
};

/** Starts a PostgreSQL in a temporary folder. Resolves with what ends and removes it. */
async function start(): Promise<() => Promise<void>> {
  const dataDir = await openDataDir(await mkdtemp(join(tmpdir(), 'atelier-bench-')));
  const postgres = await startPostgres({ dataDir, superuserPassword: randomBytes(16).toString('hex'), fsync: false });
  process.env.TEST_POSTGRES_URL = postgres.superuserUrl;
  return async () => {
    await postgres.stop();
    await dataDir.release();
    await rm(dataDir.path, { recursive: true, force: true });
  };
}

/** Processor time of all backends of the database, in µs. */
async function serverTime(): Promise<number> {
  const { rows } = await store.admin.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [store.name],
  );
  let ticks = 0;
  for (const { pid } of rows) {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * TICK_US;
}

interface Cost {
  node: number;
  postgres: number;
  wall: number;
}
const best = new Map<string, Cost>();
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, way] of Object.entries(ways)) {
    const [server, cpu, start] = [await serverTime(), process.cpuUsage(), performance.now()];
    for (let request = 0; request < REQUESTS; request += 1) await way();
    const [wall, used] = [(performance.now() - start) * 1_000, process.cpuUsage(cpu)];
    const cost = {
      node: (used.user + used.system) / REQUESTS,
      postgres: ((await serverTime()) - server) / REQUESTS,
      wall: wall / REQUESTS,
    };
    const known = best.get(name);
    // The first round warms up.
    if (round > 0 && (known === undefined || cost.node + cost.postgres < known.node + known.postgres)) best.set(name, cost);
  }
}

console.log(`${STATEMENTS} statements of ${ROWS} rows, µs per request (Node | PostgreSQL | wall):`);
for (const [name, cost] of best) {
  console.log(`| ${name} | ${cost.node.toFixed(0)} | ${cost.postgres.toFixed(0)} | ${cost.wall.toFixed(0)} |`);
}
await Promise.all([superuser.end(), plain.end(), pipelined.end(), database.close()]);
await store.drop();
await stop?.();
