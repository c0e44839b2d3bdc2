import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { BATCH_MOST, BATCH_PATH } from './batch.ts';
import type { SubgraphRequest } from './peers.ts';
import { type ServedSubgraph, serveSubgraph } from './serve.ts';
import type { Subgraph } from './subgraph.ts';

const asked: SubgraphRequest[] = [];
const subgraph = {
  name: 'echo',
  routes: {},
  async execute(given: SubgraphRequest) {
    asked.push(given);
    if (given.query === '{ big }') return { data: { big: 1n } };
    return { errors: [new GraphQLError('so', { path: ['a'] })], data: { a: null } };
  },
  start: async () => undefined,
  stop: async () => undefined,
  isReady: async () => true,
} as unknown as Subgraph;
const verifier = { verify: () => Promise.reject(new Error('unused')) };

let folder: string;
let socketPath: string;
let served: ServedSubgraph[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-serve-'));
  socketPath = join(folder, 'echo.sock');
  served = [
    await serveSubgraph({ subgraph, verifier, port: 0, host: '127.0.0.1' }),
    await serveSubgraph({ subgraph, verifier, port: socketPath }),
  ];
});
afterAll(async () => {
  for (const one of served) await one.stop();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number | undefined;
  text: string;
  /** What the text says, where it is JSON. */
  body: unknown;
}

function post(
  body: string,
  where: { port?: number; socketPath?: string } = { port: served[0]?.port ?? 0 },
  path = '/graphql',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-atelier-viewer': 'token', 'x-trace-id': 'trace' };
    const sent = request({ host: '127.0.0.1', ...where, path, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => {
        const isJson = response.headers['content-type'] === 'application/json';
        resolve({ status: response.statusCode, text, body: isJson ? JSON.parse(text) : null });
      });
    });
    sent.on('error', reject).end(body);
  });
}

const answer = { status: 200, body: { errors: [{ message: 'so', path: ['a'] }], data: { a: null } } };

describe('an operation', () => {
  test('reaches the subgraph with its viewer and trace', async () => {
    expect(await post(JSON.stringify({ query: '{ a }', variables: { b: 1 }, operationName: 'A', more: 1 }))).toMatchObject(answer);
    expect(asked.at(-1)).toEqual({ query: '{ a }', variables: { b: 1 }, operationName: 'A', viewerToken: 'token', traceId: 'trace' });
  });

  test('may leave out variables and name, or say null', async () => {
    expect(await post('{"query":"{ a }","variables":null,"operationName":null}')).toMatchObject(answer);
    expect(asked.at(-1)).toEqual({
      query: '{ a }',
      variables: undefined,
      operationName: undefined,
      viewerToken: 'token',
      traceId: 'trace',
    });
  });

  test('whose answer cannot be written is answered with 500, and the next one as ever', async () => {
    expect(await post('{"query":"{ big }"}')).toMatchObject({ status: 500, body: { error: 'INTERNAL' } });
    expect(await post('{"query":"{ a }"}')).toMatchObject(answer);
  });

  test('comes over a Unix socket, too', async () => {
    expect(await post('{"query":"{ a }"}', { socketPath })).toMatchObject(answer);
  });

  test('of many pieces is put together', async () => {
    const query = `{ a } # ${'ä'.repeat(200_000)}`;
    expect(await post(JSON.stringify({ query }))).toMatchObject(answer);
    expect(asked.at(-1)?.query).toBe(query);
  });

  test.each([
    ['', 'nothing'],
    ['{', 'no JSON'],
    ['[]', 'a list'],
    ['null', 'null'],
    ['{"query":1}', 'no document'],
    ['{"query":"{ a }","variables":[]}', 'variables that are a list'],
    ['{"query":"{ a }","variables":"x"}', 'variables that are a text'],
    ['{"query":"{ a }","operationName":1}', 'a name that is none'],
    [JSON.stringify({ query: 'x'.repeat(1_048_577) }), 'more than a mebibyte'],
  ])('%# is refused when it is malformed', async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { error: 'BAD_USER_INPUT' } });
  });
});

describe('a batch of operations', () => {
  const batch = (body: unknown) => post(JSON.stringify(body), { port: served[0]?.port ?? 0 }, BATCH_PATH);

  test('is answered in lines, each with its place', async () => {
    const { status, text } = await batch([{ query: '{ a }', viewerToken: 'one', traceId: 't' }, { query: '{ b }' }]);
    expect([status, text.split('\n').filter(Boolean).toSorted()]).toEqual([
      200,
      [0, 1].map((place) => `${place} ${JSON.stringify(answer.body)}`),
    ]);
    expect(asked.slice(-2)).toEqual([
      { query: '{ a }', viewerToken: 'one', traceId: 't' },
      { query: '{ b }', viewerToken: '', traceId: 'none' },
    ]);
  });

  test.each<[unknown, string]>([
    [{ query: '{ a }' }, 'no list'],
    [[{ query: 1 }], 'what is no operation'],
    [Array.from({ length: BATCH_MOST + 1 }, () => ({ query: '{ a }' })), 'too many'],
  ])('%# is refused when it is malformed', async (body) => {
    expect(await batch(body)).toMatchObject({ status: 400, body: { error: 'BAD_USER_INPUT' } });
  });

  test('may be empty', async () => {
    expect(await batch([])).toMatchObject({ status: 200, text: '' });
  });
});
