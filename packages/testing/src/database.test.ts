import { afterAll, expect, test } from '@jest/globals';
import { LEDGER, testDatabase } from './database.ts';

const made: { drop(): Promise<void> }[] = [];
afterAll(() => Promise.all(made.map((database) => database.drop())));

async function aDatabase() {
  const database = await testDatabase([LEDGER]);
  made.push(database);
  return database;
}

test('each call gives a migrated database of its own', async () => {
  const [one, other] = await Promise.all([aDatabase(), aDatabase()]);
  await one.admin.query(`insert into ledger.inbox values (gen_random_uuid(), now())`);
  const rows = await other.admin.query('select from ledger.inbox');
  expect(one.name).not.toBe(other.name);
  expect(rows.rowCount).toBe(0);
});

test('a dropped database is gone from the server', async () => {
  const [kept, dropped] = await Promise.all([aDatabase(), aDatabase()]);
  await dropped.drop();
  const found = await kept.admin.query('select datname from pg_database where datname = any($1)', [[kept.name, dropped.name]]);
  expect(found.rows).toEqual([{ datname: kept.name }]);
});
