import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { findFreePort } from '@atelier/all-in-one/ports';
import { seedDemo } from '@atelier/all-in-one/seed';
import { subgraphNames } from '@atelier/all-in-one/stack';
import { type TestDatabase, testDatabase } from '@atelier/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Person } from '../support/person.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { CHECKOUT, DEMO_NOW } from '../support/world.ts';

let db: TestDatabase;
let redis: TestRedis;
let folder = '';
let routerUrl = '';
const addresses = new Map<string, string>();
const processes: ChildProcess[] = [];

/** Starts a service as its container does, and waits until it answers. */
async function startService(entry: string, port: number, env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(CHECKOUT, entry)], {
    env: { PATH: process.env.PATH ?? '', PORT: String(port), LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  processes.push(child);
  const isAlive = () =>
    fetch(`http://127.0.0.1:${port}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isAlive())) {
    if (child.exitCode !== null) throw new Error(`${entry} ended with ${child.exitCode}.`);
    await setTimeout(50);
  }
}

beforeAll(async () => {
  [db, redis, folder] = await Promise.all([testDatabase(), startRedis(), mkdtemp(join(tmpdir(), 'atelier-fleet-'))]);
  await seedDemo({ checkout: CHECKOUT, adminUrl: db.adminUrl, dataDir: folder, now: DEMO_NOW });
  const keys = generateKeyPairSync('ed25519');
  const names = await subgraphNames(CHECKOUT);
  for (const name of names) addresses.set(name, `http://127.0.0.1:${await findFreePort('127.0.0.1')}`);
  const port = await findFreePort('127.0.0.1');
  routerUrl = `http://localhost:${port}`;
  const common = {
    REDIS_URL: redis.url,
    PUBLIC_URL: routerUrl,
    ATELIER_VIEWER_PRIVATE_KEY: JSON.stringify(keys.privateKey.export({ format: 'jwk' })),
    ATELIER_VIEWER_PUBLIC_KEY: JSON.stringify(keys.publicKey.export({ format: 'jwk' })),
    ATELIER_INSTALLATION_ID: randomBytes(4).toString('hex'),
    BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
    SERVICE_URLS: JSON.stringify(Object.fromEntries(addresses)),
    MAIL_SECRET: randomBytes(32).toString('base64url'),
    MAIL_FROM: 'studio@atelier.example',
    SENDGRID_API_KEY: 'SG.never-used-in-this-test',
    ATELIER_MEDIA_DIR: folder,
    ACCOUNTS_AUTH_DATABASE_URL: db.url('auth'),
  };
  await Promise.all(
    names.map((name) =>
      startService(`subgraphs/${name}/src/main.ts`, Number(new URL(addresses.get(name) ?? '').port), {
        ...common,
        DATABASE_URL: db.url(name),
      }),
    ),
  );
  await startService('router/src/main.ts', port, common);
}, 90_000);

afterAll(async () => {
  for (const child of processes) {
    if (child.exitCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  await redis.stop();
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

async function signIn(email: string, studio: string): Promise<Person> {
  const person = new Person(routerUrl, studio);
  const answer = await person.post('/auth/sign-in/email', { email, password: DEMO_PASSWORD });
  expect(answer.status).toBe(200);
  return person;
}

test('every service is a process of its own, and one query reads from all of them', async () => {
  const ingrid = await signIn('ingrid@northlight.example', 'northlight');
  const answer = await ingrid.ask(`{ viewer { user { name } studio { name } } unreadNotificationCount
    projects(first: 3) { nodes { name client { name } tasks(first: 3) { nodes { title assignee { ... on Member { name } ... on Contact { name } } } } } } }`);
  expect(answer.codes).toEqual([]);
  expect(answer.data).toMatchObject({ viewer: { user: { name: 'Ingrid Solberg' }, studio: { name: 'Northlight' } } });
  expect(answer.body).toMatch(/"client":\{"name":/);
});

test('a change made through one service reaches a socket at the router', async () => {
  const [ingrid, kenji] = await Promise.all([
    signIn('ingrid@northlight.example', 'northlight'),
    signIn('kenji@northlight.example', 'northlight'),
  ]);
  const { projects } = await ingrid.get<{ projects: { nodes: { id: string; liveVersion: number; tasks: { nodes: { id: string }[] } }[] } }>(
    '{ projects(first: 1) { nodes { id liveVersion tasks(first: 1) { nodes { id } } } } }',
  );
  const project = projects.nodes[0];
  const socket = kenji.socket();
  try {
    const stream = socket.iterate({
      query: `subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) { ... on Changed { node { ... on Task { title status } } } } }`,
      variables: { id: project?.id, after: project?.liveVersion },
    });
    const first = stream.next();
    const task = project?.tasks.nodes[0]?.id;
    await ingrid.get('mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { __typename } }', {
      input: { id: task, done: false },
    });
    await ingrid.get('mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { __typename } }', { input: { id: task } });
    expect((await first).value).toMatchObject({ data: { projectChanged: { node: { title: expect.any(String) } } } });
  } finally {
    await socket.dispose();
  }
});

test('a subgraph refuses what the router did not sign', async () => {
  for (const [, address] of addresses) {
    for (const viewer of [undefined, 'forged', 'eyJhbGciOiJub25lIn0.eyJ2aWV3ZXIiOnsia2luZCI6InNlcnZpY2UifX0.']) {
      const answer = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(viewer ? { 'x-atelier-viewer': viewer } : {}) },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    const internal = await fetch(`${address}/internal/events`, { method: 'POST', body: '{}' });
    expect(internal.status).toBe(401);
  }
});
