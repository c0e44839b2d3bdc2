import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import type { SubgraphRequest } from './peers.ts';
import { type ServedSubgraph, serveSubgraph } from './serve.ts';
import type { Subgraph } from './subgraph.ts';

const asked: SubgraphRequest[] = [];
const subgraph = {
  name: 'echo',
  routes: {},
  async execute(given: SubgraphRequest) {
    asked.push(given);
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
  body: unknown;
}

function post(body: string, where: { port?: number; socketPath?: string } = { port: served[0]?.port ?? 0 }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-atelier-viewer': 'token', 'x-trace-id': 'trace' };
    const sent = request({ host: '127.0.0.1', ...where, path: '/graphql', method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body: JSON.parse(text) }));
    });
    sent.on('error', reject).end(body);
  });
}

const answer = { status: 200, body: { errors: [{ message: 'so', path: ['a'] }], data: { a: null } } };

describe('an operation', () => {
  test('reaches the subgraph with its viewer and trace', async () => {
    expect(await post(JSON.stringify({ query: '{ a }', variables: { b: 1 }, operationName: 'A', more: 1 }))).toEqual(answer);
    expect(asked.at(-1)).toEqual({ query: '{ a }', variables: { b: 1 }, operationName: 'A', viewerToken: 'token', traceId: 'trace' });
  });

  test('may leave out variables and name, or say null', async () => {
    expect(await post('{"query":"{ a }","variables":null,"operationName":null}')).toEqual(answer);
    expect(asked.at(-1)).toEqual({
      query: '{ a }',
      variables: undefined,
      operationName: undefined,
      viewerToken: 'token',
      traceId: 'trace',
    });
  });

  test('comes over a Unix socket, too', async () => {
    expect(await post('{"query":"{ a }"}', { socketPath })).toEqual(answer);
  });

  test('of many pieces is put together', async () => {
    const query = `{ a } # ${'ä'.repeat(200_000)}`;
    expect(await post(JSON.stringify({ query }))).toEqual(answer);
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
    expect(await post(body)).toEqual({ status: 400, body: { error: 'BAD_USER_INPUT' } });
  });
});
