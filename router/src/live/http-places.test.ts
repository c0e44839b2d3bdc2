import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@atelier/service-kit/log';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express from 'express';
import { createHttpStreams } from '../http-streams.ts';
import { member } from '../testing/world.ts';
import { type Census, createCensus } from './census.ts';
import { noLiveCounts } from './counts.ts';
import type { Session } from './sessions.ts';
import { liveSettings } from './settings.ts';

let server: Server;
let census: Census;
/** What a request waits for before its stream is begun. */
let hold: ((closed: Promise<unknown>) => Promise<unknown>) | null;
let passed: PromiseWithResolvers<void>;

beforeEach(async () => {
  passed = Promise.withResolvers();
  census = createCensus();
  const artist = { viewer: member('ink'), token: async () => 'signed' };
  const session: Session = { viewer: artist, scope: 'artist', isOver: false, isFresh: () => true, renew: async () => artist };
  const streams = createHttpStreams({
    sessions: { open: async () => ({ session, release: () => {} }), stop: () => {} },
    starter: {
      start(_asked, _session, sink) {
        sink.opened();
        return { isStream: true, stop: () => {} };
      },
    },
    operations: { knows: () => false, read: () => [], counts: { hits: 0, misses: 0 } },
    census,
    settings: { ...liveSettings, connectionsPerAddress: 1 },
    logger: createLogger({ service: 'router', level: 'silent' }),
    addressOf: () => '192.0.2.1',
    origins: { allows: () => true },
    counts: noLiveCounts(),
  });
  const app = express();
  app.use(async (_request, response, next) => {
    await hold?.(once(response, 'close'));
    next();
  });
  app.use(async (request, response, next) => {
    await streams.handler(request, response, next);
    passed.resolve();
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ask = () =>
  request(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?query={a}`, { headers: { accept: 'text/event-stream' } })
    .on('error', () => {})
    .end();

test('a client that goes while it is asked who it is takes no place', async () => {
  const isHeld = Promise.withResolvers<void>();
  hold = (closed) => {
    isHeld.resolve();
    return closed;
  };
  const gone = ask();
  await isHeld.promise;
  gone.destroy();
  await passed.promise;
  hold = null;
  const [response] = await once(ask(), 'response');
  expect(response.statusCode).toBe(200);
});
