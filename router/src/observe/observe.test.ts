import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openTab, post } from '../testing/clients.ts';
import { createWorld, member, type World } from '../testing/world.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { serveMetrics } from './scrape.ts';

const own = 'query Poster($id: ID!) { project(id: $id) { name unread } }';
const hash = createHash('sha256').update(own).digest('hex');
const cookie = { cookie: 'sid=ada-s3cret', 'x-atelier-studio': 'ink' };

let world: World;
let metrics: Metrics;
let project: string;

beforeEach(async () => {
  metrics = createMetrics({ withProcess: false });
  world = await createWorld({ metrics, trustedDocuments: { [hash]: own } });
  const ada = member(world.studios.ink);
  world.signIn('sid=ada-s3cret', () => ada);
  project = world.add('Project', 'ink', { name: 'Poster for Ada Lovelace', note: null });
});
afterEach(() => world.stop());

/** The value of one series; undefined where there is none. */
async function figure(series: string): Promise<number | undefined> {
  const line = (await metrics.text()).split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

/** The access log; the line of an answer over HTTP may follow the answer. */
async function lines(count: number): Promise<Record<string, unknown>[]> {
  for (;;) {
    const found = world.logs.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'operation');
    if (found.length >= count) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const duration = (operation: string, of: string) =>
  `atelier_router_operation_duration_seconds_count{operation="${operation}",hash="${of}"}`;

describe('a scrape', () => {
  test('names the operations of our own pages, and no others', async () => {
    await post(world, { query: own, variables: { id: project } }, cookie);
    await post(world, { query: 'query TheirOwn { viewerKind }' }, cookie);
    await post(world, { query: '{ viewerKind studioName }' }, cookie);
    expect(await figure(duration('Poster', hash.slice(0, 16)))).toBe(1);
    expect(await figure(duration('other', ''))).toBe(2);
    expect(await metrics.text()).not.toContain('TheirOwn');
  });

  test('counts operations by how they came and how they ended', async () => {
    const tab = openTab(world, { cookie: 'sid=ada-s3cret', studio: 'ink' });
    await tab.once('{ viewerKind }');
    await post(world, { query: '{ viewerKind }' }, cookie);
    await post(world, { query: '{ broken viewerKind }' }, cookie);
    await tab.close();
    const counted = (protocol: string, outcome: string) =>
      figure(`atelier_router_operations_total{kind="query",protocol="${protocol}",outcome="${outcome}"}`);
    expect([await counted('websocket', 'ok'), await counted('http', 'ok'), await counted('http', 'errors')]).toEqual([1, 1, 1]);
    expect(await figure('atelier_router_errors_total{code="INTERNAL"}')).toBe(1);
    expect(await figure('atelier_router_operation_cache_total{result="hit"}')).toBeGreaterThanOrEqual(1);
  });

  test('counts what was refused by its code, on HTTP and sockets', async () => {
    const tab = openTab(world, { cookie: 'sid=ada-s3cret', studio: 'ink' });
    await tab.read('{ nonsense }').ended;
    await post(world, { query: '{ nonsense }' }, cookie);
    await post(world, { query: '{ ledger { id } }' }, cookie);
    await post(world, { query: '{ viewerKind }' }, { ...cookie, origin: 'https://evil.example' });
    await lines(4);
    await tab.close();
    expect(await figure('atelier_router_refusals_total{code="BAD_USER_INPUT"}')).toBe(2);
    expect(await figure('atelier_router_refusals_total{code="FORBIDDEN"}')).toBe(2);
  });

  test('shows which subgraph was asked, and which does not answer', async () => {
    world.dead.add('messaging');
    await post(world, { query: own, variables: { id: project } }, cookie);
    expect(await figure('atelier_router_fetch_duration_seconds_count{subgraph="projects",outcome="ok"}')).toBe(1);
    expect(await figure('atelier_router_fetch_duration_seconds_count{subgraph="messaging",outcome="failed"}')).toBe(1);
    expect(await figure('atelier_router_plan_duration_seconds_count')).toBe(1);
  });

  test('shows sockets and subscriptions that are open, and forgets them when they go', async () => {
    const tab = openTab(world, { cookie: 'sid=ada-s3cret', studio: 'ink' });
    const reader = tab.read(`subscription { projectChanged(id: "${project}") { __typename } }`);
    await world.streams(1);
    expect(await figure('atelier_router_connections{protocol="websocket"}')).toBe(1);
    expect(await figure('atelier_router_subscriptions')).toBe(1);
    reader.end();
    await world.streams(0);
    expect(await figure('atelier_router_subscriptions')).toBe(0);
    await tab.close();
    const rest = await lines(1);
    expect(rest.filter(({ kind }) => kind === 'subscription')).toMatchObject([{ protocol: 'websocket', codes: [] }]);
  });

  test('is served on a port of its own, and nowhere on the public one', async () => {
    const served = await serveMetrics(metrics, { port: 0, host: '127.0.0.1' });
    const scraped = await fetch(`http://127.0.0.1:${served.port}/metrics`);
    expect([scraped.status, await scraped.text()]).toEqual([
      200,
      expect.stringContaining('# TYPE atelier_router_operations_total counter'),
    ]);
    expect((await fetch(`http://127.0.0.1:${served.port}/`)).status).toBe(404);
    await served.close();
    const onPublic = await fetch(`${world.url}/metrics`);
    expect([onPublic.status, await onPublic.text()]).toEqual([404, expect.not.stringContaining('atelier_router')]);
  });
});

describe('the access log', () => {
  test('has one line an operation, with the same fields whichever way it came', async () => {
    const tab = openTab(world, { cookie: 'sid=ada-s3cret', studio: 'ink' });
    await tab.once(own, { id: project });
    await post(world, { query: own, variables: { id: project } }, cookie);
    await post(world, { query: own, variables: { id: project } }, { ...cookie, accept: 'text/event-stream' });
    await fetch(`${world.url}/graphql?${new URLSearchParams({ query: own, variables: JSON.stringify({ id: project }) })}`, {
      headers: { ...cookie, 'apollo-require-preflight': '1' },
    });
    const found = await lines(4);
    await tab.close();
    expect(found).toHaveLength(4);
    expect(found.map(({ protocol }) => protocol)).toEqual(['websocket', 'http', 'sse', 'http']);
    for (const line of found) {
      expect(Object.keys(line)).toEqual(Object.keys(found[0] ?? {}));
      expect(line).toMatchObject({
        operation: 'Poster',
        hash: hash.slice(0, 16),
        kind: 'query',
        viewer: 'user',
        studioId: world.studios.ink,
        cost: { requested: expect.any(Number), actual: expect.any(Number) },
        codes: [],
        ms: expect.any(Number),
        traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
    }
    expect(new Set(found.map(({ traceId }) => traceId)).size).toBe(4);
  });

  test('says with which code an operation was refused, and whose trace it belongs to', async () => {
    const theirs = '4bf92f3577b34da6a3ce929d0e0e4736';
    const traceparent = `00-${theirs}-00f067aa0ba902b7-01`;
    const { headers } = await post(world, { query: '{ ledger { id } }' }, { ...cookie, traceparent });
    await post(world, { query: '{ nonsense }' }, { ...cookie, traceparent: `00-${'0'.repeat(32)}-00f067aa0ba902b7-01` });
    const [refused, invalid] = await lines(2);
    expect(headers.get('x-trace-id')).toBe(theirs);
    expect(refused).toMatchObject({ traceId: theirs, status: 403, codes: ['FORBIDDEN'], kind: 'query' });
    expect(invalid).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'], kind: null, hash: expect.any(String) });
    expect(invalid?.traceId).not.toMatch(/^0+$/);
  });

  test('holds no cookie, no variable, no name and nothing of an answer', async () => {
    await post(world, { query: own, variables: { id: project, extra: 'in-a-variable' } }, { ...cookie, authorization: 'Bearer atl_key' });
    await post(world, { query: `{ project(id: "${project}") { name(x: "in-a-document") } }` }, cookie);
    await lines(2);
    const log = world.logs.join('');
    for (const secret of ['s3cret', 'atl_key', 'in-a-variable', 'in-a-document', 'Lovelace', project]) expect(log).not.toContain(secret);
  });
});
