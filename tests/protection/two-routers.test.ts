import { createHash } from 'node:crypto';
import { fleetSettings } from '@atelier/router/protect';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { startWorld, type World } from '../support/world.ts';

/** Two installations with the same demo people: to their routers, one person is one person. */
let worlds: World[];
let redis: TestRedis;
let here: Person;
let there: Person;
beforeAll(async () => {
  redis = await startRedis();
  const protect = {
    buckets: { ...fleetSettings.buckets, user: { maximum: 5_000, restoreRate: 1 } },
    registered: { seconds: 60, quota: { maximum: 3, restoreRate: 1 } },
  };
  worlds = await Promise.all([1, 2].map(() => startWorld({ redisUrl: redis.url, protect })));
  const [one, two] = await Promise.all(worlds.map((world) => world.signIn('ingrid@northlight.example', 'northlight')));
  if (!one || !two) throw new Error('there are two worlds');
  [here, there] = [one, two];
}, 90_000);
afterAll(async () => {
  await Promise.all(worlds.map((world) => world.stop()));
  await redis.stop();
});

interface Answer {
  data?: unknown;
  errors?: { extensions: { code: string } }[];
  extensions?: { cost: { requested: number; actual: number; throttle: { available: number } } };
}
async function send(person: Person, body: Record<string, unknown>): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'x-atelier-cost': 'show' };
  const answer = await person.fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as Answer;
}
const spend = async (person: Person): Promise<number> => {
  const { extensions } = await send(person, { query: '{ projects(first: 100) { nodes { name stages { name } } } }' });
  return extensions?.cost.throttle.available ?? Number.NaN;
};

test('one bucket is drawn on at both', async () => {
  const before = await spend(here);
  const after = await spend(there);
  expect(after).toBeLessThan(before);
  expect(await spend(here)).toBeLessThan(after);
});

test('a document that was registered at one is known to the other, up to the quota over both', async () => {
  const asked = (name: string) => {
    const query = `query ${name} { viewer { kind } }`;
    return { query, extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } } };
  };
  const { query: _, ...hashOnly } = asked('Shared');
  expect((await send(there, hashOnly)).errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  expect((await send(here, asked('Shared'))).data).toEqual({ viewer: { kind: 'USER' } });
  await until(async () => (await send(there, hashOnly)).data !== undefined);

  for (const name of ['A', 'B', 'C', 'D', 'E']) expect((await send(here, asked(name))).data).toEqual({ viewer: { kind: 'USER' } });
  const known = await Promise.all(
    ['A', 'B', 'C', 'D', 'E'].map(async (name) => (await send(there, { extensions: asked(name).extensions })).data),
  );
  expect(known.filter(Boolean).length).toBeLessThan(5);
  const forged = { ...asked('A'), query: '{ viewer { kind member { role } } }' };
  expect((await send(here, forged)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('without Redis each counts for itself, and together again when it is back', async () => {
  await spend(here);
  await redis.kill();
  expect(await spend(here)).toBeGreaterThan(4_500);
  expect(await spend(there)).toBeGreaterThan(4_500);
  await redis.start();
  // Redis lost what it held; what is spent there is missing here as soon as both draw on one bucket.
  await until(async () => {
    const before = await spend(here);
    const own = before - (await spend(here));
    for (let count = 0; count < 3; count += 1) await spend(there);
    return before - (await spend(here)) > 3 * own;
  });
}, 60_000);
