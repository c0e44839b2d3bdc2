import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createExecutor, type Executor } from '@atelier/service-kit/executor';
import { createLogger } from '@atelier/service-kit/log';
import { serveSubgraph } from '@atelier/service-kit/serve';
import type { Subgraph } from '@atelier/service-kit/subgraph';
import { startTracing, type Tracing, tracingShape } from '@atelier/service-kit/tracing';
import type { ViewerVerifier } from '@atelier/service-kit/viewer';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { openTab, post } from '../testing/clients.ts';
import { documents } from '../testing/schema.ts';
import { createWorld, member, type World } from '../testing/world.ts';
import { inProcess, overHttp } from '../transports/index.ts';

/** A span as a collector is told of it. */
interface Told {
  service: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  status: { code: number };
}

/** A collector of traces: OTLP over HTTP, JSON. */
async function openCollector() {
  const spans: Told[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { resourceSpans } = JSON.parse(text) as {
      resourceSpans: {
        resource: { attributes: { key: string; value: { stringValue: string } }[] };
        scopeSpans: { spans: Told[] }[];
      }[];
    };
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
      for (const span of scopeSpans.flatMap((each) => each.spans)) spans.push({ ...span, service });
    }
    response.writeHead(request.url === '/v1/traces' ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { spans, url, close: () => new Promise((resolve) => server.close(resolve)) };
}

const poster = 'query Poster { project(id: "project_1") { name unread } }';
const cookie = { cookie: 'sid=ada', 'x-atelier-studio': 'ink' };
const logger = createLogger({ service: 'test', level: 'silent' });

let collector: Awaited<ReturnType<typeof openCollector>>;
let folder: string;
beforeEach(async () => {
  collector = await openCollector();
  folder = await mkdtemp(join(tmpdir(), 'atelier-tracing-'));
});
afterEach(async () => {
  await collector.close();
  await rm(folder, { recursive: true });
});

const traced = (share: number) =>
  startTracing(tracingShape.parse({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER_ARG: share })) as Promise<Tracing>;

/** The small subgraphs on the executor that the product's run on. */
async function executorOf(name: string, verifier: ViewerVerifier, tracing: Tracing): Promise<Executor> {
  const directory = await mkdtemp(join(folder, name));
  const document = documents[name];
  await writeFile(join(directory, 'schema.graphql'), document ? print(document) : '');
  const project = ([{ id }]: [{ id: string }]) => ({ id, name: 'Poster', unread: 3 });
  const resolvers = {
    Project: { __resolveReference: (reference: { id: string }) => project([reference]) },
    ...(name === 'projects' ? { Query: { project: (_: unknown, args: { id: string }) => project([args]) } } : {}),
  };
  return createExecutor({ name, directory, resolvers, verifier, logger, tracing: tracing.service(name), context: (request) => request });
}

/** A router with `projects` behind HTTP, which sends its own traces, and `messaging` in this process. */
async function openTracedWorld(tracing: Tracing, elsewhere: Tracing): Promise<World & { seenHeaders: (string | undefined)[] }> {
  const seenHeaders: (string | undefined)[] = [];
  const stops: (() => Promise<unknown>)[] = [];
  const ports = Promise.withResolvers<number>();
  const world = await createWorld({
    tracing,
    transport(name, verifier) {
      if (name === 'accounts') return null;
      const executor = executorOf(name, verifier, name === 'projects' ? elsewhere : tracing);
      if (name === 'messaging') return inProcess({ execute: async (request) => (await executor).execute(request) });
      const execute: Executor['execute'] = async (request) => {
        seenHeaders.push(request.traceparent);
        return (await executor).execute(request);
      };
      const subgraph = { execute, routes: {}, start: async () => {}, stop: async () => {}, isReady: async () => true };
      const served = serveSubgraph({ subgraph: subgraph as unknown as Subgraph, verifier, port: 0, host: '127.0.0.1' });
      const transport = served.then(({ port, stop }) => {
        stops.push(stop);
        ports.resolve(port);
        return overHttp({ url: `http://127.0.0.1:${port}/graphql` });
      });
      return { send: async (...given) => (await transport).send(...given), close: async () => (await transport).close() };
    },
  });
  await ports.promise;
  const ada = member(world.studios.ink);
  world.signIn('sid=ada', () => ada);
  const { stop } = world;
  return Object.assign(world, {
    seenHeaders,
    async stop() {
      await stop();
      await Promise.all(stops.map((each) => each()));
    },
  });
}

describe('a trace', () => {
  test('holds the operation, its plan, its fetches, and what the subgraphs did, near and far', async () => {
    const [tracing, elsewhere] = await Promise.all([traced(1), traced(1)]);
    const world = await openTracedWorld(tracing, elsewhere);
    const { headers, body } = await post(world, { query: poster }, cookie);
    expect(body).toEqual({ data: { project: { name: 'Poster', unread: 3 } } });
    await world.stop();
    await Promise.all([tracing.stop(), elsewhere.stop()]);

    const { spans } = collector;
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([headers.get('x-trace-id')]));
    const nameOf = (id: string | undefined) => spans.find(({ spanId }) => spanId === id)?.name;
    const shown = spans.map(({ service, name, parentSpanId }) => `${service}: ${name} < ${nameOf(parentSpanId) ?? ''}`);
    expect(shown.sort()).toEqual([
      'messaging: execute < fetch messaging',
      'projects: execute < fetch projects',
      'router: fetch messaging < query Poster',
      'router: fetch projects < query Poster',
      'router: plan < query Poster',
      'router: query Poster < ',
    ]);
  });

  test("goes on where the client's began, and marks what failed; a socket's operations are traced alike", async () => {
    const tracing = await traced(1);
    const world = await createWorld({ tracing });
    const ada = member(world.studios.ink);
    world.signIn('sid=ada', () => ada);
    world.dead.add('projects');
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00';
    await post(world, { query: '{ viewerKind }' }, { ...cookie, traceparent });
    const tab = openTab(world, { cookie: 'sid=ada', studio: 'ink' });
    await tab.once('query OverSocket { studioName }');
    await tab.close();
    await world.stop();
    await tracing.stop();
    const found = collector.spans.map(({ name, parentSpanId, traceId, status }) => [name, parentSpanId, traceId, status.code]);
    expect(found).toContainEqual(['query', '00f067aa0ba902b7', '4bf92f3577b34da6a3ce929d0e0e4736', 2]);
    expect(found).toContainEqual(['fetch projects', expect.any(String), '4bf92f3577b34da6a3ce929d0e0e4736', 2]);
    expect(found).toContainEqual(['query OverSocket', undefined, expect.any(String), 0]);
  });

  test('is not made for the share that is left out, whatever the client says: subgraphs are told of none', async () => {
    const tracing = await traced(0);
    const world = await openTracedWorld(tracing, tracing);
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const { headers } = await post(world, { query: poster }, { ...cookie, traceparent });
    expect(headers.get('x-trace-id')).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    await world.stop();
    await tracing.stop();
    expect(world.seenHeaders).toEqual([undefined]);
    expect(collector.spans).toEqual([]);
  });
});
