import { LEDGER, type TestDatabase, testDatabase } from '@atelier/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { uuidv7 } from '../ids.ts';
import { scopeQuery } from './session.ts';

// A setting that ended is empty, one that was taken back is null.
const EMPTY = expect.not.stringMatching(/./);

let store: TestDatabase;
beforeAll(async () => {
  store = await testDatabase([LEDGER]);
});
afterAll(() => store.drop());

test.each(['commit', 'rollback'])('the scope of a transaction ends with its %s', async (end) => {
  const client = await store.admin.connect();
  const look = async () =>
    (await client.query(`select current_setting('app.studio', true) as studio, current_setting('app.user', true) as person`)).rows;
  const [studioId, userId] = [uuidv7(), uuidv7()];
  await client.query('begin');
  const { text, values } = scopeQuery({ studioId, userId });
  await client.query(text, [...values]);
  const inside = await look();
  await client.query(end);
  const after = await look();
  client.release(true);
  expect(inside).toEqual([{ studio: studioId, person: userId }]);
  expect(after).toEqual([{ studio: EMPTY, person: EMPTY }]);
});
