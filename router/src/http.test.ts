import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { post } from './testing/clients.ts';
import { createWorld, member, type World } from './testing/world.ts';

let world: World;
let project: string;
const cookie = { cookie: 'sid=ada', 'x-atelier-studio': 'ink' };

beforeEach(async () => {
  world = await createWorld();
  const ada = member(world.studios.ink);
  world.signIn('sid=ada', () => ada);
  project = world.add('Project', 'ink', { name: 'Poster', note: null });
});
afterEach(() => world.stop());

describe('a request', () => {
  test('reaches several subgraphs as one viewer, and its answer stays out of caches', async () => {
    const { status, headers, body } = await post(world, { query: `{ viewerKind project(id: "${project}") { name unread } }` }, cookie);
    expect(status).toBe(200);
    expect(body).toEqual({ data: { viewerKind: 'user', project: { name: 'Poster', unread: 3 } } });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('of nobody is anonymous, and a forged viewer header changes nothing', async () => {
    const { body } = await post(world, { query: '{ viewerKind }' }, { 'x-atelier-viewer': 'eyJhbGciOiJub25lIn0.e30.' });
    expect(body).toEqual({ data: { viewerKind: 'anonymous' } });
  });

  test('with a cookie from a foreign page is refused before anything runs', async () => {
    const id = encodeId('Project', uuidv7());
    const query = { query: `mutation { renameProject(id: "${id}", name: "x") { id } }` };
    const foreigners: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const foreign of foreigners) {
      const { status, body } = await post(world, query, { ...cookie, ...foreign });
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    }
    const own = await post(world, { query: '{ viewerKind }' }, { ...cookie, origin: world.url });
    expect(own.status).toBe(200);
    expect(world.asked.projects).toBe(1);
  });

  test('that a page could send without asking the server first is refused', async () => {
    const plain = await post(world, JSON.stringify({ query: '{ viewerKind }' }), { ...cookie, 'content-type': 'text/plain' });
    expect([plain.status, plain.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    const get = await fetch(`${world.url}/graphql?query={viewerKind}`, { headers: { cookie: cookie.cookie } });
    expect(get.status).toBe(400);
    expect(world.asked.projects).toBeUndefined();
  });

  test('that is too long, no JSON or a batch gets a clear error with its trace id', async () => {
    const long = await post(world, { query: `{ viewerKind } # ${'x'.repeat(300_000)}` });
    expect([long.status, long.body.errors?.[0]?.extensions]).toEqual([
      413,
      { code: 'BAD_USER_INPUT', traceId: long.headers.get('x-trace-id') },
    ]);
    const garbled = await post(world, '{"query": ');
    expect([garbled.status, garbled.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    const batch = await post(world, '[{"query":"{ viewerKind }"},{"query":"{ viewerKind }"}]');
    expect(batch.status).toBe(400);
  });

  test('of somebody whom accounts cannot name just now is UNAVAILABLE', async () => {
    world.dead.add('accounts.resolve');
    const { status, text, body } = await post(world, { query: '{ viewerKind }' }, cookie);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    expect(text).not.toContain('accounts');
  });

  test('with a document of too many words is refused unread', async () => {
    const { status, body } = await post(world, { query: `{ ${'viewerKind '.repeat(5_000)} }` }, cookie);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('for a subscription is told to use the socket', async () => {
    const { status, body } = await post(world, { query: 'subscription { studioChanged { __typename } }' }, cookie);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(body.errors?.[0]?.message).toContain('WebSocket');
  });
});

test('what Apollo’s client accepts is answered in the type that it likes best, on the short way', async () => {
  const accept = 'application/graphql-response+json,application/json;q=0.9';
  const { headers, body } = await post(world, { query: '{ viewerKind }' }, { ...cookie, accept });
  expect(body).toEqual({ data: { viewerKind: 'user' } });
  expect(headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  // Express would have made one.
  expect(headers.get('etag')).toBeNull();
});

describe('an error', () => {
  const leaks = /projects_pkey|db-1|10\.0\.0\.7|ECONNREFUSED|serviceName|stacktrace|\.ts:|"(projects|accounts|messaging)"|\.invalid/;

  test('that was not expected shows a code and a trace id, and nothing of the inside', async () => {
    const { status, text, headers, body } = await post(world, { query: '{ broken }' }, cookie);
    expect(status).toBe(200);
    expect(body.errors).toMatchObject([{ path: ['broken'], extensions: { code: 'INTERNAL', traceId: headers.get('x-trace-id') } }]);
    expect(text).not.toMatch(leaks);
    expect(world.logs.join()).toContain('projects_pkey');
  });

  test('that a subgraph means for the client keeps its words and code', async () => {
    const { body } = await post(world, { query: `{ project(id: "${encodeId('Project', uuidv7())}") { name } }` }, cookie);
    expect(body).toMatchObject({
      data: { project: null },
      errors: [{ message: 'There is no such thing, or not for you.', path: ['project'], extensions: { code: 'NOT_FOUND' } }],
    });
  });

  test('of a dead subgraph costs its own fields only', async () => {
    world.dead.add('messaging');
    const { text, body } = await post(world, { query: `{ project(id: "${project}") { name unread } }` }, cookie);
    expect(body.data).toEqual({ project: { name: 'Poster', unread: null } });
    expect(body.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    expect(text).not.toMatch(leaks);
  });

  test('in the document is the client’s, and says where', async () => {
    const { status, body } = await post(world, { query: '{ nothing }' }, cookie);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ locations: [{ line: 1, column: 3 }], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('of fragments that multiply each other is a 400, not a failure', async () => {
    const fragments = Array.from(
      { length: 26 },
      (_, index) => `fragment F${index} on Project { a${index}: parent { ...F${index + 1} } b${index}: parent { ...F${index + 1} } }`,
    );
    const { status, body } = await post(
      world,
      { query: `{ projects { ...F0 } } ${fragments.join(' ')} fragment F26 on Project { id }` },
      cookie,
    );
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('node and nodes', () => {
  test('give what the viewer may see, with fields of other subgraphs', async () => {
    const { body } = await post(world, { query: `{ node(id: "${project}") { __typename id ... on Project { name unread } } }` }, cookie);
    expect(body).toEqual({ data: { node: { __typename: 'Project', id: project, name: 'Poster', unread: 3 } } });
  });

  test('never echo an id that the viewer may not read, whatever is selected', async () => {
    const hidden = world.add('Project', 'clay', { name: 'Vase', note: null });
    const ids = [hidden, encodeId('Project', uuidv7()), 'query_0000000000000000000000', 'nonsense', project];
    for (const selection of ['id', '__typename', 'id ... on Project { note }']) {
      const { body } = await post(
        world,
        { query: `query ($ids: [ID!]!) { nodes(ids: $ids) { ${selection} } }`, variables: { ids } },
        cookie,
      );
      expect(body.data).toEqual({ nodes: [null, null, null, null, expect.anything()] });
      const refused = (body.errors ?? []).map(({ path, extensions }) => [String(path), extensions.code]).sort();
      expect(refused).toEqual([0, 1, 2, 3].map((index) => [`nodes,${index}`, 'NOT_FOUND']));
      const single = await post(world, { query: `{ node(id: "${hidden}") { ${selection} } }` }, cookie);
      expect(single.body).toMatchObject({ data: { node: null }, errors: [{ path: ['node'], extensions: { code: 'NOT_FOUND' } }] });
    }
  });

  test('ask each owner once for any number of ids, and take at most 100', async () => {
    const ids = Array.from({ length: 50 }, () => world.add('Project', 'ink', { name: 'x' }));
    await post(world, { query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: { ids } }, cookie);
    expect(world.asked.projects).toBe(1);
    const many = await post(
      world,
      { query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: { ids: [...ids, ...ids, project] } },
      cookie,
    );
    expect(many.body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('of a dead owner are UNAVAILABLE, not gone', async () => {
    world.dead.add('projects');
    const { body } = await post(world, { query: `{ node(id: "${project}") { id } }` }, cookie);
    expect(body).toMatchObject({ data: { node: null }, errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  });
});

describe('the schema', () => {
  test('is open to everybody on an installation of one’s own', async () => {
    const { body } = await post(world, { query: '{ __schema { queryType { name } } }' });
    expect(body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  test('is for those who are signed in on a public one', async () => {
    const fleet = await createWorld({ mode: 'fleet' });
    fleet.signIn('sid=ada', () => member(fleet.studios.ink));
    const query = { query: '{ __schema { queryType { name } } }' };
    const stranger = await post(fleet, query);
    expect([stranger.status, stranger.body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect((await post(fleet, query, cookie)).body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    await fleet.stop();
  });
});

describe('health', () => {
  test('is alive always, and ready while every subgraph answers', async () => {
    const ask = async (path: string) => (await fetch(`${world.url}/health/${path}`)).status;
    expect([await ask('live'), await ask('ready')]).toEqual([200, 200]);
    world.dead.add('messaging');
    expect([await ask('live'), await ask('ready')]).toEqual([200, 503]);
  });
});
