import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase, LEDGER, type TestDatabase } from '@atelier/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrateAll, type SubgraphMigrations } from './migrate-all.ts';
import { roleUrl } from './roles.ts';

const FIRST = '0000_create_ledger';
let store: TestDatabase;
let folder: string;
let ledger: SubgraphMigrations;
let role: string;

beforeEach(async () => {
  store = await emptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  await cp(LEDGER.migrationsDir, folder, { recursive: true });
  role = `role_of_${store.name}`;
  ledger = { name: 'ledger', migrationsDir: folder, role, password: 'swordfish' };
});
afterEach(async () => {
  await store.admin.query(`drop owned by ${role} cascade; drop role ${role}`).catch(() => undefined);
  await store.drop();
  await rm(folder, { recursive: true });
});

const migrate = (subgraph: SubgraphMigrations = ledger, onProgress?: (line: string) => void) =>
  migrateAll({ adminUrl: store.adminUrl, subgraphs: [subgraph], ...(onProgress ? { onProgress } : {}) });

const add = (name: string, sql: string) => writeFile(join(folder, `${name}.sql`), sql);

/** Runs SQL as the subgraph's login role. Resolves with the rows of the last statement. */
async function asRole(sql: string, password = 'swordfish'): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: roleUrl(store.adminUrl, role, password) });
  await client.connect();
  try {
    const results = [await client.query(sql)].flat();
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}

async function tables(): Promise<string[]> {
  const { rows } = await store.admin.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'ledger'`,
  );
  return rows.map((row) => row.name).sort();
}

describe("a table whose comment names the role's rights", () => {
  const CLOSED = `create table ledger.lines (studio_id uuid, word text); alter table ledger.lines enable row level security;
    create policy tenant on ledger.lines using (true); insert into ledger.lines (word) values ('said');`;

  test('gives those and no others, whenever it is migrated', async () => {
    await add('0001_lines', `${CLOSED} comment on table ledger.lines is 'rights: select, insert'`);
    await migrate();
    await migrate();
    await asRole(`insert into ledger.lines (word) values ('and done')`);
    expect(await asRole('select word from ledger.lines')).toEqual([{ word: 'said' }, { word: 'and done' }]);
    for (const change of [`update ledger.lines set word = ''`, 'delete from ledger.lines', 'truncate ledger.lines']) {
      await expect(asRole(change)).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('is refused where they cannot be read', async () => {
    await add('0001_lines', `${CLOSED} comment on table ledger.lines is 'rights: select and insert'`);
    await expect(migrate()).rejects.toMatchObject({ code: 'UNREADABLE_RIGHTS', message: expect.stringContaining('ledger.lines') });
  });
});

describe('migrating', () => {
  test('an empty database makes the schema, says what it does, and does nothing the second time', async () => {
    const lines: string[] = [];
    expect(await migrate(ledger, (line) => lines.push(line))).toEqual([`ledger/${FIRST}`]);
    expect(lines).toEqual([`migrating ledger: ${FIRST}`, 'making the job queue of ledger']);
    expect(await tables()).toEqual(['activity', 'activity_subjects', 'entries', 'inbox', 'outbox']);
    expect(await migrate(ledger, (line) => lines.push(line))).toEqual([]);
    expect(lines).toHaveLength(2);
  });

  test('runs what is new, in order, and its tables are open to the role', async () => {
    await migrate();
    await add('0001_create_notes', 'create table notes (text text);--> statement-breakpoint\ninsert into notes values ($$a$$);');
    await add('0002_more_notes', 'insert into notes values ($$b$$);');
    expect(await migrate()).toEqual(['ledger/0001_create_notes', 'ledger/0002_more_notes']);
    expect(await asRole('select text from notes order by text')).toEqual([{ text: 'a' }, { text: 'b' }]);
  });

  test('twice at the same time runs everything once', async () => {
    const ran = await Promise.all([migrate(), migrate()]);
    expect(ran.flat()).toEqual([`ledger/${FIRST}`]);
  });

  test('keeps none of the pending migrations when one fails', async () => {
    await migrate();
    await add('0001_create_notes', 'create table notes (text text);');
    await add('0002_fails', 'select 1 / 0;');
    await expect(migrate()).rejects.toMatchObject({
      code: 'FAILED_MIGRATION',
      message: 'The migration ledger/0002_fails failed: division by zero. Nothing of it was kept.',
    });
    expect(await tables()).not.toContain('notes');
  });

  test('sets a new password', async () => {
    await migrate();
    await migrate({ ...ledger, password: 'a new one' });
    expect(await asRole('select 1 as one', 'a new one')).toEqual([{ one: 1 }]);
    await expect(asRole('select 1 as one')).rejects.toMatchObject({ code: '28P01' });
    const { rows } = await store.admin.query<{ stored: string }>('select rolpassword as stored from pg_authid where rolname = $1', [role]);
    expect(rows[0]?.stored).toMatch(/^SCRAM-SHA-256\$4096:/);
  });
});

describe('a database is left as it is when', () => {
  test('a newer Atelier made it', async () => {
    await add('0001_from_the_future', 'create table future (id int);');
    await migrate();
    await rm(join(folder, '0001_from_the_future.sql'));
    await expect(migrate()).rejects.toMatchObject({
      code: 'NEWER_DATABASE',
      message: expect.stringContaining('ledger/0001_from_the_future'),
    });
  });

  test('a migration that ran was changed', async () => {
    await migrate();
    const file = join(folder, `${FIRST}.sql`);
    await writeFile(file, `${await readFile(file, 'utf8')}\n-- a word`);
    await expect(migrate()).rejects.toMatchObject({ code: 'CHANGED_MIGRATION' });
  });

  test('a number is missing among the files', async () => {
    await add('0002_second', 'select 1;');
    await expect(migrate()).rejects.toMatchObject({ code: 'BAD_FILES' });
    expect(await tables()).toEqual([]);
  });

  test('a table with a studio_id has no policy', async () => {
    await add('0001_open', 'create table open (studio_id uuid not null);');
    await expect(migrate()).rejects.toMatchObject({ code: 'UNPROTECTED_TABLE', message: expect.stringContaining('ledger.open') });
    expect(await tables()).toEqual([]);
  });

  test('the login role could pass the walls', async () => {
    await store.admin.query(`create role ${role} login bypassrls`);
    await expect(migrate()).rejects.toMatchObject({ code: 'UNSAFE_ROLE' });
  });
});
