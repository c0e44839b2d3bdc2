import { type TestDatabase, testDatabase } from '@atelier/testing';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase, type Database } from './create.ts';
import { createReadiness } from './readiness.ts';

let store: TestDatabase;
let database: Database;
beforeAll(async () => {
  store = await testDatabase([]);
  database = createDatabase({ url: store.adminUrl, schema: 'ledger', logger: { error: () => undefined } });
});
afterAll(async () => {
  await database.close();
  await store.drop();
});

describe('whether a subgraph is ready', () => {
  test('costs one statement, however many ask within a second', async () => {
    const isReady = createReadiness(database);
    const before = database.stats.statements;
    expect(await Promise.all([isReady(), isReady(), isReady()])).toEqual([true, true, true]);
    expect(database.stats.statements - before).toBe(1);
  });

  test('is no once its database is gone', async () => {
    const isReady = createReadiness(database);
    expect(await isReady()).toBe(true);
    await store.drop();
    await until(async () => !(await isReady()));
  });
});
