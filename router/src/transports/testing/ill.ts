import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A server whose conduct can be changed between requests. */
export interface Patient {
  url: string;
  /** Requests that reached it. */
  asked: number;
  /** What the next requests get. */
  handle: RequestListener;
  /** Resolves when the next of its connections is gone. */
  hungUp(): Promise<void>;
  /** Goes away; `start` brings it back at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts a server, on a port or a Unix socket. */
export async function startPatient(handle: RequestListener, socketPath?: string): Promise<Patient> {
  let port = 0;
  let closed = Promise.withResolvers<void>();
  const make = () =>
    createServer((request, response) => {
      patient.asked += 1;
      patient.handle(request, response);
    }).on('connection', (socket) => socket.once('close', () => closed.resolve()));
  let server = make();
  const patient: Patient = {
    url: '',
    asked: 0,
    handle,
    hungUp() {
      closed = Promise.withResolvers();
      return closed.promise;
    },
    async stop() {
      const gone = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await gone;
    },
    async start() {
      server = make();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        if (socketPath) server.listen(socketPath, resolve);
        else server.listen(port, '127.0.0.1', resolve);
      });
      if (!socketPath) port = (server.address() as AddressInfo).port;
      patient.url = socketPath ? `unix:${socketPath}` : `http://127.0.0.1:${port}/graphql`;
    },
  };
  await patient.start();
  return patient;
}

/** A server that answers everything with one JSON. */
export const saying =
  (answer: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  };

const json = { 'content-type': 'application/json' };
const megabyte = 'x'.repeat(1024 * 1024);
/** `{"data":{"a":"000…` of 64 MB, in 64 kB. */
const bomb = gzipSync(`{"data":{"a":"${'0'.repeat(64 * 1024 * 1024)}"}}`);
const raw = (request: IncomingMessage, text: string) => request.socket.write(text);

/** Sends as much as the other side takes, up to 200 MB. */
function flood(_request: IncomingMessage, response: ServerResponse): void {
  let left = 200;
  response.writeHead(200, json).write('{"data":{"a":"');
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(megabyte)) return void response.once('drain', more);
    }
    if (!response.destroyed) response.end('"}}');
  };
  more();
}

/** One byte after the other, so that no single pause is long. */
function drip(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, json).write('{"data":{"a":"');
  const timer = setInterval(() => response.write('x'), 20);
  response.once('close', () => clearInterval(timer));
}

/** All that something in a subgraph's place can do wrong. None of it is an answer. */
export const illnesses: Readonly<Record<string, RequestListener>> = {
  hangs: () => {},
  'hangs within the head': (request) => void raw(request, 'HTTP/1.1 200 OK\r\nContent-Type: app'),
  'hangs within the body': (_request, response) => void response.writeHead(200, json).write('{"data":'),
  drips: drip,
  'has 200 MB to say': flood,
  'announces 200 MB': (_request, response) => void response.writeHead(200, { ...json, 'content-length': 209_715_200 }).write('{'),
  'sends a bomb for which nobody asked': (_request, response) =>
    void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb),
  'has a head of 64 kB': (_request, response) => void response.writeHead(200, { ...json, 'x-long': 'y'.repeat(65_536) }).end('{"data":{}}'),
  'fails with a page': (_request, response) =>
    void response.writeHead(500, { 'content-type': 'text/html' }).end('<html>stack at /srv/app.ts:12</html>'),
  'answers with a page': (_request, response) => void response.end('<html>Welcome</html>'),
  'answers with JSON that breaks off': (_request, response) => void response.writeHead(200, json).end('{"data":{"a":'),
  'answers with other JSON': (_request, response) => void response.writeHead(200, json).end('{"ok":true}'),
  'answers with JSON that is none by its type': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('{"data":{"a":1}}'),
  'answers with nothing': (_request, response) => void response.writeHead(204).end(),
  'sends elsewhere': (_request, response) =>
    void response.writeHead(307, { ...json, location: 'http://169.254.169.254/latest' }).end('{"data":{"a":1}}'),
  'hangs up': (request) => void request.socket.destroy(),
  'hangs up within the body': (request, response) => {
    response.writeHead(200, { ...json, 'content-length': 1_000 }).write('{"data":{"a":1');
    setImmediate(() => request.socket.resetAndDestroy());
  },
  'speaks something else': (request) => void raw(request, 'SSH-2.0-OpenSSH_9.9\r\n'),
};
