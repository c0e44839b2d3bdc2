import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type LiveBus, type LiveEvent, parseChannel } from '@atelier/service-kit/activity';
import { unavailable } from '@atelier/service-kit/errors';
import { createRevocations } from '@atelier/service-kit/revocations';
import { VIEWER_HEADER, type Viewer, type ViewerSigner } from '@atelier/service-kit/viewer';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import { Pool } from 'undici';
import { STUDIO_HEADER } from './http-request.ts';
import type { RouterOptions } from './router.ts';
import { readAddress } from './transports/index.ts';

/** What the router needs of the subgraphs beside GraphQL, over HTTP. */
export interface Fleet {
  viewers: ViewerSource;
  history: RouterOptions['history'];
  /** Hands a request with its body to a service, and its answer back. */
  passOn(service: string): RequestListener;
  /** Whether each of these subgraphs says that it is ready; known for a second. */
  areReady(subgraphs: readonly string[]): Promise<boolean>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 10_000;
const READY_TIMEOUT_MS = 1_500;
const READY_KNOWN_MS = 1_000;
/** Headers of one connection, which say nothing about the next. */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'te', 'upgrade', 'expect', 'proxy-connection'];

const UNANSWERED = { 'content-type': 'text/plain', 'cache-control': 'no-store', 'retry-after': '1' };

/** Reaches the subgraphs of a fleet; `urlOf` gives a subgraph's address by its name. */
export function createFleet(options: { urlOf: (subgraph: string) => string; signer: ViewerSigner; bus: LiveBus; now: () => Date }): Fleet {
  const { urlOf, signer, bus, now } = options;
  const pools = new Map<string, Pool>();
  const poolOf = (subgraph: string): Pool => {
    const known = pools.get(subgraph);
    if (known) return known;
    const { origin, socketPath } = readAddress(urlOf(subgraph));
    const options = { connections: 16, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS };
    const pool = new Pool(origin, socketPath ? { ...options, socketPath } : options);
    pools.set(subgraph, pool);
    return pool;
  };

  async function ask<T>(subgraph: string, path: string, studioId: string | null, body: unknown): Promise<T> {
    const token = await signer.sign({ kind: 'service', service: 'router', studioId });
    const answer = await poolOf(subgraph).request({
      path,
      method: 'POST',
      headers: { 'content-type': 'application/json', [VIEWER_HEADER]: token },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${subgraph} answered ${path} with ${answer.statusCode}`);
    return JSON.parse(text) as T;
  }

  async function isReady(subgraph: string): Promise<boolean> {
    const signal = AbortSignal.timeout(READY_TIMEOUT_MS);
    const { statusCode, body } = await poolOf(subgraph).request({ path: '/health/ready', method: 'GET', signal });
    await body.dump();
    return statusCode === 200;
  }
  let readiness: { at: number; answer: Promise<boolean> } | null = null;

  return {
    viewers: {
      resolve: (credentials) => ask<Viewer>('accounts', '/internal/viewer', null, credentials),
      onRevoked: (listener) => createRevocations(bus, now).subscribe(listener),
    },
    history(channel, after) {
      const { source, studioId, subject } = parseChannel(channel);
      // A stream that cannot begin just now is begun again by its client.
      return ask<LiveEvent[] | 'resync'>(source, '/internal/changes', studioId, { studioId, subject, after }).catch(() => {
        throw unavailable('A part of Atelier');
      });
    },
    passOn: (service) => (request, response) => {
      passOn(poolOf(service), request, response).catch(() => {
        // Half an answer cannot be mended: the client is to see that it is none.
        if (response.headersSent) response.destroy();
        else response.writeHead(503, UNANSWERED).end('This part of Atelier does not answer. Try again in a moment.');
      });
    },
    areReady(subgraphs) {
      if (readiness === null || now().getTime() - readiness.at > READY_KNOWN_MS) {
        const answer = Promise.all(subgraphs.map(isReady)).then(
          (answers) => answers.every(Boolean),
          () => false,
        );
        readiness = { at: now().getTime(), answer };
      }
      return readiness.answer;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

/** Of our own names a client says the studio alone: who asks, and from where, is the router's to say. */
const mayPass = (name: string): boolean => !OF_THE_CONNECTION.includes(name) && (!name.startsWith('x-atelier-') || name === STUDIO_HEADER);

async function passOn(pool: Pool, request: IncomingMessage & { ip?: string | undefined }, response: ServerResponse): Promise<void> {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => mayPass(name)));
  const hasLeft = new AbortController();
  response.once('close', () => hasLeft.abort());
  const {
    statusCode,
    headers: answered,
    body,
  } = await pool.request({
    path: request.url ?? '/',
    method: (request.method ?? 'GET') as 'GET',
    headers: { ...headers, 'x-atelier-address': request.ip ?? request.socket.remoteAddress ?? '' },
    body: request.method === 'GET' || request.method === 'HEAD' ? null : request,
    signal: hasLeft.signal,
  });
  const passed = Object.entries(answered).filter(([name]) => !OF_THE_CONNECTION.includes(name));
  response.writeHead(statusCode, Object.fromEntries(passed) as Record<string, string | string[]>);
  // Not `pipe`: a service that dies half-way through an answer must not take the router along.
  await pipeline(body, response);
}
