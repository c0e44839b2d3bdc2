import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type HttpTransportOptions, overHttp } from './http.ts';
import { illnesses, type Patient, saying, startPatient } from './testing/ill.ts';
import { type SendOptions, type SubgraphTransport, states, TransportError } from './transport.ts';

const well = saying({ data: { a: 1 } });
let patient: Patient;
let transport: SubgraphTransport;

async function open(options: Partial<HttpTransportOptions> = {}): Promise<void> {
  await transport?.close();
  transport = overHttp({ url: patient.url, timeoutMs: 1_500, maxResponseBytes: 1_000, retryDelayMs: 5, ...options });
}
const ask = (options?: SendOptions, query = '{ a }') =>
  transport.send({ query, variables: { b: 1 }, viewerToken: 'signed', traceId: 'trace' }, options);
const change = (options?: SendOptions) => ask(options, 'mutation { a }');
const failureOf = (sent: Promise<unknown>) =>
  sent.then(
    () => 'none',
    (error: unknown) => (error instanceof TransportError ? error.failure : error),
  );
/** Handles the first requests in turn, and all others like the last. */
const inTurn = (...handlers: RequestListener[]): RequestListener => {
  let next = 0;
  return (request, response) => {
    handlers[Math.min(next, handlers.length - 1)]?.(request, response);
    next += 1;
  };
};

beforeEach(async () => {
  patient = await startPatient(well);
  await open();
});
afterEach(async () => {
  await patient.stop();
  await transport.close();
});

describe('a subgraph over HTTP', () => {
  test('is sent the operation, the signed viewer and the trace id, and nothing else', async () => {
    let headers: IncomingHttpHeaders = {};
    let body = '';
    patient.handle = async (request, response) => {
      headers = request.headers;
      body = await text(request);
      response.end('{"data":{"a":1}}');
    };
    expect(await ask()).toEqual({ data: { a: 1 } });
    expect(JSON.parse(body)).toEqual({ query: '{ a }', variables: { b: 1 } });
    expect(headers).toMatchObject({ 'x-atelier-viewer': 'signed', 'x-trace-id': 'trace' });
    expect(headers.cookie ?? headers.authorization ?? headers['accept-encoding']).toBeUndefined();
  });

  test('that answers with errors has answered, whatever its status', async () => {
    patient.handle = saying({ errors: [{ message: 'no' }] }, 500);
    expect(await ask()).toEqual({ errors: [{ message: 'no' }] });
    patient.handle = saying({ data: { a: null }, errors: [{ message: 'no' }] }, 503);
    expect(await ask()).toEqual({ data: { a: null }, errors: [{ message: 'no' }] });
    expect(patient.asked).toBe(2);
  });

  test.each(Object.entries(illnesses))('that %s does not answer', async (_what, how) => {
    patient.handle = how;
    expect(await failureOf(change())).toMatch(/^(connection|timeout|answer)$/);
    patient.handle = well;
    expect(await ask()).toEqual({ data: { a: 1 } });
  });

  test('is reached over a Unix socket', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'atelier-'));
    const local = await startPatient(
      (request, response) => void response.end(`{"data":{"path":"${request.url}"}}`),
      join(folder, 'a.sock'),
    );
    await open({ url: `${local.url}:/api/graphql` });
    expect(await ask()).toEqual({ data: { path: '/api/graphql' } });
    await local.stop();
    await rm(folder, { recursive: true });
  });

  test('keeps its connections from one request to the next', async () => {
    const ports = new Set<number | undefined>();
    patient.handle = (request, response) => {
      ports.add(request.socket.remotePort);
      well(request, response);
    };
    for (let index = 0; index < 20; index += 1) await ask();
    // undici frees a connection a tick after its answer, so the next request may take a second one.
    expect(ports.size).toBeLessThanOrEqual(2);
  });
});

describe('a fetch', () => {
  test('ends with the operation’s time, and the subgraph is not blamed', async () => {
    await open({ timeoutMs: 60_000, breaker: { failures: 1 } });
    patient.handle = illnesses.hangs ?? well;
    expect(await failureOf(ask({ deadline: performance.now() + 100 }))).toBe('timeout');
    expect(await failureOf(ask({ deadline: performance.now() - 1 }))).toBe('timeout');
    expect([patient.asked, transport.stats?.().breaker]).toEqual([1, 'closed']);
  });

  test('that waits for a connection ends in time too, and never leaves', async () => {
    await open({ connections: 1, breaker: { failures: 10 } });
    patient.handle = illnesses.hangs ?? well;
    expect(await Promise.all([failureOf(change()), failureOf(change()), failureOf(change())])).toEqual(['timeout', 'timeout', 'timeout']);
    patient.handle = well;
    await ask();
    expect(patient.asked).toBe(2);
  });

  test('is not begun when too many are under way', async () => {
    await open({ maxInFlight: 1 });
    patient.handle = illnesses.hangs ?? well;
    expect(await Promise.all([failureOf(change()), failureOf(change())])).toEqual(['timeout', 'refused']);
    expect(transport.stats?.()).toMatchObject({ refused: 1, inFlight: 0 });
  });

  test('of a client that has gone ends at the subgraph, too', async () => {
    await open({ timeoutMs: 60_000 });
    const client = new AbortController();
    const arrived = Promise.withResolvers<void>();
    patient.handle = () => arrived.resolve();
    const gone = patient.hungUp();
    const sent = failureOf(ask({ signal: client.signal }));
    await arrived.promise;
    client.abort();
    expect(await sent).toBe('cancelled');
    await gone;
    expect(await failureOf(ask({ signal: client.signal }))).toBe('cancelled');
    expect([patient.asked, transport.stats?.().breaker]).toEqual([1, 'closed']);
  });

  test('of a mutation that has left goes on when the client goes', async () => {
    const client = new AbortController();
    patient.handle = (request, response) => {
      client.abort();
      well(request, response);
    };
    expect(await change({ signal: client.signal })).toEqual({ data: { a: 1 } });
    expect(await failureOf(change({ signal: client.signal }))).toBe('cancelled');
  });
});

describe('a second try', () => {
  const away = saying({ error: 'UNAVAILABLE' }, 503);
  const cut = illnesses['hangs up'] ?? well;

  test('is made for a read that found no connection, or a 503', async () => {
    for (const first of [cut, away]) {
      patient.handle = inTurn(first, well);
      expect(await ask()).toEqual({ data: { a: 1 } });
    }
    expect(transport.stats?.()).toMatchObject({ retried: 2, failed: 2, sent: 4 });
  });

  test('is never made for what may change something', async () => {
    for (const [query, options] of [
      ['mutation { a }', {}],
      ['fragment F on Query { a } mutation { a }', {}],
      ['{ a }', { isMutation: true }],
    ] as const) {
      patient.handle = inTurn(cut, well);
      expect(await failureOf(ask(options, query))).toBe('connection');
    }
    expect(patient.asked).toBe(3);
  });

  test('is made once, and not after the first bytes of an answer, nor for what is no passing failure', async () => {
    await open({ breaker: { failures: 100 } });
    patient.handle = cut;
    expect(await failureOf(ask())).toBe('connection');
    expect(patient.asked).toBe(2);
    for (const what of ['hangs up within the body', 'fails with a page', 'answers with other JSON', 'hangs']) {
      patient.asked = 0;
      patient.handle = illnesses[what] ?? well;
      await failureOf(ask());
      expect([what, patient.asked]).toEqual([what, 1]);
    }
  });

  test('is rare where everything fails', async () => {
    await open({ breaker: { failures: 1_000, minimum: 1_000 } });
    patient.handle = cut;
    for (let index = 0; index < 100; index += 1) await failureOf(ask());
    expect(patient.asked).toBeGreaterThanOrEqual(110);
    expect(patient.asked).toBeLessThanOrEqual(120);
  });
});

describe('the breaker of a subgraph', () => {
  test('spares it while it is ill, and finds out that it is well again', async () => {
    const changes: string[] = [];
    await open({ breaker: { failures: 3, openMs: 50 }, onBreaker: (state) => changes.push(state) });
    await patient.stop();
    for (let index = 0; index < 3; index += 1) expect(await failureOf(change())).toBe('connection');
    expect(await failureOf(ask())).toBe('refused');
    expect(states({ patient: transport })).toMatchObject({ patient: { breaker: 'open', opened: 1, refused: 1, failed: 3 } });
    await patient.start();
    while ((await failureOf(ask())) !== 'none') await new Promise(setImmediate);
    expect([transport.stats?.().breaker, changes.at(-1)]).toEqual(['closed', 'closed']);
  });

  test('is passed by a health check, whose answer closes it', async () => {
    await open({ breaker: { failures: 1, openMs: 60_000 } });
    await patient.stop();
    expect(await failureOf(change())).toBe('connection');
    expect(await failureOf(ask({ isProbe: true }))).toBe('connection');
    await patient.start();
    expect(await failureOf(ask())).toBe('refused');
    expect(await ask({ isProbe: true })).toEqual({ data: { a: 1 } });
    expect(await ask()).toEqual({ data: { a: 1 } });
  });

  test('does not open for what one request alone brings about', async () => {
    await open({ breaker: { failures: 1 } });
    for (const handle of [illnesses['has 200 MB to say'], illnesses['announces 200 MB'], saying({ error: 'BAD_USER_INPUT' }, 400)]) {
      patient.handle = handle ?? well;
      expect(await failureOf(ask())).toBe('answer');
    }
    expect(transport.stats?.().breaker).toBe('closed');
  });
});
