import { LEDGER, type TestDatabase, testDatabase } from '@atelier/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

let store: TestDatabase;
beforeAll(async () => {
  store = await testDatabase([LEDGER]);
  await store.admin.query(`
    create schema other; create table other.things (id int);
    create function public.anything() returns int language sql return 1;
    insert into ledger.entries values (gen_random_uuid(), gen_random_uuid(), 'a', 1);
  `);
});
afterAll(() => store.drop());

/** Runs SQL as the subgraph's login role. Resolves with the rows of the last statement. */
async function asRole(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: store.url('ledger') });
  await client.connect();
  try {
    const results = [await client.query(sql)].flat();
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}

describe("a subgraph's role", () => {
  test('sees no row without a studio', async () => {
    expect(await asRole('select title from ledger.entries')).toEqual([]);
    expect(await asRole(`set app.studio = ''; select title from ledger.entries`)).toEqual([]);
  });

  test.each([
    ['read another schema', 'select * from other.things'],
    ['see which migrations ran', 'select * from atelier.migrations'],
    ['make tables in its schema', 'create table ledger.mine (id int)'],
    ['make tables in public', 'create table public.mine (id int)'],
    ['call what is in public', 'select public.anything()'],
    ['make schemas', 'create schema mine'],
    ['lower the wall', 'alter table ledger.entries no force row level security'],
    ['truncate', 'truncate ledger.entries'],
  ])('cannot %s', async (_what, sql) => {
    await expect(asRole(sql)).rejects.toMatchObject({ code: '42501' });
  });

  test('stands before walls that hold for the owner too', async () => {
    const { rows } = await store.admin.query<{ name: string; forced: boolean }>(
      `select relname as name, relforcerowsecurity as forced from pg_class where relnamespace = 'ledger'::regnamespace and relkind = 'r' order by relname`,
    );
    expect(rows.filter((row) => row.forced).map((row) => row.name)).toEqual(['activity', 'activity_subjects', 'entries']);
  });

  test('finds its tables without naming the schema', async () => {
    expect(await asRole('select count(*)::int as count from inbox')).toEqual([{ count: 0 }]);
  });

  test('owns the tables of its job queue', async () => {
    const rows = await asRole(`select distinct tableowner as owner from pg_tables where schemaname = 'ledger_jobs'`);
    expect(rows).toEqual([{ owner: 'atelier_test_ledger' }]);
  });
});
