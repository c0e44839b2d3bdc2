import { Agent, createServer, type RequestListener, request, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createDrain, type Drain } from './drain.ts';

let server: Server;
let drain: Drain;
let port: number;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

async function serve(listener: RequestListener, options = { delayMs: 0, timeoutMs: 10_000 }): Promise<void> {
  server = createServer();
  drain = createDrain(server, options);
  server.on('request', drain.over(listener));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  port = (server.address() as AddressInfo).port;
}
const ask = (path = '/') =>
  new Promise<{ status: number | undefined; connection: string | undefined; text: string }>((resolve, reject) => {
    request({ port, path, agent, host: '127.0.0.1' }, (response) => {
      const { statusCode: status, headers } = response;
      text(response).then((body) => resolve({ status, connection: headers.connection, text: body }), reject);
    })
      .on('error', reject)
      .end();
  });
const hello: RequestListener = (_request, response) => void response.end('hello');

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('a server that is about to end', () => {
  test('says so to whoever asks whether it is ready, and asks its clients to connect anew', async () => {
    await serve(hello, { delayMs: 60_000, timeoutMs: 0 });
    expect(await ask('/health/ready')).toMatchObject({ status: 200, text: 'hello', connection: 'keep-alive' });
    void drain.start();
    expect(await ask('/health/ready')).toEqual({ status: 503, connection: 'close', text: '{"status":"stopping"}' });
    expect(await ask()).toEqual({ status: 200, connection: 'close', text: 'hello' });
  });

  test('finishes what is under way, takes nothing new, and closes what is idle', async () => {
    const arrived = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    await serve(async (_request, response) => {
      response.writeHead(200);
      response.write('slow');
      arrived.resolve();
      await finish.promise;
      response.end(' answer');
    });
    const idle = await open();
    const idleClosed = new Promise((closed) => idle.once('close', closed));
    const slow = ask();
    await arrived.promise;
    const ended = drain.start();
    await idleClosed;
    await expect(open()).rejects.toThrow('ECONNREFUSED');
    finish.resolve();
    expect((await slow).text).toBe('slow answer');
    await ended;
  });

  test('cuts off what does not end', async () => {
    const arrived = Promise.withResolvers<void>();
    const forever: RequestListener = (_request, response) => {
      response.writeHead(200).write('forever');
      arrived.resolve();
    };
    await serve(forever, { delayMs: 0, timeoutMs: 50 });
    const hanging = ask();
    const cut = expect(hanging).rejects.toThrow();
    await arrived.promise;
    await drain.start();
    await cut;
  });

  test('ends once, however often it is told', async () => {
    await serve(hello);
    expect(drain.start()).toBe(drain.start());
    await drain.start();
  });
});

function open(): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket)).on('error', reject);
  });
}
