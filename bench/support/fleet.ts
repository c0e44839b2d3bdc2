import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDataDir } from '@atelier/all-in-one/data-dir';
import { findFreePort } from '@atelier/all-in-one/ports';
import { startPostgres } from '@atelier/all-in-one/postgres/start-postgres';
import { readSecrets } from '@atelier/all-in-one/secrets';
import { migrate, schemaNames, schemaUrl, subgraphNames } from '@atelier/all-in-one/stack';
import { type GroupOptions, oursAt, peerHeaders } from './all-in-one.ts';
import { runningPostgres } from './database.ts';
import { measure, type Row } from './measure.ts';
import { dashboardOperation } from './operations.ts';
import { end } from './peers.ts';
import { UNCACHED } from './product.ts';
import { mustBeAlike } from './same.ts';
import { startPeers } from './variants.ts';

const CHECKOUT = resolve(import.meta.dirname, '../..');
const START_MS = 60_000;

interface Fleet {
  url: string;
  processes: Record<string, number>;
  stop(): Promise<void>;
}

/** Atelier as a fleet, a process a service and a Redis, and gateways over the same number of processes. */
export async function measureFleet({ load, folder, peers: names, plan, say }: GroupOptions): Promise<Row[]> {
  const dataDir = await openDataDir(load.dataDir);
  const secrets = await readSecrets(dataDir, await schemaNames(CHECKOUT), process.env);
  const postgres = await startPostgres({ dataDir, superuserPassword: secrets.postgresPassword });
  try {
    await migrate(CHECKOUT, postgres.superuserUrl, secrets, () => undefined);
    const running = await runningPostgres(load.dataDir);
    const fleet = await startFleet((schema) => schemaUrl(postgres.superuserUrl, secrets, schema));
    try {
      const ours = await oursAt(fleet.url, 'ours', fleet.processes);
      const peers = await startPeers({
        names,
        folder,
        databaseUrl: running.peerUrl,
        adminUrl: running.adminUrl,
        headers: peerHeaders(),
      });
      try {
        const variants = [ours, ...peers.variants];
        const home = dashboardOperation(load.now);
        await mustBeAlike(home, variants);
        return await measure({ variants, operations: [home], postmaster: running.postmaster, plan, say });
      } finally {
        await peers.stop();
      }
    } finally {
      await fleet.stop();
    }
  } finally {
    await postgres.stop();
    await dataDir.release();
  }
}

/** Starts every service as its container does, with keys of this run. */
async function startFleet(databaseUrl: (schema: string) => string): Promise<Fleet> {
  const folder = await mkdtemp(join(tmpdir(), 'atelier-bench-'));
  const children = new Map<string, ChildProcess>();
  const stop = async () => {
    const { redis, ...services } = Object.fromEntries(children);
    await Promise.all(Object.values(services).map(end));
    // Last: the services speak to it until they end.
    if (redis) await end(redis);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const redisPort = await findFreePort('127.0.0.1');
    const args = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
    children.set('redis', spawn('redis-server', args, { stdio: 'ignore' }));
    const ports = new Map<string, number>();
    for (const name of [...(await subgraphNames(CHECKOUT)), 'router']) ports.set(name, await findFreePort('127.0.0.1'));
    const keys = generateKeyPairSync('ed25519');
    const url = `http://localhost:${ports.get('router')}`;
    const common = {
      PATH: process.env.PATH ?? '',
      ...UNCACHED,
      // Documents come as text here, as integrators send them.
      TRUSTED_DOCUMENTS: 'preferred',
      LOG_LEVEL: 'warn',
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
      PUBLIC_URL: url,
      ATELIER_VIEWER_PRIVATE_KEY: JSON.stringify(keys.privateKey.export({ format: 'jwk' })),
      ATELIER_VIEWER_PUBLIC_KEY: JSON.stringify(keys.publicKey.export({ format: 'jwk' })),
      ATELIER_INSTALLATION_ID: randomBytes(4).toString('hex'),
      BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
      SERVICE_URLS: JSON.stringify(Object.fromEntries([...ports].map(([name, port]) => [name, `http://127.0.0.1:${port}`]))),
      MAIL_SECRET: randomBytes(32).toString('base64url'),
      MAIL_FROM: 'studio@atelier.example',
      SENDGRID_API_KEY: 'SG.never-used-by-the-bench',
      ATELIER_MEDIA_DIR: folder,
      ATELIER_EXPORTS_DIR: folder,
      ACCOUNTS_AUTH_DATABASE_URL: databaseUrl('auth'),
    };
    for (const [name, port] of ports) {
      const isRouter = name === 'router';
      const entry = join(CHECKOUT, isRouter ? 'router' : join('subgraphs', name), 'src', 'main.ts');
      const env = { ...common, PORT: String(port), ...(isRouter ? {} : { DATABASE_URL: databaseUrl(name) }) };
      children.set(name, spawn(process.execPath, [entry], { cwd: CHECKOUT, env, stdio: ['ignore', 'ignore', 'inherit'] }));
    }
    await Promise.all([...ports].map(([name, port]) => answering(name, port, children.get(name))));
    return { url, processes: Object.fromEntries([...children].map(([name, { pid }]) => [name, pid ?? 0])), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answering(name: string, port: number, child: ChildProcess | undefined): Promise<void> {
  const until = performance.now() + START_MS;
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child === undefined || child.exitCode !== null) throw new Error(`${name} ended with ${child?.exitCode}.`);
    if (performance.now() > until) throw new Error(`${name} is not ready after ${START_MS / 1_000} s.`);
    await sleep(100);
  }
}
