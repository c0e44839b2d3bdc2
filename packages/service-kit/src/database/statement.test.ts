import { describe, expect, test } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { type DrizzleBuilder, sqlStatement, statement } from './statement.ts';
import { anyOf, columnsBut, columnsOf, instant, json } from './tables.ts';

const things = pgTable('things', {
  name: text('name').notNull(),
  size: integer('size'),
  worth: bigint('worth', { mode: 'bigint' }),
  at: instant('at'),
  facts: json('facts'),
});
const all = statement('things.all', (db) => db.select().from(things));

/** An answer with one row, as PostgreSQL gives it. */
const answer = (columns: [name: string, type: number, value: string | null][]) => ({
  fields: columns.map(([name, dataTypeID]) => ({ name, dataTypeID })),
  rows: [columns.map(([, , value]) => value)],
});

test('a query that is run by itself, and not through a session, is refused', async () => {
  let seen: DrizzleBuilder | undefined;
  statement('things.seen', (db) => {
    seen = db;
    return db.select().from(things);
  }).bind({});
  await expect(seen?.select().from(things)).rejects.toMatchObject({
    cause: new Error('A statement can only run through session.run(statement, values).'),
  });
});

test('a name that PostgreSQL would cut is refused when it is written', () => {
  expect(() => statement('x'.repeat(64), (db) => db.select().from(sql`nowhere`))).toThrow('1 to 63 bytes');
});

test('a statement without one of its values is refused', () => {
  const one = statement('things.one', (db) =>
    db
      .select()
      .from(things)
      .where(eq(things.name, sql.placeholder('name'))),
  );
  expect(() => one.bind({})).toThrow('"name"');
});

test('a column that a statement leaves out cannot be read by mistake', () => {
  const listed = sqlStatement<typeof things.$inferSelect>(
    'things.listed',
    () => sql`select ${columnsOf(things, ['name', 'at'])} from ${things}`,
    columnsBut(things, ['name', 'at']),
  ).bind({});
  expect(listed.query.text).toBe('select "things"."name" as "name", "things"."at" as "at" from "things"');
  const [row] = listed.read(
    answer([
      ['name', 25, 'Mural'],
      ['at', 1184, null],
    ]),
  );
  expect({ ...row }).toEqual({ name: 'Mural', at: null });
  expect(() => row?.size).toThrow('"size" was not read');
});

describe('values', () => {
  const onWire = (value: unknown) => sqlStatement('values', () => sql`select ${sql.placeholder('value')}`).bind({ value }).query.values[0];

  test.each([
    ['text', 'text'],
    [7, '7'],
    [7n, '7'],
    [true, 'true'],
    [null, null],
    [undefined, null],
    [new Date('2026-11-22T09:30:00.120Z'), '2026-11-22T09:30:00.120Z'],
    [{ a: [1] }, '{"a":[1]}'],
    [['a', null, 'say "b\\c"', ''], '{"a",NULL,"say \\"b\\\\c\\"",""}'],
    [['say "b"'], '{"say \\"b\\""}'],
    [['b\\c', 'd'], '{"b\\\\c","d"}'],
    [['', 'a,b', 'NULL'], '{"","a,b","NULL"}'],
    [[[1], [2]], '{{"1"},{"2"}}'],
    [[{ a: 'b' }], '{"{\\"a\\":\\"b\\"}"}'],
    [[], '{}'],
  ])('%p is %p on the wire', (value, wire) => {
    expect(onWire(value)).toBe(wire);
  });

  test('pass through their column', () => {
    const save = statement('things.save', (db) =>
      db.insert(things).values({ name: sql.placeholder('name'), facts: sql.placeholder('facts') }),
    );
    expect(save.bind({ name: 'a', facts: ['x'] }).query.values).toEqual(['a', '["x"]']);
  });

  test('of a list are one parameter', () => {
    const some = statement('things.some', (db) => db.select().from(things).where(anyOf(things.name, 'names')));
    expect(some.bind({ names: ['a', 'b'] }).query.values).toEqual(['{"a","b"}']);
  });
});

describe('rows', () => {
  test('of a query are read by its columns', () => {
    const row = answer([
      ['name', 25, 'a'],
      ['size', 23, '7'],
      ['worth', 20, '9007199254740993'],
      ['at', 1184, '2026-11-22 09:30:00.1239+00'],
      ['facts', 3802, '{"a":1}'],
    ]);
    expect(all.bind({}).read(row)).toEqual([
      { name: 'a', size: 7, worth: 9_007_199_254_740_993n, at: new Date('2026-11-22T09:30:00.123Z'), facts: { a: 1 } },
    ]);
  });

  test('of plain SQL are read by their types', () => {
    const row = answer([
      ['id', 2950, '0194'],
      ['on', 1082, '2026-11-22'],
      ['done', 16, 't'],
      ['tags', 1009, '{a,"b c"}'],
      ['count', 20, '7'],
      ['none', 23, null],
    ]);
    expect(
      sqlStatement('plain', () => sql`select 1`)
        .bind({})
        .read(row),
    ).toEqual([{ id: '0194', on: '2026-11-22', done: true, tags: ['a', 'b c'], count: '7', none: null }]);
  });

  test('keep the names of their columns, whatever is written in them', () => {
    const names = ['?column?', 'constructor', 'a"; throw 1; //', "b'\\", 'c\u2028`'];
    const plain = sqlStatement('names', () => sql`select 1`).bind({});
    const [row] = plain.read(answer(names.map((name) => [name, 25, 'a'])));
    expect(Object.entries(row ?? {})).toEqual(names.map((name) => [name, 'a']));
    expect(() => plain.read(answer([['__proto__', 25, 'a']]))).toThrow('cannot be called "__proto__"');
  });

  test.each([
    ['2026-11-22 09:30:00+00', '2026-11-22T09:30:00.000Z'],
    ['2026-11-22 09:30:00.5+00', '2026-11-22T09:30:00.500Z'],
    ['2026-11-22 09:30:00.123456+00', '2026-11-22T09:30:00.123Z'],
    ['2026-11-22 10:30:00.12+01', '2026-11-22T09:30:00.120Z'],
    ['2026-11-22 15:00:00+05:30', '2026-11-22T09:30:00.000Z'],
    ['12026-11-22 09:30:00+00', '+012026-11-22T09:30:00.000Z'],
  ])('hold the moment %s', (wire, moment) => {
    const at = statement('things.at', (db) => db.select({ at: things.at }).from(things));
    expect(
      at
        .bind({})
        .read(answer([['at', 1184, wire]]))[0]
        ?.at?.getTime(),
    ).toBe(Date.parse(moment));
    expect(
      sqlStatement<{ at: Date }>('at', () => sql`select 1`)
        .bind({})
        .read(answer([['at', 1184, wire]]))[0]
        ?.at.getTime(),
    ).toBe(Date.parse(moment));
  });
});
