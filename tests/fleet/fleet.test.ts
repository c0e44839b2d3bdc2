import { DEMO_LINK } from '@atelier/all-in-one/demo';
import { findFreePort } from '@atelier/all-in-one/ports';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import WebSocket from 'ws';
import { type Collector, openCollector } from '../support/collector.ts';
import { type Fleet, startFleet } from '../support/fleet.ts';
import type { Person } from '../support/person.ts';
import { aLink, aProject, aTask, ids, liveVersion, say, updateTask } from '../support/scene.ts';
import { subscribe } from '../support/stream.ts';

let fleet: Fleet;
let collector: Collector;
let metricsPort: number;
let ingrid: Person;
let kenji: Person;
beforeAll(async () => {
  collector = await openCollector();
  metricsPort = await findFreePort('127.0.0.1');
  fleet = await startFleet({ METRICS_PORT: String(metricsPort), OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  ingrid = await fleet.signIn('ingrid@northlight.example', 'northlight');
  kenji = await fleet.signIn('kenji@northlight.example', 'northlight');
}, 120_000);
afterAll(async () => {
  await fleet.stop();
  await collector.close();
}, 30_000);

const CHANGES = `subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) {
  ... on Changed { version node { ... on Task { id title status } ... on Comment { body } } } } }`;
interface Change {
  version: number;
  node?: { id?: string; title?: string; status?: string; body?: string } | null;
}

describe('one origin', () => {
  test('answers with pages for people, with hashed files that may be kept for ever, and with the entry for whatever is no file', async () => {
    const page = await fleet.stranger().fetch('/', { headers: { accept: 'text/html' } });
    const html = await page.text();
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const asset = /\/assets\/[^"]+\.js/.exec(html)?.[0] ?? 'no asset is named';
    const file = await fleet.stranger().fetch(asset);
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(Number(file.headers.get('content-length') ?? 0) || (await file.text()).length).toBeGreaterThan(1_000);
    const gone = await fleet.stranger().fetch('/assets/of-another-version.js');
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store']);
    const board = await fleet.stranger().fetch('/s/northlight/projects', { headers: { accept: 'text/html' } });
    expect(await board.text()).toBe(html);
    const client = await fleet.stranger().fetch('/client/projects/any', { headers: { accept: 'text/html' } });
    expect([client.status, (await client.text()) === html]).toEqual([200, false]);
  });

  test('answers /graphql, /auth and /p on it, and nothing of the services’ own', async () => {
    const someone = fleet.stranger();
    expect((await someone.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    expect((await ingrid.fetch('/auth/get-session')).status).toBe(200);
    const link = await someone.fetch(`/p/${DEMO_LINK}`);
    expect([link.status, link.headers.get('cache-control')]).toEqual([200, 'no-store']);
    for (const path of ['/internal/viewer', '/internal/events']) {
      const answer = await someone.post(path, {});
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  test('takes a picture as an upload, and shows it', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const form = new FormData();
    form.set('file', new Blob([png], { type: 'image/png' }), 'me.png');
    const answer = await ingrid.fetch('/media/user-picture', { method: 'POST', body: form });
    expect(answer.status).toBe(201);
    const { url } = (await answer.json()) as { url: string };
    const picture = await ingrid.fetch(url);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });

  test('ends an upgrade that nobody serves, instead of keeping its client waiting', async () => {
    const socket = new WebSocket(`${fleet.url.replace('http', 'ws')}/somewhere`);
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain('404');
  });

  test('is ready when every part is, and alive by itself', async () => {
    for (const { url } of fleet.parts.values()) expect([url, (await fetch(`${url}/health/ready`)).status]).toEqual([url, 200]);
  });
});

describe('the main journey', () => {
  test('one query reads from every subgraph', async () => {
    const answer = await ingrid.ask(`{ viewer { user { name } studio { name } } unreadNotificationCount
      projects(first: 3) { nodes { name client { name } tasks(first: 3) { nodes { title assignee { ... on Member { name } ... on Contact { name } } } } } } }`);
    expect(answer.codes).toEqual([]);
    expect(answer.data).toMatchObject({ viewer: { user: { name: 'Ingrid Solberg' }, studio: { name: 'Northlight' } } });
    expect(answer.body).toMatch(/"client":\{"name":/);
  });

  test('a project, its tasks and a comment reach a colleague’s socket and the client behind a link', async () => {
    const projectId = await aProject(ingrid, 'A fleet of paper boats');
    const path = await aLink(ingrid, projectId);
    const petra = fleet.stranger();
    const entered = await petra.fetch(path, { method: 'POST' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, `/client/projects/${projectId}`]);
    const after = await liveVersion(ingrid, projectId);
    const screens = [kenji, petra].map((person) => subscribe<Change>(person, CHANGES, { id: projectId, after }));
    const all = (isIt: (node: NonNullable<Change['node']>) => boolean) =>
      Promise.all(screens.map((screen) => screen.until(({ node }) => node !== null && node !== undefined && isIt(node))));
    try {
      const task = await aTask(ingrid, projectId, { title: 'Fold the first boat', visibility: 'CLIENT' });
      await all(({ id }) => id === task.id);
      await updateTask(kenji, task.id, { title: 'Fold two boats' });
      await all(({ title }) => title === 'Fold two boats');
      await say(petra, projectId, 'Could they be blue?');
      await all(({ body }) => body === 'Could they be blue?');
      await ingrid.get('mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { __typename } }', { input: { id: task.id } });
      await all(({ id, status }) => id === task.id && status === 'DONE');
    } finally {
      await Promise.all(screens.map((screen) => screen.close()));
    }
    expect(await petra.get('{ viewer { kind contact { id } } }')).toEqual({ viewer: { kind: 'CONTACT', contact: { id: ids.contact } } });
  });
});

test('a subgraph refuses what the router did not sign', async () => {
  const subgraphs = [...fleet.parts.values()].filter(({ name }) => !['router', 'web'].includes(name));
  for (const { url } of subgraphs) {
    for (const viewer of [undefined, 'forged', 'eyJhbGciOiJub25lIn0.eyJ2aWV3ZXIiOnsia2luZCI6InNlcnZpY2UifX0.']) {
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(viewer ? { 'x-atelier-viewer': viewer } : {}) },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    const internal = await fetch(`${url}/internal/events`, { method: 'POST', body: '{}' });
    expect(internal.status).toBe(401);
  }
});

describe('from outside', () => {
  const HOME = 'query Seen { viewer { user { id } } projects(first: 2) { nodes { name client { name } } } }';

  test('one trace goes through router and subgraphs, each in its own process', async () => {
    const answer = await ingrid.post('/graphql', { query: HOME });
    const traceId = answer.headers.get('x-trace-id');
    expect(await answer.json()).not.toHaveProperty('errors');
    const services = () => new Set(collector.spans.filter((span) => span.traceId === traceId).map(({ service }) => service));
    await until(() => services().size === 4);
    expect([...services()].sort()).toEqual(['accounts', 'clients', 'projects', 'router']);
    const names = collector.spans.filter((span) => span.traceId === traceId && span.service === 'router').map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['query Seen', 'plan', 'fetch accounts', 'fetch clients', 'fetch projects']));
  });

  test('figures are on a port of their own, and not on the one origin', async () => {
    const figures = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(figures).toMatch(/atelier_router_fetch_duration_seconds_count\{subgraph="clients",outcome="ok"\} [1-9]/);
    expect(figures).toContain('atelier_router_breaker_state{subgraph="clients",state="closed"} 1');
    expect(figures).toContain('nodejs_eventloop_lag_seconds');
    const page = await fleet.stranger().fetch('/metrics', { headers: { accept: 'text/html' } });
    expect(await page.text()).not.toContain('atelier_router');
  });

  test('GraphiQL is a page for who is signed in', async () => {
    const stranger = await fleet.stranger().fetch('/graphiql', { headers: { accept: 'text/html' } });
    expect([stranger.status, stranger.headers.get('location')]).toEqual([302, '/sign-in?back=%2Fgraphiql']);
    const page = await ingrid.fetch('/graphiql', { headers: { accept: 'text/html' } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>GraphiQL')]);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  });
});
