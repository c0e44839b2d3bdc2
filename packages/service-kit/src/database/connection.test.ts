import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { LEDGER, type TestDatabase, testDatabase } from '@atelier/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { type QueuedQuery, SharedConnection, type Wave } from './connection.ts';
import { sqlStatement, type WireResult } from './statement.ts';
import { WaveCollector } from './waves.ts';

const asks = sqlStatement<{ pid: number }>(
  'connections.asks',
  () => sql`select pg_backend_pid() as pid from pg_sleep(${sql.placeholder('seconds')}::float8)`,
);

let store: TestDatabase;
let proxy: Server;
let deaf = false;
/** Takes new connections and never says anything on them. */
let isMute = false;
const sockets = new Set<Socket>();

beforeAll(async () => {
  store = await testDatabase([LEDGER]);
  const target = new URL(store.adminUrl);
  proxy = createServer((socket) => {
    if (isMute) {
      sockets.add(socket);
      return;
    }
    const onward = connect(Number(target.port), target.hostname);
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => end.destroy());
    }
    socket.pipe(onward);
    onward.on('data', (chunk) => {
      if (!deaf) socket.write(chunk);
    });
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  proxy.close();
  await store.drop();
});

function send(connection: SharedConnection): Promise<WireResult> {
  return new Promise((resolve, reject) =>
    connection.send([{ scope: { studioId: null }, queries: [{ query: { name: null, text: 'select 1', values: [] }, resolve, reject }] }]),
  );
}

function optionsOfProxy() {
  const url = new URL(store.url('ledger'));
  url.port = String((proxy.address() as AddressInfo).port);
  return { url: url.href, applicationName: 'test', statementTimeoutMs: 50, graceMs: 250, onError: () => undefined };
}

const throughProxy = () => new SharedConnection({ ...optionsOfProxy(), onRetry: () => undefined });

test('a server that falls silent is given up, and asked again over a new connection', async () => {
  const connection = throughProxy();
  await send(connection);
  deaf = true;
  await expect(send(connection)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  deaf = false;
  await expect(send(connection)).resolves.toMatchObject({ rows: [['1']] });
  expect(connection.pending).toBe(0);
  await connection.close();
  await expect(send(connection)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});

test('a server that falls silent is given up also while more and more is asked of it', async () => {
  const connection = throughProxy();
  await send(connection);
  deaf = true;
  const asked: Promise<unknown>[] = [];
  let isGivenUp = false;
  for (let count = 0; !isGivenUp && count < 30_000; count += 1) {
    asked.push(
      send(connection).catch(() => {
        isGivenUp = true;
      }),
    );
    await store.admin.query('select');
  }
  deaf = false;
  expect(isGivenUp).toBe(true);
  await Promise.all(asked);
  await expect(send(connection)).resolves.toMatchObject({ rows: [['1']] });
  await connection.close();
});

test('while one connection cannot be opened anew, the other answers', async () => {
  let lost: (error: unknown) => void = () => undefined;
  const isLost = new Promise((resolve) => {
    lost = resolve;
  });
  const waves = new WaveCollector({ ...optionsOfProxy(), statementTimeoutMs: 5_000, onError: lost }, 2, { begins: 0, statements: 0 });
  const ask = async (seconds: number) => {
    const [row] = await waves.session({ studioId: null }).run(asks, { seconds });
    return row?.pid;
  };
  await ask(0);
  const slow = ask(0.2);
  await store.admin.query('select pg_sleep(0.1)');
  const [second, first] = await Promise.all([ask(0), slow]);
  expect(second).not.toBe(first);
  isMute = true;
  await store.admin.query('select pg_terminate_backend($1)', [first]);
  await isLost;
  const answers = await Promise.allSettled([ask(0), new Promise(setImmediate).then(() => ask(0))]);
  isMute = false;
  expect(answers).toEqual([1, 2].map(() => ({ status: 'fulfilled', value: second })));
  await waves.close();
});

test('a statement whose preparation was lost twice behind the failures of others is answered', async () => {
  const retried: QueuedQuery[] = [];
  let isRetried = Promise.withResolvers<void>();
  const onRetry = (waves: readonly Wave[]) => {
    for (const { queries } of waves) retried.push(...queries);
    if (retried.length === 2) isRetried.resolve();
  };
  const connection = new SharedConnection({ ...optionsOfProxy(), onRetry });
  const answers: Promise<WireResult>[] = [];
  const queued = (name: string | null, text: string): QueuedQuery => {
    const { promise, resolve, reject } = Promise.withResolvers<WireResult>();
    answers.push(promise);
    return { query: { name, text, values: [] }, resolve, reject };
  };
  const fails = () => queued(null, 'select 1 / 0');
  const [one, other] = [queued('connection.two', 'select 2'), queued('connection.two', 'select 2')];
  const send = (...queries: QueuedQuery[]) => connection.send([{ scope: { studioId: null }, queries }]);
  for (const _ of [1, 2]) {
    isRetried = Promise.withResolvers<void>();
    retried.length = 0;
    send(fails(), one);
    send(other);
    await Promise.race([isRetried.promise, answers[1]]);
  }
  send(one);
  const outcomes = await Promise.allSettled(answers);
  const failed = { status: 'rejected', reason: expect.objectContaining({ code: '22012' }) };
  const answered = { status: 'fulfilled', value: expect.objectContaining({ rows: [['2']] }) };
  expect(outcomes).toEqual([answered, answered, failed, failed]);
  await connection.close();
});
