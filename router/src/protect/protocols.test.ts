import { uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { post } from '../testing/clients.ts';
import { openRaw } from '../testing/raw.ts';
import { createWorld, member, type World } from '../testing/world.ts';
import { hashOf } from './documents.ts';
import { fleetSettings } from './settings.ts';

let world: World;
afterEach(() => world.stop());

interface Shown {
  /** HTTP only. */
  status?: number;
  headers?: Record<string, string>;
  data?: Record<string, unknown> | null;
  codes: unknown[];
  messages: string[];
  retryAfterSeconds?: unknown;
  extensions?: Record<string, unknown>;
}
type Answered = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
};

const shown = ({ data, errors = [], extensions }: Answered): Shown => ({
  data,
  extensions,
  codes: errors.map((error) => error.extensions.code),
  messages: errors.map(({ message }) => message),
  retryAfterSeconds: errors[0]?.extensions.retryAfterSeconds,
});

/** Asks over one of the protocols as whoever the cookie shows. */
const protocols = {
  async http(cookie: string, query: string, variables = {}): Promise<Shown> {
    const { status, headers, body } = await post(world, { query, variables }, { cookie });
    return { ...shown(body as Answered), status, headers: Object.fromEntries(headers) };
  },
  async socket(cookie: string, query: string, variables = {}): Promise<Shown> {
    const raw = await openRaw(world, cookie);
    raw.send({ type: 'connection_init' });
    await raw.next();
    raw.send({ id: '1', type: 'subscribe', payload: { query, variables } });
    const { type, payload } = await raw.next();
    // The socket outlives what was refused on it.
    await raw.settled();
    await raw.close();
    return shown(type === 'error' ? { errors: payload as NonNullable<Answered['errors']> } : (payload as Answered));
  },
  async events(cookie: string, query: string, variables = {}): Promise<Shown> {
    const headers = { accept: 'text/event-stream', 'content-type': 'application/json', cookie };
    const answer = await fetch(`${world.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const text = await answer.text();
    const body = answer.headers.get('content-type')?.startsWith('text/event-stream') ? /^data: (.+)$/m.exec(text)?.[1] : text;
    return shown(JSON.parse(body ?? '{}') as Answered);
  },
};
const every = Object.entries(protocols);

const apiKey = (studioId: string, scopes: string[] = []): Viewer => ({
  kind: 'apiKey',
  keyId: uuidv7(),
  userId: uuidv7(),
  scopes,
  studio: { id: studioId, memberId: uuidv7(), role: 'owner' },
});

async function start(options: Parameters<typeof createWorld>[0] = {}): Promise<void> {
  world = await createWorld(options);
  const { ink } = world.studios;
  const people: Record<string, Viewer> = {
    owner: member(ink, 'owner'),
    guest: member(ink, 'guest'),
    contact: { kind: 'contact', contactId: uuidv7(), sessionId: uuidv7(), studioId: ink },
    key: apiKey(ink),
    reader: apiKey(ink, ['ledger:read']),
  };
  for (const [cookie, viewer] of Object.entries(people)) world.signIn(cookie, () => viewer);
  for (let count = 0; count < 3; count += 1) world.add('Project', 'ink', { name: `Poster ${count}`, note: null });
}
const chain = (levels: number) => `{ projects { ${'parent { '.repeat(levels - 2)} id ${'} '.repeat(levels - 1)} }`;

describe.each(every)('over %s', (_name, ask) => {
  test('a flood of aliases of one mutation is refused before anything runs', async () => {
    await start();
    const flood = Array.from({ length: 1_000 }, (_, index) => `a${index}: closeLedger { id }`).join(' ');
    const { codes, messages } = await ask('owner', `mutation { ${flood} }`);
    expect(codes[0]).toBe('BAD_USER_INPUT');
    expect(messages[0]).toContain('words and marks; at most 5000');
    const shorter = await ask('owner', `mutation { ${flood.slice(0, flood.indexOf('a100:'))} }`);
    expect(shorter.messages[0]).toContain('100 fields at the root; at most 20');
    expect(world.asked.projects).toBeUndefined();
  });

  test('depth is counted through fragments, a fragment called __schema included', async () => {
    await start();
    const deep = `{ ...__schema } fragment __schema on Query ${chain(16)}`;
    expect((await ask('owner', deep)).messages[0]).toContain('16 levels of fields; at most 15');
    expect((await ask('owner', chain(15))).codes).toEqual([]);
    const parsed = await ask('owner', `{ projects { id ${'{'.repeat(3_000)} } }`);
    expect(parsed.messages[0]).toContain('levels of braces');
  });

  test('pages within pages are refused by their cost, whatever the variables say', async () => {
    await start();
    const nested = 'query ($n: Int) { page(first: $n) { page(first: $n) { page(first: $n) { page(first: $n) { id } } } } }';
    const { codes, messages } = await ask('key', nested, { n: 100 });
    expect(codes).toEqual(['COST_LIMITED']);
    expect(messages[0]).toContain('costs 101010100 points; at most 2000');
    expect((await ask('key', nested, { n: 2_147_483_647 })).codes).toEqual(['COST_LIMITED']);
    expect(world.asked.projects).toBeUndefined();
    expect((await ask('key', nested, { n: -1 })).codes).toEqual([]);
  });

  test('an empty bucket says how long to wait, and fills again', async () => {
    const buckets = { ...fleetSettings.buckets, apiKey: { maximum: 8, restoreRate: 1 } };
    await start({ protect: { buckets } });
    const page = '{ page(first: 5) { id } }';
    const first = await ask('key', page);
    expect(first.extensions).toEqual({ cost: { requested: 5, actual: 3, throttle: { maximum: 8, available: 5, restoreRate: 1 } } });
    expect(first.headers ?? {}).toMatchObject(first.status ? { 'x-cost-requested': '5', 'x-cost-actual': '3' } : {});
    let refused = await ask('key', page);
    while (refused.codes.length === 0) refused = await ask('key', page);
    expect(refused.codes).toEqual(['RATE_LIMITED']);
    expect(refused.retryAfterSeconds).toBeGreaterThanOrEqual(1);
    if (refused.status !== undefined) {
      expect([refused.status, refused.headers?.['retry-after']]).toEqual([429, String(refused.retryAfterSeconds)]);
    }
    // Another key has a bucket of its own; this one's fills again.
    expect((await ask('reader', page)).codes).toEqual([]);
    let again = refused;
    while (again.codes.length > 0) again = await ask('key', page);
    expect(again.data).toMatchObject({ page: [{}, {}, {}] });
  });

  test('what a role, a contact or a key may not is refused before a subgraph is asked', async () => {
    await start();
    for (const [who, query] of [
      ['guest', '{ ledger { id } }'],
      ['contact', '{ ledger { id } }'],
      ['key', '{ ledger { id } }'],
      ['guest', 'mutation { closeLedger { id } }'],
      ['reader', 'mutation { closeLedger { id } }'],
    ] as const) {
      const { codes, data, status } = await ask(who, query);
      expect([who, codes, data]).toEqual([who, ['FORBIDDEN'], undefined]);
      if (status !== undefined) expect(status).toBe(403);
    }
    expect(world.asked.projects).toBeUndefined();
    expect((await ask('reader', '{ ledger { id } }')).data).toEqual({ ledger: [] });
    expect((await ask('guest', '{ ledger { id } viewerKind }')).data).toMatchObject({ viewerKind: 'user' });
  });

  test('whoever sends nothing but faults has nothing more read for a while', async () => {
    const buckets = { ...fleetSettings.buckets, user: { maximum: 20, restoreRate: 1 } };
    await start({ protect: { buckets, faultCost: 10 } });
    const codes: unknown[] = [];
    for (let count = 0; count < 4; count += 1) codes.push(...(await ask('owner', `{ nothing${count} }`)).codes);
    expect(codes).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'RATE_LIMITED']);
  });

  test('whoever comes with a cookie runs documents of our own pages only, where that is required', async () => {
    const own = '{ viewerKind }';
    await start({ protect: { trustedDocuments: 'required' }, trustedDocuments: { [hashOf(own)]: own } });
    expect((await ask('owner', own)).data).toEqual({ viewerKind: 'user' });
    expect((await ask('owner', '{ viewerKind studioName }')).codes).toEqual(['FORBIDDEN']);
    expect((await ask('contact', '{ viewerKind studioName }')).codes).toEqual(['FORBIDDEN']);
    expect((await ask('owner', 'subscription { studioChanged { __typename } }')).codes[0]).toMatch(/FORBIDDEN|BAD_USER_INPUT/);
    expect((await ask('key', '{ viewerKind studioName }')).data).toEqual({ viewerKind: 'apiKey', studioName: 'Ink' });
  });
});

describe('a subscription', () => {
  const refusals: [string, string, string][] = [
    ['guest', 'subscription { ledgerChanged { __typename } }', 'FORBIDDEN'],
    [
      'owner',
      `subscription { studioChanged { ... on Changed { node ${chain(16).slice(2).replace('projects', '... on Project')} } }`,
      'BAD_USER_INPUT',
    ],
  ];
  test.each(refusals)('by a %s: %s', async (who, query, code) => {
    await start();
    expect((await protocols.socket(who, query)).codes).toEqual([code]);
    expect(world.asked.projects).toBeUndefined();
  });
});

test('the long way by GET refuses the same, with the same status and headers', async () => {
  await start({ protect: { buckets: { ...fleetSettings.buckets, apiKey: { maximum: 8, restoreRate: 1 } }, faultCost: 1 } });
  async function get(query: string) {
    const headers = { cookie: 'key', 'apollo-require-preflight': 'true' };
    const answer = await fetch(`${world.url}/graphql?${new URLSearchParams({ query })}`, { headers });
    const { errors = [] } = (await answer.json()) as Answered;
    return { refusal: [answer.status, errors[0]?.extensions.code], headers: answer.headers };
  }
  expect((await get('{ page(first: 100) { page(first: 100) { id } } }')).refusal).toEqual([400, 'COST_LIMITED']);
  expect((await get(chain(16))).refusal).toEqual([400, 'BAD_USER_INPUT']);
  expect((await get('{ ledger { id } }')).refusal).toEqual([403, 'FORBIDDEN']);
  expect(world.asked.projects).toBeUndefined();
  let answer = await get('{ page(first: 5) { id } }');
  expect([answer.headers.get('x-cost-requested'), answer.headers.get('x-cost-actual')]).toEqual(['5', '3']);
  while (answer.refusal[0] === 200) answer = await get('{ page(first: 5) { id } }');
  expect(answer.refusal).toEqual([429, 'RATE_LIMITED']);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
});

describe('a document by its hash', () => {
  const query = '{ viewerKind studioName }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(query) } };
  const codesOf = (body: Answered) => (body.errors ?? []).map((error) => error.extensions.code);
  const send = async (body: object) => {
    const { status, body: answer } = await post(world, JSON.stringify(body), { cookie: 'key' });
    return { status, ...(answer as Answered) };
  };
  async function get(parameters: Record<string, string>) {
    const search = new URLSearchParams(parameters);
    const answer = await fetch(`${world.url}/graphql?${search}`, { headers: { cookie: 'key', 'apollo-require-preflight': 'true' } });
    return { status: answer.status, ...((await answer.json()) as Answered) };
  }

  test('is registered with its text, and then known, by POST and by GET', async () => {
    await start();
    const unknown = await send({ extensions });
    expect([unknown.status, codesOf(unknown)]).toEqual([200, ['PERSISTED_QUERY_NOT_FOUND']]);
    const byUrl = await get({ extensions: JSON.stringify(extensions) });
    expect([byUrl.status, codesOf(byUrl)]).toEqual([200, ['PERSISTED_QUERY_NOT_FOUND']]);
    const data = { viewerKind: 'apiKey', studioName: 'Ink' };
    expect(await send({ query, extensions })).toMatchObject({ status: 200, data });
    expect(await send({ extensions })).toMatchObject({ status: 200, data });
    expect(await get({ extensions: JSON.stringify(extensions) })).toMatchObject({ status: 200, data });
  });

  test('is refused under the hash of another, and not kept when it cannot be run', async () => {
    await start();
    const forged = await send({ query: '{ viewerKind }', extensions });
    expect([forged.status, codesOf(forged)]).toEqual([400, ['BAD_USER_INPUT']]);
    const wrong = '{ nothing }';
    const ofWrong = { persistedQuery: { version: 1, sha256Hash: hashOf(wrong) } };
    expect(codesOf(await send({ query: wrong, extensions: ofWrong }))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await send({ extensions: ofWrong }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const odd = await send({ extensions: { persistedQuery: { version: 1, sha256Hash: '__proto__' } } });
    expect([odd.status, codesOf(odd)]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  test('is kept so many times by one key, and run all the same', async () => {
    await start({ protect: { registered: { seconds: 60, quota: { maximum: 2, restoreRate: 1 } } } });
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    const asked = (name: string) => {
      const text = `query ${name} { viewerKind }`;
      return { query: text, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(text) } } };
    };
    for (const name of names) expect(await send(asked(name))).toMatchObject({ data: { viewerKind: 'apiKey' } });
    const kept = await Promise.all(names.map(async (name) => codesOf(await send({ extensions: asked(name).extensions })).length === 0));
    expect(kept.filter(Boolean).length).toBeLessThan(names.length);
    expect(kept.slice(0, 2)).toEqual([true, true]);
  });
});

test('no random document costs a 500 or the process, over either protocol', async () => {
  await start();
  const field = fc.constantFrom(
    'projects',
    'parent',
    'id',
    'page',
    'tasks',
    '__typename',
    'nothing',
    'page(first: 5)',
    'x: name',
    '...F',
    '... on Task',
  );
  const { set } = fc.letrec<{ set: string; one: string }>((tie) => ({
    one: fc.oneof(
      { depthSize: 'large' },
      field,
      fc.tuple(field, tie('set')).map((parts) => parts.join(' ')),
    ),
    set: fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((each) => `{ ${each.join(' ')} }`),
  }));
  await fc.assert(
    fc.asyncProperty(set, set, async (root, body) => {
      const query = `${root} fragment F on Project ${body}`;
      const { status } = await protocols.http('owner', query);
      expect([200, 400, 429]).toContain(status);
    }),
    { numRuns: 60 },
  );
  expect((await protocols.socket('guest', '{ viewerKind }')).data).toEqual({ viewerKind: 'user' });
});
