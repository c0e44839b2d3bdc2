import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Edge, openEdge } from '@atelier/all-in-one/edge';
import { findFreePort } from '@atelier/all-in-one/ports';
import { createRouter } from '@atelier/router/router';
import { inProcess, overHttp } from '@atelier/router/transport';
import { createMemoryBus } from '@atelier/service-kit/activity';
import { createLogger } from '@atelier/service-kit/log';
import { type ServedSubgraph, serveSubgraph } from '@atelier/service-kit/serve';
import { createViewerSigner, createViewerVerifier } from '@atelier/service-kit/viewer';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Person } from '../support/person.ts';
import { idOf, ids } from '../support/scene.ts';
import { subscribe } from '../support/stream.ts';
import { CHECKOUT, startWorld, type World } from '../support/world.ts';
import { expectNoInsides } from './insides.ts';

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
