import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@atelier/service-kit/log';
import { afterEach, describe, expect, test } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { createStandalone } from './standalone.ts';
import { composeSubgraphs } from './testing/subgraphs.ts';
import { createWorld } from './testing/world.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function listen(handler: RequestListener): Promise<string> {
  const server: Server = createServer(handler);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  ends.push(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** What the audit finds that a server must not do; each as a sentence. */
async function errorsOf(url: string): Promise<string[]> {
  const results = await auditServer({ url, fetchFn: fetch });
  expect(results.length).toBeGreaterThan(50);
  return results.flatMap((result) => (result.status === 'error' ? [`${result.name}: ${result.reason}`] : []));
}

describe('GraphQL over HTTP is spoken as its specification says', () => {
  test('by a router in its own right', async () => {
    const supergraphSdl = composeSubgraphs({ sky: { sdl: 'type Query { stars: Int } type Mutation { ignite: Int }' } });
    const standalone = await createStandalone({ supergraphSdl, logger: createLogger({ service: 'router', level: 'silent' }) });
    ends.push(() => standalone.stop());
    expect(await errorsOf(await listen(standalone.handler))).toEqual([]);
  });

  test('by the product', async () => {
    const world = await createWorld();
    ends.push(() => world.stop());
    expect(await errorsOf(`${world.url}/graphql`)).toEqual([]);
  });
});
