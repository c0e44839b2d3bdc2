import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RouteHandler } from '@atelier/service-kit/subgraph';

/** Answers plain HTTP. `address` is the client's network address as the router knows it. */
export type WebHandler = (request: Request, client: { address: string | null }) => Promise<Response>;

/** In the fleet the router sets this to the client's network address, over whatever the client sent under that name. */
export const ADDRESS_HEADER = 'x-atelier-address';

// Others, as TRACE, can be sent, but no `Request` can be made of them.
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export interface RouteOptions {
  /** The origin that URLs are resolved against. */
  publicUrl: string;
  /** A longer body is refused with 413. */
  maxBytes: number;
  /** Whether a router stands before this process and says where a client is: nobody else is believed. */
  behindRouter: boolean;
  onError: (error: unknown) => void;
}

/** Serves a web handler over Node's HTTP: reads at most `maxBytes`, answers what is thrown with 500 and no detail. */
export function toRoute(handler: WebHandler, options: RouteOptions): RouteHandler {
  return (request, response) => {
    respond(handler, options, request, response).catch((error: unknown) => {
      options.onError(error);
      response.destroy();
    });
  };
}

async function respond(handler: WebHandler, options: RouteOptions, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  let answer: Response;
  try {
    const body = await readBody(incoming, options.maxBytes);
    if (!METHODS.has(incoming.method ?? '')) {
      answer = failure(405, 'METHOD_NOT_ALLOWED', 'There is no such method here.');
    } else if (body === 'too large') {
      answer = failure(413, 'TOO_LARGE', `At most ${Math.floor(options.maxBytes / 1_024)} kB can be sent here.`);
      answer.headers.set('connection', 'close');
    } else {
      const address = addressOf(incoming, options.behindRouter);
      answer = await handler(toRequest(incoming, body, address, options.publicUrl), { address });
    }
  } catch (error) {
    options.onError(error);
    answer = failure(500, 'INTERNAL', 'Something went wrong on our side. Try again in a moment.');
  }
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  if (!answer.headers.has('cache-control')) outgoing.setHeader('cache-control', 'no-store');
  // Who downloads gets it as it is read, however long it is.
  if (answer.body !== null && answer.headers.has('content-disposition')) {
    outgoing.writeHead(answer.status);
    await pipeline(Readable.fromWeb(answer.body), outgoing);
    return;
  }
  const content = Buffer.from(await answer.arrayBuffer());
  outgoing.setHeader('content-length', content.byteLength);
  outgoing.writeHead(answer.status).end(incoming.method === 'HEAD' ? undefined : content);
}

/** Where the client is: as the router says, as Express says (it knows which proxies to trust), or the socket's other end. */
function addressOf(incoming: IncomingMessage & { ip?: string | undefined }, behindRouter: boolean): string | null {
  const given = behindRouter ? incoming.headers[ADDRESS_HEADER] : undefined;
  return (typeof given === 'string' && given !== '' ? given : (incoming.ip ?? incoming.socket.remoteAddress)) ?? null;
}

/** The body as bytes. What is too long is not kept; the connection is closed after the answer. */
async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer> | null | 'too large'> {
  if (incoming.method === 'GET' || incoming.method === 'HEAD') return null;
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) return 'too large';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return 'too large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// Express cuts the prefix that it matched from `url` and keeps the whole in `originalUrl`.
function pathOf(incoming: IncomingMessage & { originalUrl?: string }): string {
  return incoming.originalUrl ?? incoming.url ?? '/';
}

function toRequest(incoming: IncomingMessage, body: Buffer<ArrayBuffer> | null, address: string | null, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || name === ADDRESS_HEADER) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (address !== null) headers.set(ADDRESS_HEADER, address);
  // Only the path is the client's: the host is ours, whatever the request line says.
  const path = pathOf(incoming);
  const url = new URL(publicUrl);
  const [pathname = '/', ...query] = path.split('?');
  url.pathname = pathname;
  url.search = query.length > 0 ? `?${query.join('?')}` : '';
  return new Request(url, { method: incoming.method ?? 'GET', headers, body });
}

/** A typed failure as JSON: `{ error: { code, message } }`. */
export function failure(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}

/** The cookies of a request by name; the first of a name counts. */
export function cookiesOf(header: string | null | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    if (!cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

/**
 * Whether a request that changes something comes from one of our own pages. Browsers always send `Origin` with a POST;
 * a request without one is no browser's, and then carries no cookie that anybody else could have planted.
 */
export function isSameOrigin(request: Request, origins: readonly string[]): boolean {
  const origin = request.headers.get('origin');
  if (origin === 'null') return request.headers.get('sec-fetch-site') === 'same-origin';
  if (origin !== null) return origins.includes(origin);
  return !['cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? 'none');
}
