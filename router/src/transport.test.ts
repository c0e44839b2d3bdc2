import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { overHttp, type SubgraphTransport } from './transport.ts';

let server: Server;
let transport: SubgraphTransport;
let handle: RequestListener;
const ask = () => transport.send({ query: '{ a }', variables: { b: 1 }, viewerToken: 'signed', traceId: 'trace' });

beforeEach(async () => {
  server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  transport = overHttp({ url, timeoutMs: 300, maxResponseBytes: 1_000 });
});
afterEach(async () => {
  server.closeAllConnections();
  await transport.close();
  await new Promise((resolve) => server.close(resolve));
});

describe('a subgraph over HTTP', () => {
  test('is sent the operation, the signed viewer and the trace id, and nothing else', async () => {
    let headers: IncomingHttpHeaders = {};
    let body = '';
    handle = async (request, response) => {
      headers = request.headers;
      for await (const chunk of request) body += chunk;
      response.end('{"data":{"a":1}}');
    };
    expect(await ask()).toEqual({ data: { a: 1 } });
    expect(JSON.parse(body)).toEqual({ query: '{ a }', variables: { b: 1 } });
    expect(headers).toMatchObject({ 'x-atelier-viewer': 'signed', 'x-trace-id': 'trace' });
    expect(headers.cookie ?? headers.authorization).toBeUndefined();
  });

  test('that answers with errors has answered', async () => {
    handle = (_request, response) => response.writeHead(500).end('{"errors":[{"message":"no"}]}');
    expect(await ask()).toEqual({ errors: [{ message: 'no' }] });
  });

  const ill: [string, RequestListener][] = [
    ['hangs', () => {}],
    ['answers with a page', (_request, response) => response.writeHead(502).end('<html>Bad gateway</html>')],
    ['answers with other JSON', (_request, response) => response.end('{"ok":true}')],
    ['sends elsewhere', (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
    ['answers without end', (_request, response) => response.end(`{"data":"${'x'.repeat(2_000)}"}`)],
    ['hangs up', (request) => request.socket.destroy()],
  ];
  test.each(ill)('that %s does not answer', async (_what, how) => {
    handle = how;
    await expect(ask()).rejects.toThrow();
  });
});
