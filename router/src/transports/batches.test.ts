import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { BATCH_HEADER, BATCH_PATH, BATCH_TYPE } from '@atelier/service-kit/batch';
import type { SubgraphRequest } from '@atelier/service-kit/peers';
import { type ServedSubgraph, serveSubgraph } from '@atelier/service-kit/serve';
import type { Subgraph } from '@atelier/service-kit/subgraph';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { overHttp } from './http.ts';
import { type Patient, startPatient } from './testing/ill.ts';
import type { SendOptions, SubgraphTransport } from './transport.ts';

/** What was asked over HTTP: a path a request. */
let paths: string[];
let transport: SubgraphTransport;

const ask = (field: string, options?: SendOptions, viewerToken = 'signed') =>
  transport.send({ query: field.startsWith('mutation') ? field : `{ ${field} }`, viewerToken, traceId: 'trace' }, options);
const failureOf = (sent: Promise<unknown>) =>
  sent.then(
    () => 'none',
    (error: { failure?: string }) => error.failure,
  );

describe('reads that leave for a subgraph of ours in one turn', () => {
  let served: ServedSubgraph;
  let held: PromiseWithResolvers<void>;
  const asked: SubgraphRequest[] = [];
  const subgraph = {
    name: 'echo',
    routes: {},
    async execute(request: SubgraphRequest) {
      asked.push(request);
      if (request.query.includes('slow')) await held.promise;
      if (request.query.includes('broken')) throw new Error('broken');
      return { data: { for: request.viewerToken, query: request.query } };
    },
    start: async () => undefined,
    stop: async () => undefined,
    isReady: async () => true,
  } as unknown as Subgraph;

  beforeEach(async () => {
    paths = [];
    held = Promise.withResolvers();
    const verifier = { verify: () => Promise.reject(new Error('unused')) };
    served = await serveSubgraph({ subgraph, verifier, port: 0, host: '127.0.0.1' });
    served.server.prependListener('request', ({ url }) => paths.push(url ?? ''));
    transport = overHttp({ url: `http://127.0.0.1:${served.port}/graphql`, retryDelayMs: 5 });
    await ask('first');
    paths = [];
    asked.length = 0;
  });
  afterEach(async () => {
    held.resolve();
    await transport.close();
    await served.stop();
  });

  test('are one request, in which each has its own viewer', async () => {
    const answers = await Promise.all([ask('a', {}, 'ingrid'), ask('b', {}, 'theo'), ask('c', {}, 'ingrid')]);
    expect(answers.map(({ data }) => data)).toEqual([
      { for: 'ingrid', query: '{ a }' },
      { for: 'theo', query: '{ b }' },
      { for: 'ingrid', query: '{ c }' },
    ]);
    expect(paths).toEqual([BATCH_PATH]);
    expect(asked.map(({ traceId }) => traceId)).toEqual(['trace', 'trace', 'trace']);
  });

  test('are answered each as soon as it is done', async () => {
    const slow = ask('slow');
    expect(await Promise.all([ask('a'), ask('b')])).toHaveLength(2);
    held.resolve();
    expect(await slow).toMatchObject({ data: { query: '{ slow }' } });
    expect(paths).toEqual([BATCH_PATH]);
  });

  test('leave a mutation to itself', async () => {
    await Promise.all([ask('a'), ask('mutation { b }', { isMutation: true }), ask('c')]);
    expect(paths.toSorted()).toEqual(['/graphql', BATCH_PATH]);
  });

  test('end each with its own time, and cost the others nothing', async () => {
    const late = failureOf(ask('slow', { deadline: performance.now() + 100 }));
    expect(await ask('a')).toMatchObject({ data: { query: '{ a }' } });
    expect(await late).toBe('timeout');
    expect(paths).toEqual([BATCH_PATH]);
  });

  test('are asked alone where the subgraph fails one of them, which then says so', async () => {
    const answers = await Promise.allSettled([ask('a'), ask('broken', { deadline: performance.now() + 1_000 })]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(asked.filter(({ query }) => query === '{ a }')).toHaveLength(1);
  });

  test('are several requests where their texts are long', async () => {
    const long = 'x'.repeat(100_000);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => ask(`${long}${index}`)));
    expect(answers.map(({ data }) => String(data?.query).at(-3))).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(paths).toEqual([BATCH_PATH, BATCH_PATH, BATCH_PATH]);
  });
});

describe('a batch', () => {
  let patient: Patient;
  const alone = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json', [BATCH_HEADER]: '1' }).end('{"data":{"by":"itself"}}');
  const open = async (batch: (request: IncomingMessage, response: ServerResponse) => void) => {
    patient = await startPatient((request, response) => {
      paths.push(request.url ?? '');
      if (request.url === BATCH_PATH) batch(request, response);
      else alone(response);
    });
    transport = overHttp({ url: patient.url, retryDelayMs: 5, maxResponseBytes: 2_000 });
    await ask('first');
    paths = [];
  };
  beforeEach(() => {
    paths = [];
  });
  afterEach(async () => {
    await patient.stop();
    await transport.close();
  });
  const both = async () => (await Promise.all([ask('a'), ask('b')])).map(({ data }) => data?.by);

  test('that an older subgraph does not take is asked one by one, and its health is not in question', async () => {
    await open((_request, response) => response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"NOT_FOUND"}'));
    expect(await both()).toEqual(['itself', 'itself']);
    expect(paths).toEqual([BATCH_PATH, '/graphql', '/graphql']);
    expect(transport.stats?.()).toMatchObject({ failed: 0, retried: 0, breaker: 'closed' });
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['is cut off', (response) => response.write('0 {"data":{"by":"batch"}}\n1 {"da', () => response.destroy())],
    ['forgets one', (response) => response.end('0 {"data":{"by":"batch"}}\n')],
    ['has a line without an end', (response) => response.end(`0 {"data":{"by":"batch"}}\n1 ${'x'.repeat(3_000_000)}`)],
    ['has a line that is too long', (response) => response.end(`0 {"data":{"by":"batch"}}\n1 ${'x'.repeat(3_000)}\n`)],
    ['answers what nobody asked', (response) => response.end('0 {"data":{"by":"batch"}}\n7 {"data":{"by":"nobody"}}\n')],
  ])('whose answer %s loses only what had not come', async (_how, answer) => {
    await open((_request, response) => answer(response.writeHead(200, { 'content-type': BATCH_TYPE })));
    expect(await both()).toEqual(['batch', 'itself']);
    expect(paths).toEqual([BATCH_PATH, '/graphql']);
  });

  test('comes in pieces, also within a letter', async () => {
    await open(async (request, response) => {
      const operations = (await json(request)) as unknown[];
      const text = operations.map((_, place) => `${place} ${JSON.stringify({ data: { by: `Zoë ${place}` } })}\n`).join('');
      response.writeHead(200, { 'content-type': BATCH_TYPE });
      for (const byte of Buffer.from(text)) response.write(Buffer.of(byte));
      response.end();
    });
    expect(await both()).toEqual(['Zoë 0', 'Zoë 1']);
  });

  test('ends at the subgraph when nobody waits for it any longer', async () => {
    await open((_request, response) => void response.writeHead(200, { 'content-type': BATCH_TYPE }).write('0 '));
    const gone = new AbortController();
    const reached = Promise.withResolvers<void>();
    const { handle } = patient;
    patient.handle = (request, response) => {
      handle(request, response);
      reached.resolve();
    };
    const answers = [failureOf(ask('a', { signal: gone.signal })), failureOf(ask('b', { signal: gone.signal }))];
    await reached.promise;
    const hungUp = patient.hungUp();
    gone.abort();
    expect(await Promise.all(answers)).toEqual(['cancelled', 'cancelled']);
    await hungUp;
    expect(paths).toEqual([BATCH_PATH]);
  });
});
