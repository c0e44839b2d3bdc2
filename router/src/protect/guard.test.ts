import { anonymous, type Viewer } from '@atelier/service-kit/viewer';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, GraphQLError, parse } from 'graphql';
import { readAccess } from './access.ts';
import { createMemoryBuckets } from './buckets.ts';
import { type Asker, bucketName, createOperationGuard } from './guard.ts';
import { readPrices } from './prices.ts';
import { fleetSettings, type ProtectSettings } from './settings.ts';
import { fragmentsOf, operationOf } from './testing/documents.ts';

const sdl = `
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean) on FIELD_DEFINITION
  directive @access(action: String!, roles: [String!], scope: String) on FIELD_DEFINITION
  scalar JSON
  type Query { things(first: Int = 10, like: JSON): [Thing!]! @listSize(slicingArguments: ["first"]) }
  type Thing { id: ID! things(first: Int = 10): [Thing!]! @listSize(slicingArguments: ["first"]) }
  type Mutation { make: Thing @access(action: "thing.make", roles: ["owner"], scope: "things:write") }`;
const contract = { schema: buildSchema(sdl), access: readAccess(parse(sdl)), prices: readPrices(parse(sdl)) };
const settings: ProtectSettings = {
  ...fleetSettings,
  maximumCost: 500,
  buckets: { ...fleetSettings.buckets, apiKey: { maximum: 1_000, restoreRate: 100 } },
};
const studio = { id: 's', memberId: 'm', role: 'owner' } as const;
const key = (keyId: string): Viewer => ({ kind: 'apiKey', keyId, userId: 'u', scopes: [], studio });
const asker = (viewer: Viewer, showsCost = false): Asker => ({ viewer, address: '192.0.2.7', showsCost, asksForOpen: false });
const prepared = (text: string) => ({ operation: operationOf(parse(text)), fragments: fragmentsOf(parse(text)) });

let time = 0;
const aGuard = () => createOperationGuard({ settings, buckets: createMemoryBuckets(() => time), now: () => time });
type Guard = ReturnType<typeof aGuard>;
const admit = async (guard: Guard, text: string, who: Asker, variables = {}) => guard.admit(contract, prepared(text), variables, who);
async function refusal(run: () => unknown) {
  try {
    await run();
  } catch (error) {
    if (error instanceof GraphQLError) {
      const http = error.extensions.http as { status: number; headers?: Map<string, string> };
      return { code: error.extensions.code, status: http.status, message: error.message, headers: Object.fromEntries(http.headers ?? []) };
    }
    throw error;
  }
  return null;
}

describe('an operation that may run', () => {
  test('is charged what it asks for, and gets back what it did not need', async () => {
    const guard = aGuard();
    const charged = await admit(guard, '{ things(first: 100) { id } }', asker(key('1')));
    expect(charged.requested).toBe(100);
    expect(charged.settle(30)).toEqual({
      headers: {
        'x-cost-requested': '100',
        'x-cost-actual': '30',
        'ratelimit-policy': '"points";q=1000;w=10',
        ratelimit: '"points";r=970;t=1',
      },
      extensions: { cost: { requested: 100, actual: 30, throttle: { maximum: 1_000, available: 970, restoreRate: 100 } } },
    });
    expect((await admit(guard, '{ things { id } }', asker(key('1')))).settle(null).extensions?.cost.throttle.available).toBe(960);
  });

  test('tells its cost to programs always, to people when they ask', async () => {
    const person: Viewer = { kind: 'user', userId: 'u', sessionId: 's', studio };
    const guard = aGuard();
    expect((await admit(guard, '{ things { id } }', asker(person))).settle(1).extensions).toBeUndefined();
    expect((await admit(guard, '{ things { id } }', asker(person, true))).settle(1).extensions?.cost.requested).toBe(10);
  });
});

test('a document of our own pages may cost more: the limit is taken before it runs, the rest when it is known', async () => {
  const guard = aGuard();
  const charged = await guard.admit(contract, prepared('{ things(first: 700) { id } }'), {}, asker(key('1')), true);
  expect(charged.requested).toBe(500);
  expect(charged.settle(700).extensions?.cost).toMatchObject({ actual: 700, throttle: { available: 300 } });
});

describe('an operation is refused', () => {
  test('when it costs more than any may, without touching the bucket', async () => {
    const guard = aGuard();
    const nested = '{ things(first: 100) { things(first: 100) { things(first: 100) { id } } } }';
    expect(await refusal(() => admit(guard, nested, asker(key('1'))))).toMatchObject({
      code: 'COST_LIMITED',
      status: 400,
      message: expect.stringContaining('costs 1010100 points; at most 500 are taken'),
    });
    expect((await admit(guard, '{ things(first: 0) { id } }', asker(key('1')))).settle(0).extensions?.cost.throttle.available).toBe(1_000);
  });

  test('when the bucket is empty, with the time to wait; then it runs', async () => {
    const guard = aGuard();
    const dear = '{ things(first: 400) { id } }';
    for (const _ of [1, 2]) (await admit(guard, dear, asker(key('1')))).settle(null);
    expect(await refusal(() => admit(guard, dear, asker(key('1'))))).toEqual({
      code: 'RATE_LIMITED',
      status: 429,
      message: 'You have 200 of 1000 points left, and this costs 400. Try again in 2 s; 100 points come back each second.',
      headers: { 'retry-after': '2', 'ratelimit-policy': '"points";q=1000;w=10', ratelimit: '"points";r=200;t=8' },
    });
    expect(await refusal(() => admit(guard, dear, asker(key('2'))))).toBeNull();
    time += 2_000;
    expect(await refusal(() => admit(guard, dear, asker(key('1'))))).toBeNull();
  });

  test('when its asker may not, before anything is charged', async () => {
    const guard = aGuard();
    expect(await refusal(() => admit(guard, 'mutation { make { id } }', asker(key('1'))))).toMatchObject({
      code: 'FORBIDDEN',
      status: 403,
    });
    expect(await refusal(() => admit(guard, 'mutation { make { id } }', asker(anonymous)))).toMatchObject({
      code: 'UNAUTHENTICATED',
      status: 401,
    });
  });

  test('when its variables are nested without end', async () => {
    const like = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    const query = 'query ($like: JSON) { things(like: $like) { id } }';
    expect(await refusal(() => admit(aGuard(), query, asker(key('1')), { like }))).toMatchObject({ code: 'BAD_USER_INPUT', status: 400 });
  });
});

test('requests that cannot be run cost something, and who is in debt has nothing new read', async () => {
  const guard = aGuard();
  expect(await refusal(() => guard.mayRead(asker(key('1')), () => false))).toBeNull();
  for (let count = 0; count <= 1_000 / settings.faultCost; count += 1) guard.blame(asker(key('1')));
  expect(await refusal(() => guard.mayRead(asker(key('1')), () => false))).toMatchObject({
    code: 'RATE_LIMITED',
    headers: { 'retry-after': '1' },
  });
  expect(await refusal(() => guard.mayRead(asker(key('1')), () => true))).toBeNull();
  time += 1_000;
  expect(await refusal(() => guard.mayRead(asker(key('1')), () => false))).toBeNull();
});

test('a bucket is a person’s, a key’s or a contact’s; of strangers, an address’, and of IPv6 a network’s', () => {
  const of = (viewer: Viewer, address: string | null) => bucketName({ viewer, address });
  expect(of({ kind: 'user', userId: 'u', sessionId: 's', studio: null }, '::1')).toBe('user:u');
  expect(of(key('k'), '::1')).toBe('apiKey:k');
  expect(of({ kind: 'contact', contactId: 'c', sessionId: 's', studioId: 's' }, null)).toBe('contact:c');
  expect(of(anonymous, '::ffff:192.0.2.7')).toBe('anonymous:192.0.2.7');
  expect(of(anonymous, '2001:db8::1')).toBe('anonymous:2001:db8:0:0');
  expect(of(anonymous, '2001:0db8:0:0:ffff::')).toBe('anonymous:2001:db8:0:0');
  expect(of(anonymous, '::1')).toBe('anonymous:0:0:0:0');
  expect(of(anonymous, null)).toBe('anonymous:unknown');
});
