import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import tls from 'node:tls';
import { LEDGER, type TestDatabase, testDatabase } from '@atelier/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { createLogger } from '../log.ts';
import { type Answer, AnswerReader } from './answers.ts';
import { createDatabase, type Database } from './create.ts';
import { sqlStatement } from './statement.ts';

let store: TestDatabase;
let database: Database;
beforeAll(async () => {
  store = await testDatabase([LEDGER]);
  database = open(store.url('ledger'));
});
afterAll(async () => {
  await database.close();
  await store.drop();
});

const open = (url: string): Database =>
  createDatabase({ url, schema: 'ledger', logger: createLogger({ service: 'test', level: 'silent' }), readConnections: 1 });

const FAILS_HALF_WAY = sql`select 1 / (3 - n) from generate_series(1, 5) n`;

/** Asks for texts as the columns of one row. */
async function ask(asked: Database, texts: readonly (string | null)[]): Promise<unknown> {
  const columns = texts.map((text, index) => sql`${text}::text as ${sql.identifier(`c${index}`)}`);
  const [row] = await asked
    .reads({ studioId: null })
    .run(sqlStatement<Record<string, unknown>>(null, () => sql`select ${sql.join(columns, sql`, `)}`));
  return row;
}

const columnsOf = (texts: readonly (string | null)[]) => Object.fromEntries(texts.map((text, index) => [`c${index}`, text]));

/** Between a database and PostgreSQL: what `meet` makes of a connection is joined to a new one to the server. */
async function between(meet: (socket: Socket, server: Socket) => void): Promise<{ url: string; close(): void }> {
  const target = new URL(store.url('ledger'));
  const sockets: Socket[] = [];
  const front = createServer((socket) => {
    const server = connect(Number(target.port), target.hostname);
    sockets.push(socket, server);
    for (const end of [socket, server]) end.on('error', () => end.destroy());
    meet(socket, server);
  }).listen(0, '127.0.0.1');
  await once(front, 'listening');
  const url = new URL(target);
  url.port = String((front.address() as AddressInfo).port);
  return {
    url: url.href,
    close() {
      for (const socket of sockets) socket.destroy();
      front.close();
    },
  };
}

describe('a row', () => {
  test.each<[string, (string | null)[]]>([
    ['short texts', ['Mural', '7', 't', '2026-11-22 09:30:00+00']],
    ['nothing, before, between and behind texts', [null, 'a', null, null, 'b', null]],
    ['nothing at all', [null, null]],
    ['empty texts', ['', 'a', '', '']],
    ['characters of two bytes', ['Zoë', 'plain', 'Ærø']],
    ['characters of three bytes', ['plain', '5 €', '日本']],
    ['characters of four bytes', ['plain', '𝄞 🎨', null]],
    ['fields of 127 bytes', ['x'.repeat(127), 'a', 'ä'.repeat(63), 'b']],
    ['fields of 128 bytes', ['x'.repeat(128), 'a', 'ä'.repeat(64), 'b']],
    ['fields whose length looks like a character', ['x'.repeat(0xc3), '', null, 'y'.repeat(0xe2), 'z']],
    ['a field of 10,000 bytes', ['a', 'x'.repeat(10_000), null, 'b']],
    ['many fields', Array.from({ length: 400 }, (_, index) => (index % 7 === 0 ? null : `field ${index}`))],
    ['more than comes in one piece', ['x'.repeat(200_000), 'é'.repeat(200_000), 'a']],
  ])('of %s is read as it was', async (_, texts) => {
    expect(await ask(database, texts)).toEqual(columnsOf(texts));
  });

  test('without columns is a row', async () => {
    const none = sqlStatement('answers.none', () => sql`select from generate_series(1, 2)`);
    expect(await database.reads({ studioId: null }).run(none)).toEqual([{}, {}]);
  });

  test('of a statement that fails half way is not one of the next statement', async () => {
    const fails = sqlStatement('answers.fails', () => FAILS_HALF_WAY);
    const counts = sqlStatement('answers.counts', () => sql`select n from generate_series(1, 3) n`);
    const session = database.reads({ studioId: null });
    const outcomes = await Promise.allSettled([session.run(counts), session.run(fails), session.run(counts)]);
    const counted = { status: 'fulfilled', value: [{ n: 1 }, { n: 2 }, { n: 3 }] };
    expect(outcomes).toEqual([counted, { status: 'rejected', reason: expect.objectContaining({ code: '22012' }) }, counted]);
  });
});

/** The row of the statement that a wave begins with. */
const SCOPED = expect.arrayContaining(['', '']);

describe('what the server says', () => {
  /** All that came over one connection, whose statements answered, failed, and answered in texts of all kinds. */
  async function recorded(): Promise<Buffer> {
    const pieces: Buffer[] = [];
    const proxy = await between((socket, server) => {
      socket.pipe(server).pipe(socket);
      server.on('data', (piece) => pieces.push(piece));
    });
    const asked = open(proxy.url);
    await ask(asked, ['Mural', null, '', 'Zoë 🎨', 'x'.repeat(130)]);
    await expect(asked.reads({ studioId: null }).run(sqlStatement(null, () => FAILS_HALF_WAY))).rejects.toThrow('division by zero');
    await ask(asked, ['x'.repeat(600)]);
    await asked.close();
    proxy.close();
    return Buffer.concat(pieces);
  }

  /** What a reader makes of it, whose answers are taken where a transaction ends. */
  function heard(pieces: readonly Buffer[]) {
    const reader = new AnswerReader();
    const answers: Answer[] = [];
    const passedOn: string[] = [];
    reader.socket.on('data', (message: Buffer) => {
      passedOn.push(message.toString('latin1'));
      if (/^[EZ]/.test(passedOn.at(-1) ?? '')) answers.push(...reader.take());
    });
    for (const piece of pieces) reader.read(Buffer.from(piece));
    return { answers, passedOn };
  }

  test('is the same wherever it is cut into pieces, and passed on message by message', async () => {
    const bytes = await recorded();
    const whole = heard([bytes]);
    expect(whole.answers).toEqual([[SCOPED], [['Mural', null, '', 'Zoë 🎨', 'x'.repeat(130)]], [SCOPED], [SCOPED], [['x'.repeat(600)]]]);
    expect(new Set(whole.passedOn.map((message) => message[0]))).toEqual(new Set(['R', 'S', 'K', 'Z', 'T', 'E']));
    for (const message of whole.passedOn) expect(Buffer.from(message, 'latin1').readUInt32BE(1)).toBe(message.length - 1);
    for (let cut = 0; cut <= bytes.length; cut += 1) expect(heard([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(whole);
    for (const size of [1, 2, 3, 7, 64]) {
      const count = Math.ceil(bytes.length / size);
      expect(heard(Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size)))).toEqual(whole);
    }
  });

  test('is understood over TLS', async () => {
    // Ciphers without certificates: enough to be encrypted, and nothing has to be signed for a test.
    const ciphers = 'ADH-AES256-GCM-SHA384:@SECLEVEL=0';
    const secureContext = tls.createSecureContext({ ciphers, dhparam: 'auto', maxVersion: 'TLSv1.2' });
    let wasEncrypted = false;
    const front = await between((socket, server) => {
      socket.once('data', () => {
        socket.write('S');
        const secure = new tls.TLSSocket(socket, { isServer: true, secureContext });
        secure.on('error', () => socket.destroy());
        secure.on('secure', () => {
          wasEncrypted = true;
        });
        secure.pipe(server).pipe(secure);
      });
    });
    const { DEFAULT_CIPHERS } = tls;
    tls.DEFAULT_CIPHERS = ciphers;
    const asked = open(`${front.url}?sslmode=no-verify`);
    const texts = ['Mural', null, 'Zoë', 'x'.repeat(100_000)];
    expect(await ask(asked, texts)).toEqual(columnsOf(texts));
    expect(wasEncrypted).toBe(true);
    tls.DEFAULT_CIPHERS = DEFAULT_CIPHERS;
    await asked.close();
    front.close();
  });
});
