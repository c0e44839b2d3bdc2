import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Variant } from './measure.ts';
import { dataOf } from './same.ts';
import type { Peers } from './variants.ts';

/** What answering the dashboard once takes. */
export interface Shape {
  /** Fetches that the plain gateway made: of roots and of entities. What the plan holds and no entity needs is not fetched. */
  root: number;
  entities: number;
  subgraphs: number;
  /** Statements that ours sent, and those beside them: begin, commit and the setting of row-level security. */
  statements: number;
  envelopes: number;
  bytes: number;
}

/** Answers the dashboard once and looks at what that took: fetches at the plain gateway, statements in PostgreSQL's own log. */
export async function shapeOf(options: { ours: Variant; body: string; dataDir: string; adminUrl: string; peers: Peers }): Promise<Shape> {
  const { ours, body, peers } = options;
  const gateway = peers.variants.find(({ name }) => name === 'apolloGateway');
  if (!gateway) throw new Error('The shape is counted at the plain gateway.');
  const before = await peers.fetches();
  await dataOf(gateway, 0, body);
  const after = await peers.fetches();
  const { bytes } = await dataOf(ours, 0, body);
  const counts: { statements: number; envelopes: number }[] = [];
  // The least of a few: jobs and the like also send statements now and then.
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const log = await logged(options.dataDir, options.adminUrl, async () => void (await dataOf(ours, 0, body)));
    const all = log.filter((line) => /LOG: .*(?:execute|statement)/.test(line) && !/graphile_worker|pg_reload_conf/.test(line));
    const envelopes = all.filter((line) => /(?:execute|statement)[^:]*: *(?:begin|commit|select set_config)/i.test(line)).length;
    counts.push({ statements: all.length - envelopes, envelopes });
  }
  const [least] = counts.sort((a, b) => a.statements - b.statements);
  return {
    root: after.root - before.root,
    entities: after.entities - before.entities,
    subgraphs: Object.keys(gateway.processes).length - 1,
    statements: least?.statements ?? 0,
    envelopes: least?.envelopes ?? 0,
    bytes,
  };
}

/** The lines of PostgreSQL's log, every statement among them, while something is done. */
async function logged(dataDir: string, adminUrl: string, work: () => Promise<void>): Promise<string[]> {
  const file = join(dataDir, 'postgres.log');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const set = async (value: string) => {
    await client.query(`alter system ${value}`);
    await client.query('select pg_reload_conf()');
    // Other processes read the setting when they next have nothing to do.
    await sleep(200);
  };
  try {
    await set(`set log_min_duration_statement = '0'`);
    const { size } = await stat(file);
    await work();
    await sleep(200);
    const text = (await readFile(file)).subarray(size).toString();
    return text.split('\n');
  } finally {
    await set('reset log_min_duration_statement');
    await client.end();
  }
}
