import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { createLogger } from '@atelier/service-kit/log';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { createCensus } from './live/census.ts';
import { noLiveCounts } from './live/counts.ts';
import type { Session } from './live/sessions.ts';
import { liveSettings } from './live/settings.ts';
import { createSockets, type Sockets } from './socket.ts';
import { member } from './testing/world.ts';

const fail = (): never => {
  throw new Error('this should not happen');
};
const artist = { viewer: member('ink'), token: async () => 'signed' };

let server: Server;
let sockets: Sockets;
let url: string;
let logs: string[];
let isOriginKnown: () => boolean;

beforeEach(async () => {
  logs = [];
  isOriginKnown = () => true;
  const session: Session = { viewer: artist, scope: 'artist', isOver: false, isFresh: () => true, renew: async () => artist };
  sockets = createSockets({
    path: '/graphql',
    sessions: { open: async () => ({ session, release: () => {} }), stop: () => {} },
    starter: { start: fail },
    census: createCensus(),
    origins: { allows: () => isOriginKnown() },
    addressOf: () => '192.0.2.1',
    settings: { ...liveSettings, connectionsPerAddress: 1, drainMs: 0 },
    counts: noLiveCounts().websocket,
    logger: createLogger({ service: 'router', destination: { write: (line) => logs.push(line) } }),
  });
  server = createServer((_request, response) => response.end('well'));
  sockets.attach(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await sockets.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('an upgrade that cannot be handled is refused with 400, and the server goes on', async () => {
  isOriginKnown = fail;
  const asked = request(`http://${url}/graphql`, { headers: { connection: 'Upgrade', upgrade: 'websocket' } }).end();
  const [response] = await once(asked, 'response');
  expect(response.statusCode).toBe(400);
  expect(logs.join()).toContain('this should not happen');
  expect(await (await fetch(`http://${url}`)).text()).toBe('well');
});

test('a refused upgrade is over, though its client never closes', async () => {
  isOriginKnown = () => false;
  for (const path of ['/elsewhere', '/graphql']) {
    const client = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true });
    client.write(`GET ${path} HTTP/1.1\r\nHost: ${url}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    const [connection] = await once(server, 'connection');
    await once(connection, 'close');
    client.destroy();
  }
});

test('a message that cannot be handled closes its own socket with 1011, and leaves its place to the next', async () => {
  for (const _time of [1, 2]) {
    const socket = new WebSocket(`ws://${url}/graphql`, 'graphql-transport-ws');
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
    socket.once('message', () => socket.send('{"type":"subscribe","id":"1","payload":{"query":"{ a }"}}'));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1011);
  }
  expect(logs.join()).toContain('this should not happen');
  expect(await (await fetch(`http://${url}`)).text()).toBe('well');
});
