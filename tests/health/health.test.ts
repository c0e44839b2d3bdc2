import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Edge, openEdge } from '@atelier/all-in-one/edge';
import { findFreePort } from '@atelier/all-in-one/ports';
import { createRouter } from '@atelier/router/router';
import { inProcess, overHttp } from '@atelier/router/transport';
import type { ViewerSource } from '@atelier/router/viewer';
import { createMemoryBus } from '@atelier/service-kit/activity';
import { createLogger } from '@atelier/service-kit/log';
import { type ServedSubgraph, serveSubgraph } from '@atelier/service-kit/serve';
import { createViewerSigner, createViewerVerifier } from '@atelier/service-kit/viewer';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { idOf, ids } from '../support/scene.ts';
import { subscribe } from '../support/stream.ts';
import { CHECKOUT, startWorld, type World } from '../support/world.ts';

let world: World;
/** A router that has clients and projects behind HTTP, as the fleet has. */
let edge: Edge;
let url: string;
const served = new Map<string, ServedSubgraph>();
let person: Person;

/** Puts a subgraph of the world behind HTTP; again at the port at which it was before. */
async function serve(name: string): Promise<void> {
  const subgraph = world.stack.subgraphs.find((each) => each.name === name);
  if (!subgraph) throw new Error(`There is no subgraph ${name}.`);
  const verifier = createViewerVerifier(world.secrets.viewerKey.publicKey);
  // Its jobs and its database are the world's.
  const still = { ...subgraph, start: async () => undefined, stop: async () => undefined };
  served.set(name, await serveSubgraph({ subgraph: still, verifier, port: served.get(name)?.port ?? 0, host: '127.0.0.1' }));
}

beforeAll(async () => {
  world = await startWorld();
  const signer = createViewerSigner(world.secrets.viewerKey.privateKey);
  await serve('clients');
  await serve('projects');
  const bus = createMemoryBus();
  const accounts = world.stack.subgraphs.find((each): each is typeof each & { viewers: ViewerSource } => 'viewers' in each);
  if (!accounts) throw new Error('Nobody resolves viewers.');
  const port = await findFreePort('127.0.0.1');
  url = `http://localhost:${port}`;
  const router = await createRouter({
    supergraphSdl: readFileSync(join(CHECKOUT, 'supergraph.graphql'), 'utf8'),
    transports: Object.fromEntries(
      world.stack.subgraphs.map((subgraph) => {
        const there = served.get(subgraph.name);
        return [subgraph.name, there ? overHttp({ url: `http://127.0.0.1:${there.port}/graphql` }) : inProcess(subgraph)];
      }),
    ),
    viewers: accounts.viewers,
    signer,
    bus,
    history: async () => 'resync',
    logger: createLogger({ service: 'test', level: 'silent' }),
    publicUrl: url,
    mode: 'embedded',
    now: () => new Date(),
  });
  edge = await openEdge({
    stack: { ...world.stack, router },
    host: '127.0.0.1',
    port,
    pages: async () => ({ handler: (_request, response) => void response.sendStatus(404) }),
  });
  person = (await world.signIn('ingrid@northlight.example', 'northlight')).at(url);
}, 60_000);
afterAll(async () => {
  await edge.close();
  for (const each of served.values()) await each.stop();
  await world.stop();
});

const health = async (path: string) => {
  const answer = await fetch(url + path);
  return [answer.status, await answer.json()];
};

/** A page that needs projects, clients and accounts. */
const PAGE = `query ($id: ID!) { node(id: $id) { ... on Project { name client { name } tasks(first: 3) { nodes { title assignee { ... on Member { name } } } } } } }`;
const page = () => person.ask(PAGE, { id: idOf('Project', 'project:lowtide-identity') });

describe('while everything runs', () => {
  test('the process says that it lives and is ready', async () => {
    expect(await health('/health/live')).toEqual([200, { status: 'alive' }]);
    expect(await health('/health/ready')).toEqual([200, { status: 'ready' }]);
  });

  test('every answer names its trace', async () => {
    const answers = await Promise.all([0, 1].map(() => person.post('/graphql', { query: '{ viewer { kind } }' })));
    const traces = answers.map((answer) => answer.headers.get('x-trace-id'));
    for (const trace of traces) expect(trace).toMatch(/^[0-9a-f-]{16,64}$/);
    expect(new Set(traces).size).toBe(2);
  });

  test('an error names the trace of its answer', async () => {
    const answer = await person.post('/graphql', { query: `{ node(id: "project_nothing") { id } }` });
    const { errors } = (await answer.json()) as { errors: { extensions: { traceId: string; code: string } }[] };
    expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', traceId: answer.headers.get('x-trace-id') });
  });
});

describe('while a subgraph is away', () => {
  beforeAll(async () => {
    expect((await page()).codes).toEqual([]);
    await served.get('clients')?.stop();
  });

  test('the process lives, and is not ready', async () => {
    expect(await health('/health/live')).toEqual([200, { status: 'alive' }]);
    expect(await health('/health/ready')).toEqual([503, { status: 'not ready' }]);
  });

  test('a page loses that domain’s fields and keeps all others', async () => {
    const answer = await page();
    expect(answer.status).toBe(200);
    const { node } = answer.data as { node: { name: string; client: unknown; tasks: { nodes: { assignee: unknown }[] } } };
    expect(node.name).toBe('Lowtide festival identity');
    expect(node.client === null || (node.client as { name: unknown }).name === null).toBe(true);
    expect(node.tasks.nodes).toHaveLength(3);
    expect(node.tasks.nodes.some(({ assignee }) => assignee !== null)).toBe(true);
    expect(new Set(answer.codes)).toEqual(new Set(['UNAVAILABLE']));
    expectNoInsides(answer.body);
  });

  test('what is that domain’s alone says that it does not answer, by HTTP and live', async () => {
    const answer = await person.ask('{ clients { nodes { id } } }');
    expect(answer.codes).toEqual(['UNAVAILABLE']);
    expectNoInsides(answer.body);
    const node = await person.ask('query ($id: ID!) { node(id: $id) { ... on Client { name } } }', { id: ids.client });
    expect(node.codes).toEqual(['UNAVAILABLE']);
    expectNoInsides(node.body);
    const stream = subscribe(person, '{ clients { nodes { id } } }');
    expect(await stream.ended).toEqual(['UNAVAILABLE']);
    await stream.close();
  });

  test('it is ready again when the subgraph is back', async () => {
    await serve('clients');
    expect(await health('/health/ready')).toEqual([200, { status: 'ready' }]);
    expect((await page()).codes).toEqual([]);
  });
});

describe('something that answers in a subgraph’s place', () => {
  let impostor: Server;
  let port: number;
  let answer: { status: number; type: string; body: string };
  beforeAll(async () => {
    port = served.get('clients')?.port ?? 0;
    await served.get('clients')?.stop();
    impostor = createServer(
      (_request, response) => void response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body),
    );
    await new Promise<void>((resolve) => impostor.listen(port, '127.0.0.1', resolve));
    expect((impostor.address() as AddressInfo).port).toBe(port);
  });
  afterAll(async () => {
    impostor.closeAllConnections();
    await new Promise((resolve) => impostor.close(resolve));
    await serve('clients');
  });

  const insides = `Error: relation "clients.clients" does not exist at /srv/subgraphs/clients/src/store.ts:12:3 select * from clients.clients host db-1.internal:5432`;
  test.each([
    ['a page of an error', { status: 502, type: 'text/html', body: `<h1>${insides}</h1>` }],
    ['half an answer', { status: 200, type: 'application/json', body: '{"data":{"clients"' }],
    [
      'an error of its own',
      {
        status: 200,
        type: 'application/json',
        body: JSON.stringify({
          data: null,
          errors: [{ message: insides, extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: [insides] } }],
        }),
      },
    ],
    [
      'an error with a code of ours',
      {
        status: 200,
        type: 'application/json',
        body: JSON.stringify({ data: null, errors: [{ message: insides, extensions: { code: 'INTERNAL', sql: insides } }] }),
      },
    ],
  ])('with %s tells the client nothing of it', async (_what, given) => {
    answer = given;
    for (const asked of [await person.ask('{ clients { nodes { id } } }'), await page()]) {
      for (const code of asked.codes) expect(['UNAVAILABLE', 'INTERNAL']).toContain(code);
      expect(asked.codes.length).toBeGreaterThan(0);
      expectNoInsides(asked.body);
    }
  });
});

describe('a database that fails', () => {
  /** As if a migration were missing. */
  async function without(table: string, work: () => Promise<void>): Promise<void> {
    const [schema, name] = table.split('.');
    await world.db.admin.query(`alter table ${table} rename to ${name}_away`);
    try {
      await work();
    } finally {
      await world.db.admin.query(`alter table ${schema}.${name}_away rename to ${name}`);
    }
  }

  test('is told to the client as ours, with a trace and nothing else', async () => {
    await without('projects.comments', async () => {
      const answer = await person.ask('query ($id: ID!) { node(id: $id) { ... on Project { name comments { nodes { body } } } } }', {
        id: idOf('Project', 'project:lowtide-identity'),
      });
      expect(answer.codes).toEqual(['INTERNAL']);
      expectNoInsides(answer.body);
    });
  });

  test('is told to nobody who signs in, and the console hears no address', async () => {
    const written = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      await without('auth.users', async () => {
        for (const [path, body] of [
          ['/auth/sign-in/email', { email: 'kenji@northlight.example', password: 'demo-password' }],
          ['/auth/sign-up/email', { email: 'new@northlight.example', password: 'demo-password', name: 'Somebody' }],
          ['/auth/sign-in/magic-link', { email: 'kenji@northlight.example' }],
        ] as const) {
          const answer = await world.stranger().post(path, body);
          expect(answer.status).toBe(500);
          expect(await answer.json()).toMatchObject({ code: 'INTERNAL' });
        }
      });
      expect(JSON.stringify(written.mock.calls)).not.toMatch(/@|demo-password/);
    } finally {
      written.mockRestore();
    }
  });
});

describe('what is asked wrongly', () => {
  test.each([
    ['no JSON', '{ query'],
    ['no query', '{}'],
    ['a query that cannot be read', JSON.stringify({ query: '{ viewer {' })],
    ['a field that is not there', JSON.stringify({ query: '{ viewer { passwordHash } }' })],
    ['the fields of federation', JSON.stringify({ query: '{ _service { sdl } }' })],
    ['entities', JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' })],
    [
      'a variable of another type',
      JSON.stringify({ query: 'query ($first: Int) { projects(first: $first) { totalCount } }', variables: { first: 'ten' } }),
    ],
    ['a cursor of somebody’s making', JSON.stringify({ query: `{ projects(after: "'; drop table projects; --") { nodes { id } } }` })],
    ['more than there is at once', JSON.stringify({ query: '{ projects(first: 100000) { nodes { id } } }' })],
    ['an id with a zero byte', JSON.stringify({ query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: 'project_\u0000' } })],
    [
      'a text with a zero byte',
      JSON.stringify({
        query: 'mutation ($name: String!) { createProject(input: { name: $name }) { __typename ... on UserError { code } } }',
        variables: { name: 'a\u0000b' },
      }),
    ],
    [
      'a text with half a character',
      '{"query":"mutation ($name: String!) { createProject(input: { name: $name }) { __typename ... on UserError { code } } }","variables":{"name":"a\\ud800b"}}',
    ],
    [
      'a search with a zero byte',
      JSON.stringify({
        query:
          'query ($text: String) { clients(filter: { text: $text }) { nodes { id } } projects(filter: { text: $text }) { nodes { id } } tasks(filter: { text: $text }) { nodes { id } } }',
        variables: { text: '\u0000' },
      }),
    ],
    ['a day that is none', JSON.stringify({ query: '{ tasks(filter: { dueBefore: "2026-02-31" }) { nodes { id } } }' })],
    [
      'a very long name',
      JSON.stringify({
        query: 'mutation ($name: String!) { createProject(input: { name: $name }) { __typename ... on UserError { code } } }',
        variables: { name: 'x'.repeat(200_000) },
      }),
    ],
  ])('%s is the asker’s mistake, and tells nothing of our insides', async (_what, body) => {
    const answer = await person.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const text = await answer.text();
    const { errors = [], data } = JSON.parse(text) as {
      errors?: { extensions?: { code?: string } }[];
      data?: Record<string, { __typename?: string } | null>;
    };
    for (const { extensions } of errors) expect(['BAD_USER_INPUT', 'NOT_FOUND']).toContain(extensions?.code);
    if (errors.length === 0) expect(JSON.stringify(data)).toMatch(/InvalidInput|"nodes":\[\]/);
    expectNoInsides(text);
  });

  test.each([
    ['/auth/sign-up/email', { email: 'zero@bytes.example', password: 'a good long password', name: 'a\u0000b' }],
    ['/auth/sign-up/email', { email: 'half@bytes.example', password: 'a good long password', name: 'a\ud800b' }],
    ['/auth/sign-in/email', { email: 'zero\u0000@bytes.example', password: 'a good long password' }],
    ['/auth/sign-in/email', { email: ['a'], password: { $gt: '' } }],
    ['/auth/sign-in/magic-link', { email: 'zero\u0000@bytes.example' }],
    ['/auth/request-password-reset', { email: '\u0000' }],
    ['/auth/reset-password', { token: 'a\u0000b', newPassword: 'a good long password' }],
  ])('%s with %j is no failure of ours', async (path, body) => {
    const answer = await world.stranger().post(path, body);
    expect([400, 401, 422]).toContain(answer.status);
    expectNoInsides(await answer.text());
  });

  test.each([
    '/auth/no-such-thing',
    '/media/no-such-thing',
    '/media/..%2f..%2fpackage.json',
    '/p/no',
    '/dev/mail/no',
    '/health/no',
    '/%E0%A4%A',
  ])('the path %s is not there, and tells nothing of our insides', async (path) => {
    const answer = await person.fetch(path);
    expect(path === '/p/no' ? [200] : [400, 404]).toContain(answer.status);
    expectNoInsides(await answer.text());
  });
});

/** Nothing of how it is built: no path, SQL, table, host, stack or product name. */
function expectNoInsides(body: string): void {
  for (const inside of [
    /\.ts\b|\.m?js\b/,
    /node_modules|\/(work|srv|home|tmp|root)\//,
    /\bat .+:\d+:\d+/,
    /stack/i,
    /\bselect .+ from\b/i,
    /relation "/,
    /ECONN|socket hang up|127\.0\.0\.1|localhost:\d/,
    /\b(postgres|pg_|drizzle|apollo|graphql-js|undici|redis)/i,
    /subgraph|fetch "?(clients|accounts|projects|messaging)/i,
  ]) {
    expect(body).not.toMatch(inside);
  }
}
