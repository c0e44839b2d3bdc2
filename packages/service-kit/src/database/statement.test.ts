import { expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { sqlStatement, statement } from './statement.ts';

test('a statement runs through a session only', async () => {
  const one = sqlStatement('statement.one', () => sql`select 1`);
  await expect(one.execute({})).rejects.toThrow('session.run');
});

test('a name that PostgreSQL would cut is refused when it is written', () => {
  expect(() => statement('x'.repeat(64), (db) => db.select().from(sql`nowhere`))).toThrow('1 to 63 bytes');
});
