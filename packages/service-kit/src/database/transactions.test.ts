import { entries, LEDGER, type TestDatabase, testDatabase } from '@atelier/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from '../ids.ts';
import { createLogger } from '../log.ts';
import { createDatabase, type Database } from './create.ts';
import { isUniqueViolation } from './failure.ts';
import type { Scope, Session, Transaction } from './session.ts';
import { dynamic, sqlStatement, statement } from './statement.ts';

const HERE: Scope = { studioId: uuidv7(), userId: uuidv7() };
const ELSEWHERE: Scope = { studioId: uuidv7() };
const logger = createLogger({ service: 'test', level: 'silent' });
const value = sql.placeholder;

const insert = statement('transactions.insert', (db) =>
  db.insert(entries).values({ studioId: value('studioId'), id: value('id'), title: value('title'), amount: 1, dueAt: value('dueAt') }),
);
const titles = statement('transactions.titles', (db) =>
  db.select({ title: entries.title, dueAt: entries.dueAt }).from(entries).orderBy(entries.title),
);
const rename = statement('transactions.rename', (db) =>
  db
    .update(entries)
    .set({ title: sql`${value('title')}` })
    .where(eq(entries.id, value('id')))
    .returning({ id: entries.id }),
);
const receive = sqlStatement('transactions.receive', () => sql`insert into ledger.inbox values (${value('id')}::uuid, now())`);
const fails = sqlStatement('transactions.fails', () => sql`select 1 / ${value('zero')}::int`);
const settings = sqlStatement<{ studio: string; person: string; pid: number }>(
  'transactions.settings',
  () => sql`select current_setting('app.studio', true) as studio, current_setting('app.user', true) as person, pg_backend_pid() as pid`,
);

let store: TestDatabase;
let database: Database;
beforeAll(async () => {
  store = await testDatabase([LEDGER]);
  database = createDatabase({ url: store.url('ledger'), schema: 'ledger', logger, readConnections: 1, writeConnections: 2 });
});
afterEach(() => store.admin.query('truncate ledger.entries'));
afterAll(async () => {
  await database.close();
  await store.drop();
});

const anEntry = (title: string, scope = HERE) => ({ studioId: scope.studioId, id: uuidv7(), title, dueAt: null as Date | null });
const kept = async (session: Session = database.reads(HERE)) => (await session.run(titles)).map((row) => row.title);

describe('a use case', () => {
  test('that ends well is kept', async () => {
    const dueAt = new Date('2026-01-02T03:04:05.000Z');
    await database.transaction(HERE, async (tx) => {
      await tx.run(insert, anEntry('a'));
      await tx.run(insert, { ...anEntry('b'), dueAt });
    });
    expect(await database.reads(HERE).run(titles)).toEqual([
      { title: 'a', dueAt: null },
      { title: 'b', dueAt },
    ]);
  });

  test('that throws leaves nothing', async () => {
    const work = async (tx: Transaction) => {
      await tx.run(insert, anEntry('a'));
      throw new Error('changed my mind');
    };
    await expect(database.transaction(HERE, work)).rejects.toThrow('changed my mind');
    expect(await kept()).toEqual([]);
  });

  test('with a failed statement leaves nothing, even when the failure was caught', async () => {
    const work = async (tx: Transaction) => {
      await tx.run(insert, anEntry('a'));
      await tx.run(fails, { zero: 0 }).catch(() => undefined);
    };
    await expect(database.transaction(HERE, work)).rejects.toMatchObject({ code: '22012' });
    expect(await kept()).toEqual([]);
  });

  test('with a failed statement that nobody awaited leaves nothing', async () => {
    const work = async (tx: Transaction) => {
      await tx.run(insert, anEntry('a'));
      tx.run(fails, { zero: 0 }).catch(() => undefined);
    };
    await expect(database.transaction(HERE, work)).rejects.toMatchObject({ code: '22012' });
    expect(await kept()).toEqual([]);
  });

  test('whose statements share a name says so, and leaves nothing', async () => {
    const [one, other] = [1, 2].map((number) => sqlStatement('transactions.twice', () => sql`select ${sql.raw(String(number))}`));
    const work = async (tx: Transaction) => {
      await tx.run(insert, anEntry('a'));
      if (one) await tx.run(one);
      if (other) await tx.run(other).catch(() => undefined);
    };
    await expect(database.transaction(HERE, work)).rejects.toThrow("'transactions.twice' was used for a different statement");
    expect(await kept()).toEqual([]);
  });

  test('with a value that cannot be sent fails by itself, and its connection goes on', async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    await expect(database.transaction(HERE, (tx) => tx.run(insert, { ...anEntry('a'), title: circle }))).rejects.toThrow('circular');
    await database.transaction(HERE, (tx) => tx.run(insert, anEntry('b')));
    expect(await kept()).toEqual(['b']);
  });

  test('is never seen by half, whatever is read meanwhile', async () => {
    const seen: string[][] = [];
    await database.transaction(HERE, async (tx) => {
      await tx.run(insert, anEntry('a'));
      seen.push(...(await Promise.all([kept(), kept(database.reads(HERE))])));
      await tx.run(insert, anEntry('b'));
      seen.push(await kept());
    });
    expect(seen).toEqual([[], [], []]);
    expect(await kept()).toEqual(['a', 'b']);
  });

  test('without a statement begins nothing', async () => {
    const before = database.stats.begins;
    expect(await database.transaction(HERE, async () => 7)).toBe(7);
    expect(database.stats.begins).toBe(before);
  });

  test('refuses statements after its end', async () => {
    const leaked = await database.transaction(HERE, async (tx) => {
      await tx.run(titles);
      return { tx };
    });
    await expect(leaked.tx.run(titles)).rejects.toThrow('This transaction is over');
  });

  test('says which rule a row broke, and not with what', async () => {
    const twice = database.transaction(HERE, async (tx) => {
      await tx.run(insert, anEntry('same'));
      await tx.run(insert, anEntry('same'));
    });
    const error = await twice.catch((failure: unknown) => failure);
    expect(isUniqueViolation(error, 'entries_title')).toBe(true);
    expect(isUniqueViolation(error, 'another')).toBe(false);
  });

  test('that fails does not repeat the values of rows', async () => {
    const id = uuidv7();
    const error = await database
      .transaction(HERE, async (tx) => {
        await tx.run(receive, { id });
        await tx.run(receive, { id });
      })
      .catch((failure: unknown) => failure);
    expect(isUniqueViolation(error, 'inbox_pkey')).toBe(true);
    expect(JSON.stringify(error)).not.toContain(id);
  });

  test('can send statements whose text varies', async () => {
    await database.transaction(HERE, (tx) =>
      tx.run(
        dynamic((db) =>
          db.insert(entries).values(['a', 'b', 'c'].map((title) => ({ ...anEntry(title), studioId: HERE.studioId ?? '', amount: 2 }))),
        ),
      ),
    );
    expect(await kept()).toEqual(['a', 'b', 'c']);
  });
});

describe('the studio of a use case', () => {
  test("refuses another studio's row", async () => {
    const work = database.transaction(HERE, (tx) => tx.run(insert, anEntry('theirs', ELSEWHERE)));
    await expect(work).rejects.toMatchObject({ code: '42501' });
  });

  test("does not find another studio's row to change", async () => {
    const theirs = anEntry('theirs', ELSEWHERE);
    await database.transaction(ELSEWHERE, (tx) => tx.run(insert, theirs));
    expect(await database.transaction(HERE, (tx) => tx.run(rename, { id: theirs.id, title: 'mine' }))).toEqual([]);
    expect(await kept(database.reads(ELSEWHERE))).toEqual(['theirs']);
  });

  test('is gone with the commit, and with the roll-back', async () => {
    const alone = createDatabase({ url: store.url('ledger'), schema: 'ledger', logger, writeConnections: 1 });
    const [inside] = await alone.transaction(HERE, (tx) => tx.run(settings));
    await alone.transaction(HERE, async (tx) => tx.run(fails, { zero: 0 })).catch(() => undefined);
    const [next] = await alone.transaction({ studioId: null }, (tx) => tx.run(settings));
    await alone.close();
    expect(inside).toMatchObject({ studio: HERE.studioId, person: HERE.userId });
    expect(next).toEqual({ studio: '', person: '', pid: inside?.pid });
  });

  test('that cannot be set fails the use case', async () => {
    const work = database.transaction({ studioId: '\0' }, (tx) => tx.run(titles));
    await expect(work).rejects.toMatchObject({ code: '22021' });
  });
});

describe('what follows a commit', () => {
  test('runs once it is durable, in order, and a throwing hook stops nobody', async () => {
    const heard: string[] = [];
    await database.transaction(HERE, async (tx) => {
      tx.afterCommit(() => heard.push('first'));
      tx.afterCommit(() => {
        throw new Error('a hook that throws');
      });
      tx.afterCommit(() => heard.push('last'));
      await tx.run(insert, anEntry('a'));
      heard.push('inside');
    });
    expect(heard).toEqual(['inside', 'first', 'last']);
  });

  test('does not run after a roll-back', async () => {
    const heard: string[] = [];
    const work = database.transaction(HERE, async (tx) => {
      tx.afterCommit(() => heard.push('never'));
      await tx.run(fails, { zero: 0 });
    });
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(heard).toEqual([]);
  });
});

test('two use cases that deadlock both end well, each kept once', async () => {
  const [one, two] = [anEntry('one'), anEntry('two')];
  await database.transaction(HERE, async (tx) => {
    await tx.run(insert, one);
    await tx.run(insert, two);
  });
  let holding = 0;
  let bothHold = () => {};
  const both = new Promise<void>((resolve) => {
    bothHold = resolve;
  });
  let runs = 0;
  const heard: string[] = [];
  const swap = (first: string, second: string, mark: string) =>
    database.transaction(HERE, async (tx) => {
      runs += 1;
      tx.afterCommit(() => heard.push(mark));
      await tx.run(rename, { id: first, title: `${mark} ${uuidv7()}` });
      holding += 1;
      if (holding === 2) bothHold();
      await both;
      await tx.run(rename, { id: second, title: `${mark} ${uuidv7()}` });
    });
  await Promise.all([swap(one.id, two.id, 'a'), swap(two.id, one.id, 'b')]);
  expect(runs).toBeGreaterThanOrEqual(3);
  expect(heard.sort()).toEqual(['a', 'b']);
});

test('a use case whose connection is cut is UNAVAILABLE and leaves nothing, and the next one works', async () => {
  const work = database.transaction(HERE, async (tx) => {
    const [row] = await tx.run(settings);
    await tx.run(insert, anEntry('a'));
    await store.admin.query('select pg_terminate_backend($1)', [row?.pid]);
    await untilGone(row?.pid ?? 0);
    await tx.run(insert, anEntry('b'));
  });
  await expect(work).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await database.transaction(HERE, (tx) => tx.run(insert, anEntry('c')));
  expect(await kept()).toEqual(['c']);
});

test('more use cases than connections wait for their turn', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => database.transaction(HERE, (tx) => tx.run(insert, anEntry(`entry ${index}`)))),
  );
  expect(await kept()).toHaveLength(20);
});

/** Resolves when a backend has ended. */
async function untilGone(pid: number): Promise<void> {
  const found = await store.admin.query('select from pg_stat_activity where pid = $1', [pid]);
  if (found.rowCount !== 0) await untilGone(pid);
}
