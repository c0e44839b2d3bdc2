import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMemoryBus } from '@atelier/service-kit/activity';
import { createViewerSigner } from '@atelier/service-kit/viewer';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createFleet, type Fleet } from './fleet.ts';

let heard: IncomingHttpHeaders = {};
let service: Server;
let front: Server;
let fleet: Fleet;
beforeAll(async () => {
  service = await listening((request, response) => {
    heard = request.headers;
    response.end('done');
  });
  const signer = createViewerSigner(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
  fleet = createFleet({ urlOf: () => addressOf(service), signer, bus: createMemoryBus(), now: () => new Date() });
  front = await listening(fleet.passOn('accounts'));
});
afterAll(async () => {
  await fleet.close();
  for (const server of [front, service]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listening(handler: RequestListener): Promise<Server> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

test('a client says of our own headers the studio alone: who asks, and from where, is the router’s to say', async () => {
  const headers = {
    cookie: 'a=b',
    'x-atelier-studio': 'northlight',
    'x-atelier-viewer': 'me',
    'X-Atelier-Address': '203.0.113.9',
    'x-atelier-batch': '1',
    'x-atelier-anything': 'else',
  };
  expect(await (await fetch(`${addressOf(front)}/auth/get-session`, { headers })).text()).toBe('done');
  const ours = Object.entries(heard).filter(([name]) => name.startsWith('x-atelier-'));
  expect(Object.fromEntries(ours)).toEqual({ 'x-atelier-studio': 'northlight', 'x-atelier-address': '127.0.0.1' });
  expect(heard.cookie).toBe('a=b');
});
