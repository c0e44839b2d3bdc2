import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LEDGER, type TestDatabase, testDatabase } from '@atelier/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDatabase, type Database } from '../database.ts';
import { createExporter, type Exporter, type ExportPart, type ExportSubject } from '../export.ts';
import { createHttpPeer } from '../fleet.ts';
import { uuidv7 } from '../ids.ts';
import { createLogger } from '../log.ts';
import { definePersonalData, helper, PSEUDONYM, people, person, secret, text, WORK } from '../personal-data.ts';
import { type ServedSubgraph, serveSubgraph } from '../serve.ts';
import type { Subgraph } from '../subgraph.ts';
import { createViewerSigner, createViewerVerifier, VIEWER_HEADER, type Viewer } from '../viewer.ts';

const personalData = definePersonalData({
  entries: { holds: { en: 'Entries.', es: 'Entradas.' }, studioGoes: 'rows go', columns: { title: text(WORK) }, plain: [] },
  notes: {
    holds: { en: 'Notes.', es: 'Notas.' },
    studioGoes: 'rows go',
    columns: {
      author_id: person({ kindIn: 'author_kind' }, PSEUDONYM, { isTheirs: true }),
      seen_by: person('member', PSEUDONYM),
      body: text(WORK),
      mentions: people,
      key_hash: secret,
      sort_key: helper,
    },
    plain: ['author_kind'],
  },
  words: { holds: { en: 'Words.', es: 'Palabras.' }, studioGoes: 'rows go', columns: { word: helper }, plain: [] },
  profiles: {
    holds: { en: 'Profiles.', es: 'Perfiles.' },
    studioGoes: "nobody's studio",
    columns: { user_id: person('user', 'row goes', { isTheirs: true }) },
    plain: [],
  },
});

let store: TestDatabase;
let database: Database;
let exporter: Exporter;
let studioId: string;
beforeAll(async () => {
  store = await testDatabase([LEDGER]);
  await store.admin.query(`
    create table ledger.notes (studio_id uuid not null, id uuid not null, author_kind text, author_id uuid, seen_by uuid, body text not null,
      mentions jsonb, key_hash text, sort_key text, amount bigint, share numeric, at timestamptz, day date, tags text[],
      primary key (studio_id, id));
    create table ledger.words (studio_id uuid not null, word text not null, primary key (studio_id, word));
    create table ledger.profiles (user_id uuid primary key, nickname text);
    create table ledger.undeclared (studio_id uuid not null, id uuid not null, primary key (studio_id, id));
  `);
  const { rows } = await store.admin.query<{ role: string }>(
    `select rolname as role from pg_roles where rolname = (select grantee::regrole::text from pg_class, aclexplode(relacl)
      where oid = 'ledger.entries'::regclass and grantee <> relowner limit 1)`,
  );
  await store.admin.query(`grant select on all tables in schema ledger to ${rows[0]?.role}`);
  database = createDatabase({ url: store.url('ledger'), schema: 'ledger', logger: createLogger({ service: 'test', level: 'silent' }) });
  exporter = createExporter({ sources: [{ schema: 'ledger', database }], personalData, owns: ['Note'] });
});
beforeEach(() => {
  studioId = uuidv7();
});
afterAll(async () => {
  await database.close();
  await store.drop();
});

const entries = (count: number, studio = studioId) =>
  store.admin.query(
    `insert into ledger.entries (studio_id, id, title, amount) select $1, gen_random_uuid(), 'Entry ' || n, n from generate_series(1, $2::int) n`,
    [studio, count],
  );

async function rowsOf(subject: ExportSubject, from: Exporter = exporter): Promise<Map<string, Record<string, unknown>[]>> {
  const { tables } = await from.describeExport(subject);
  const found = new Map<string, Record<string, unknown>[]>();
  await from.exportRows(subject, async ({ table, rows }) => {
    const columns = tables.find(({ name }) => name === table)?.columns ?? [];
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
    found.set(table, [...(found.get(table) ?? []), ...objects]);
  });
  return found;
}

describe('a studio’s rows', () => {
  test('are all there, in pages of at most 500, and none of another studio is', async () => {
    await Promise.all([entries(1_201), entries(3, uuidv7())]);
    const pages: number[] = [];
    const titles = new Set<unknown>();
    await exporter.exportRows({ kind: 'studio', studioId }, async ({ table, rows }) => {
      if (table !== 'entries') return;
      pages.push(rows.length);
      for (const row of rows) titles.add(row[2]);
    });
    expect([pages, titles.size]).toEqual([[500, 500, 201], 1_201]);
    const { tables } = await exporter.describeExport({ kind: 'studio', studioId });
    expect(tables.find(({ name }) => name === 'entries')?.rows).toBe(1_201);
  });

  test('are as they were at one moment, whatever is written meanwhile', async () => {
    await entries(600);
    let seen = 0;
    await exporter.exportRows({ kind: 'studio', studioId }, async ({ table, rows }) => {
      if (table !== 'entries') return;
      seen += rows.length;
      await store.admin.query(`delete from ledger.entries where studio_id = $1 and amount > 590`, [studioId]);
      await store.admin.query(
        `insert into ledger.entries (studio_id, id, title, amount) values ($1, 'ffffffff-ffff-7fff-bfff-ffffffffffff', 'Late', 1)
         on conflict do nothing`,
        [studioId],
      );
    });
    expect(seen).toBe(600);
  });

  test('are exact: moments in UTC to the microsecond, large and broken numbers as text, lists and documents as they are', async () => {
    await store.admin.query(
      `insert into ledger.notes (studio_id, id, body, mentions, amount, share, at, day, tags) values
       ($1, gen_random_uuid(), E'=1+1\\n"x"', '[{"kind":"member"}]', 9007199254740993, 0.1000, '2026-03-29 02:30:00.123456+02', '2026-03-29', '{a,"b c"}')`,
      [studioId],
    );
    const [note] = (await rowsOf({ kind: 'studio', studioId })).get('notes') ?? [];
    expect(note).toMatchObject({
      body: '=1+1\n"x"',
      mentions: [{ kind: 'member' }],
      amount: '9007199254740993',
      share: '0.1000',
      at: '2026-03-29T00:30:00.123456Z',
      day: '2026-03-29',
      tags: ['a', 'b c'],
      seen_by: null,
    });
  });

  test('come without secrets and search helpers, which are named; and so is each table that is not in it', async () => {
    const { tables, leftOut } = await exporter.describeExport({ kind: 'studio', studioId });
    const notes = tables.find(({ name }) => name === 'notes');
    expect(notes?.typename).toBe('Note');
    expect(notes?.columns).not.toContain('key_hash');
    expect(notes?.leftOut.map(({ name }) => name).sort()).toEqual(['key_hash', 'sort_key']);
    expect(leftOut.map(({ name }) => name).sort()).toEqual(['inbox', 'outbox', 'profiles', 'undeclared', 'words']);
    expect(leftOut.find(({ name }) => name === 'undeclared')?.because.en).toContain('not declared');
  });
});

describe('a person’s own rows', () => {
  test('are those that are theirs in the studio, and name nobody else', async () => {
    const [userId, memberId, other] = [uuidv7(), uuidv7(), uuidv7()];
    const note = `insert into ledger.notes (studio_id, id, author_kind, author_id, seen_by, body, mentions) values ($1, gen_random_uuid(), $2, $3, $4, $5, '[]')`;
    await store.admin.query(note, [studioId, 'member', memberId, other, 'mine']);
    await store.admin.query(note, [studioId, 'member', other, memberId, 'seen, and not mine']);
    await store.admin.query(note, [studioId, 'contact', memberId, null, 'of a contact']);
    await store.admin.query(note, [uuidv7(), 'member', memberId, null, 'of another studio']);
    await store.admin.query('insert into ledger.profiles values ($1, $2), ($3, $4)', [userId, 'Nick', other, 'Other']);
    const found = await rowsOf({ kind: 'person', userId, studioId, memberId });
    expect([...found.keys()]).toEqual(['notes']);
    expect(found.get('notes')).toMatchObject([{ body: 'mine', author_id: memberId, seen_by: null }]);
    expect(found.get('notes')?.[0]).not.toHaveProperty('mentions');
    const outside = await rowsOf({ kind: 'person', userId, studioId: userId, memberId: null });
    expect([...outside]).toEqual([['profiles', [{ user_id: userId, nickname: 'Nick' }]]]);
  });
});

describe('over HTTP', () => {
  const keys = generateKeyPairSync('ed25519');
  const signer = createViewerSigner(keys.privateKey.export({ format: 'jwk' }));
  let folder: string;
  let served: ServedSubgraph;
  let peer: Exporter;
  let breaksAfter: number | null = null;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atelier-export-'));
    await writeFile(join(folder, 'schema.graphql'), 'type Query { a: Int }');
    const subgraph = {
      name: 'ledger',
      routes: {},
      start: async () => undefined,
      stop: async () => undefined,
      isReady: async () => true,
      describeExport: exporter.describeExport,
      exportRows: (subject: ExportSubject, take: (part: ExportPart) => Promise<void>) => {
        let parts = 0;
        return exporter.exportRows(subject, async (part) => {
          await take(part);
          parts += 1;
          if (parts === breaksAfter) throw new Error('The disk of this domain is on fire.');
        });
      },
    } as unknown as Subgraph;
    const verifier = createViewerVerifier(keys.publicKey.export({ format: 'jwk' }));
    served = await serveSubgraph({ subgraph, verifier, port: 0, host: '127.0.0.1' });
    peer = createHttpPeer({ name: 'ledger', url: `http://127.0.0.1:${served.port}`, schemaFile: join(folder, 'schema.graphql'), signer });
  });
  afterAll(async () => {
    await served.stop();
    await rm(folder, { recursive: true });
  });

  test('the same rows arrive', async () => {
    await entries(1_100);
    const subject = { kind: 'studio' as const, studioId };
    expect(await peer.describeExport(subject)).toEqual(await exporter.describeExport(subject));
    expect(await rowsOf(subject, peer)).toEqual(await rowsOf(subject));
  });

  test('an answer that breaks off is none', async () => {
    await entries(1_100);
    breaksAfter = 1;
    await expect(peer.exportRows({ kind: 'studio', studioId }, async () => undefined)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    breaksAfter = null;
  });

  test('who takes no more ends the reading', async () => {
    await entries(1_100);
    await expect(peer.exportRows({ kind: 'studio', studioId }, () => Promise.reject(new Error('The disk is full.')))).rejects.toThrow(
      'The disk is full.',
    );
  });

  test('only a service that is signed for this studio is answered', async () => {
    const member: Viewer = {
      kind: 'user',
      userId: uuidv7(),
      sessionId: uuidv7(),
      studio: { id: studioId, memberId: uuidv7(), role: 'owner' },
    };
    const viewers: [string, number][] = [
      [await signer.sign(member), 403],
      [await signer.sign({ kind: 'service', service: 'export', studioId: uuidv7() }), 403],
      ['forged', 401],
      [await signer.sign({ kind: 'service', service: 'export', studioId }), 200],
    ];
    for (const path of ['/internal/export/describe', '/internal/export/rows']) {
      for (const [token, status] of viewers) {
        const answer = await fetch(`http://127.0.0.1:${served.port}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', [VIEWER_HEADER]: token },
          body: JSON.stringify({ kind: 'studio', studioId }),
        });
        expect([path, answer.status]).toEqual([path, status]);
        await answer.text();
      }
    }
  });
});
