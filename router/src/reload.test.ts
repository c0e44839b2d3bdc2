import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLogger } from '@atelier/service-kit/log';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FormattedExecutionResult } from 'graphql';
import { createStandalone, type Standalone } from './standalone.ts';
import { ask, composeSubgraphs, type Subgraph, subgraphSchema } from './testing/subgraphs.ts';
import { type Patient, startPatient } from './transports/testing/ill.ts';

/** Before: stars have a companion; after: they have a magnitude, of another subgraph. */
const stars: Subgraph = {
  sdl: 'type Query { stars: [Star!]! } type Star @key(fields: "name") { name: String! companion: String }',
  resolvers: { Query: { stars: () => [{ name: 'Vega', companion: 'none' }] } },
};
const barren: Subgraph = { ...stars, sdl: 'type Query { stars: [Star!]! } type Star @key(fields: "name") { name: String! }' };
const light: Subgraph = {
  sdl: 'type Star @key(fields: "name") { name: String! magnitude: Float }',
  resolvers: { Star: { __resolveReference: ({ name }: { name: string }) => ({ name, magnitude: 0.03 }) } },
};

const serving = (subgraph: Subgraph): RequestListener => {
  const schema = subgraphSchema(subgraph);
  return async (request, response) => {
    const answer = await ask(schema, JSON.parse(await text(request)) as { query: string });
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  };
};

let patients: Record<'stars' | 'light', Patient>;
let before: string;
let after: string;
let router: Standalone;
let server: Server;
let url: string;

/** By GET a request takes the way through Apollo Server, by POST the short one. */
const get = async (query: string): Promise<FormattedExecutionResult> => {
  const response = await fetch(`${url}?query=${encodeURIComponent(query)}`);
  return (await response.json()) as FormattedExecutionResult;
};
const post = async (query: string): Promise<FormattedExecutionResult> => {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  return (await response.json()) as FormattedExecutionResult;
};

beforeEach(async () => {
  patients = { stars: await startPatient(serving(stars)), light: await startPatient(serving(light)) };
  const urls = { stars: patients.stars.url, light: patients.light.url };
  before = composeSubgraphs({ stars }, urls);
  after = composeSubgraphs({ stars: barren, light }, urls);
  router = await createStandalone({ supergraphSdl: before, logger: createLogger({ service: 'router', level: 'silent' }) });
  server = createServer(router.handler);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await router.stop();
  await Promise.all(Object.values(patients).map((patient) => patient.stop()));
});

describe('a new supergraph', () => {
  test('is served from the next request on, with subgraphs that were not there before', async () => {
    expect(await post('{ stars { name companion } }')).toEqual({ data: { stars: [{ name: 'Vega', companion: 'none' }] } });
    router.reload(after);
    expect(await post('{ stars { name magnitude } }')).toEqual({ data: { stars: [{ name: 'Vega', magnitude: 0.03 }] } });
    expect((await post('{ stars { companion } }')).errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    router.reload(before);
    expect(await post('{ stars { name companion } }')).toEqual({ data: { stars: [{ name: 'Vega', companion: 'none' }] } });
  });

  test.each(['post', 'get'])('changes nothing for a request that is under way (%s)', async (how) => {
    const arrived = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const well = patients.stars.handle;
    patients.stars.handle = async (request, response) => {
      arrived.resolve();
      await go.promise;
      well(request, response);
    };
    const slow = (how === 'get' ? get : post)('{ stars { name companion } }');
    await arrived.promise;
    router.reload(after);
    go.resolve();
    expect(await slow).toEqual({ data: { stars: [{ name: 'Vega', companion: 'none' }] } });
  });

  test('fails no request, however often it comes', async () => {
    let isOver = false;
    const answers = new Map<string, number>();
    const clients = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        const answer = JSON.stringify(await post('{ stars { name } }'));
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
      }
    });
    for (let index = 0; index < 20; index += 1) {
      router.reload(index % 2 === 0 ? after : before);
      expect(() => router.reload('type Query { broken: Nothing }')).toThrow();
      await post('{ stars { name } }');
    }
    isOver = true;
    await Promise.all(clients);
    expect([...answers.keys()]).toEqual(['{"data":{"stars":[{"name":"Vega"}]}}']);
  });

  const useless: [string, () => string][] = [
    ['is no SDL', () => 'type Query {'],
    ['is no supergraph', () => 'type Query { stars: String }'],
    ['is empty', () => ''],
    ['names an unknown type', () => after.replace(/magnitude: Float/g, 'magnitude: Flout')],
    ['gives no address of a subgraph', () => after.replace(patients.light.url, '')],
    ['ends in the middle', () => after.slice(0, after.length / 2)],
  ];
  test.each(useless)('that %s is refused, and the one before stays', async (_what, sdl) => {
    expect(() => router.reload(sdl())).toThrow();
    expect(await post('{ stars { name companion } }')).toEqual({ data: { stars: [{ name: 'Vega', companion: 'none' }] } });
    router.reload(after);
    expect(await post('{ stars { magnitude } }')).toEqual({ data: { stars: [{ magnitude: 0.03 }] } });
  });
});
