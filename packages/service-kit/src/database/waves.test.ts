import { entries, LEDGER, type TestDatabase, testDatabase } from '@atelier/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import DataLoader from 'dataloader';
import { and, gte, sql } from 'drizzle-orm';
import { AppError } from '../errors.ts';
import { uuidv7 } from '../ids.ts';
import { createLogger } from '../log.ts';
import { createDatabase, type Database } from './create.ts';
import type { Scope, Session } from './session.ts';
import { sqlStatement, statement } from './statement.ts';
import { anyOf } from './tables.ts';
import { WaveCollector } from './waves.ts';

const HERE = uuidv7();
const ELSEWHERE = uuidv7();
const logger = createLogger({ service: 'test', level: 'silent' });

const byIds = statement('waves.byIds', (db) => db.select().from(entries).where(anyOf(entries.id, 'ids')));
const keyed = statement(
  'waves.keyed',
  (db) =>
    db
      .select()
      .from(entries)
      .where(and(gte(entries.amount, sql.placeholder('from')), anyOf(entries.id, 'ids'))),
  'ids',
);
const all = statement('waves.all', (db) => db.select({ title: entries.title }).from(entries).orderBy(entries.title));
const fails = sqlStatement('waves.fails', () => sql`select 1 / ${sql.placeholder('zero')}::int`);
const sleeps = sqlStatement('waves.sleeps', () => sql`select pg_sleep(${sql.placeholder('seconds')}::float8)`);
const scope = sqlStatement<{ studio: string; pid: number }>(
  'waves.scope',
  () => sql`select current_setting('app.studio', true) as studio, pg_backend_pid() as pid`,
);
const writes = sqlStatement('waves.writes', () => sql`delete from ledger.entries`);
const prepared = sqlStatement<{ name: string }>(
  'waves.prepared',
  () => sql`select name from pg_prepared_statements where name = 'waves.byIds'`,
);

let store: TestDatabase;
let database: Database;
beforeAll(async () => {
  store = await testDatabase([LEDGER]);
});
beforeEach(() => {
  database = createDatabase({ url: store.url('ledger'), schema: 'ledger', logger, readConnections: 1, statementTimeoutMs: 2_000 });
});
afterEach(async () => {
  await database.close();
  await store.admin.query('truncate ledger.entries');
});
afterAll(() => store.drop());

async function someEntries(studioId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  await store.admin.query(`insert into ledger.entries select $1, id, 'entry ' || id, 1 from unnest($2::uuid[]) as id`, [studioId, ids]);
  return ids;
}

/** A loader as a room has it. */
function entryLoader(session: Session) {
  return new DataLoader<string, string | null>(async (ids) => {
    const rows = await session.run(byIds, { ids });
    const titles = new Map(rows.map((row) => [row.id, row.title]));
    return ids.map((id) => titles.get(id) ?? null);
  });
}

/** Backend of the shared connection. */
async function backend(): Promise<number> {
  const [row] = await database.reads({ studioId: null }).run(scope);
  return row?.pid ?? 0;
}

describe('a wave', () => {
  test('carries the statements of all rooms of a request in one transaction', async () => {
    const [first, second] = await someEntries(HERE, 2);
    const session = database.reads({ studioId: HERE });
    const [a, b, c] = [entryLoader(session), entryLoader(session), entryLoader(session)];
    await Promise.all([a.load(first ?? ''), a.load(second ?? ''), b.load(first ?? ''), Promise.resolve().then(() => c.load(second ?? ''))]);
    expect(database.stats).toEqual({ begins: 1, statements: 3 });
  });

  test('waits for batches that follow from other batches without a question to the database', async () => {
    const [id] = await someEntries(HERE, 1);
    const session = database.reads({ studioId: HERE });
    const rows = entryLoader(session);
    const names = new DataLoader<string, string>(async (keys) => [...keys]);
    const slow = async () => rows.load(await names.load(await names.load(id ?? '').then((found) => found)));
    await Promise.all([session.run(all), slow()]);
    expect(database.stats).toEqual({ begins: 1, statements: 2 });
  });

  test('is followed by a second one when a loader needs the rows of another', async () => {
    const [first, second] = await someEntries(HERE, 2);
    const session = database.reads({ studioId: HERE });
    const [tasks, people] = [entryLoader(session), entryLoader(session)];
    const follow = async (id: string, next: string) => {
      await tasks.load(id);
      return people.load(next);
    };
    await Promise.all([follow(first ?? '', second ?? ''), follow(second ?? '', first ?? '')]);
    expect(database.stats).toEqual({ begins: 2, statements: 2 });
  });

  test('asks once for the keys of all loaders that differ in their keys alone, and each takes its own', async () => {
    const [first = '', second = '', third = ''] = await someEntries(HERE, 3);
    const title = (id: string) => `entry ${id}`;
    const read = (scope: Scope, ids: string[], from = 0) => {
      const session = database.reads(scope);
      const loader = new DataLoader<string, string | null>(async (keys) => {
        const rows = await session.run(keyed, { ids: keys, from });
        const titles = new Map(rows.map((row) => [row.id, row.title]));
        return keys.map((id) => titles.get(id) ?? null);
      });
      return Promise.all(ids.map((id) => loader.load(id)));
    };
    const answers = await Promise.all([
      read({ studioId: HERE }, [first, second]),
      read({ studioId: HERE }, [second, third, 'ffffffff-ffff-4fff-bfff-ffffffffffff']),
      read({ studioId: HERE }, [first], 1_000),
      read({ studioId: ELSEWHERE }, [first]),
    ]);
    expect(answers).toEqual([[title(first), title(second)], [title(second), title(third), null], [null], [null]]);
    expect(database.stats).toEqual({ begins: 1, statements: 3 });
    await expect(Promise.allSettled([read({ studioId: HERE }, ['no id']), read({ studioId: HERE }, [first])])).resolves.toMatchObject([
      { status: 'rejected', reason: { code: '22P02' } },
      { status: 'rejected', reason: { code: '22P02' } },
    ]);
  });

  test.each([1, 1_000])('costs the same number of statements at %i rows', async (count) => {
    const ids = await someEntries(HERE, count);
    const loader = entryLoader(database.reads({ studioId: HERE }));
    const titles = await Promise.all(ids.map((id) => loader.load(id)));
    expect(titles.every((title) => title !== null)).toBe(true);
    expect(database.stats).toEqual({ begins: 1, statements: 1 });
  });

  test('prepares a statement once per connection', async () => {
    const session = database.reads({ studioId: HERE });
    for (let run = 0; run < 3; run += 1) await session.run(byIds, { ids: [] });
    expect(await session.run(prepared)).toEqual([{ name: 'waves.byIds' }]);
  });

  test('cannot write', async () => {
    await someEntries(HERE, 1);
    await expect(database.reads({ studioId: HERE }).run(writes)).rejects.toThrow('read-only transaction');
    expect(await database.reads({ studioId: HERE }).run(all)).toHaveLength(1);
  });
});

describe('the studio', () => {
  test("keeps another studio's rows out of sight", async () => {
    const [mine] = await someEntries(HERE, 1);
    const [theirs] = await someEntries(ELSEWHERE, 1);
    const rows = await database.reads({ studioId: HERE }).run(byIds, { ids: [mine, theirs] });
    expect(rows.map((row) => row.id)).toEqual([mine]);
  });

  test('shows no row when it is missing', async () => {
    await someEntries(HERE, 1);
    expect(await database.reads({ studioId: null }).run(all)).toEqual([]);
  });

  test('does not leak to the next request on the same connection', async () => {
    await someEntries(HERE, 1);
    const [, after, empty] = await Promise.all([
      database.reads({ studioId: HERE }).run(scope),
      database.reads({ studioId: null }).run(scope),
      database.reads({ studioId: null }).run(all),
    ]);
    expect(after).toEqual([{ studio: '', pid: await backend() }]);
    expect(empty).toEqual([]);
  });

  test('is set anew for each request of a transaction that several share, also behind a failure', async () => {
    const [mine] = await someEntries(HERE, 1);
    const [theirs] = await someEntries(ELSEWHERE, 2);
    await backend();
    const { begins } = database.stats;
    const [here, elsewhere] = [database.reads({ studioId: HERE }), database.reads({ studioId: ELSEWHERE })];
    const rows = await Promise.all([here.run(byIds, { ids: [mine, theirs] }), elsewhere.run(byIds, { ids: [mine, theirs] })]);
    expect(rows.map((each) => each.map(({ id }) => id))).toEqual([[mine], [theirs]]);
    expect(database.stats.begins).toBe(begins + 1);

    const outcomes = await Promise.allSettled([here.run(all), here.run(fails, { zero: 0 }), here.run(all), elsewhere.run(all)]);
    expect(outcomes.map((each) => (each.status === 'fulfilled' ? each.value.length : each.status))).toEqual([1, 'rejected', 1, 2]);
  });

  test('that cannot be set keeps nobody else from theirs', async () => {
    await someEntries(HERE, 1);
    await someEntries(ELSEWHERE, 2);
    const outcomes = await Promise.allSettled([HERE, '\0', ELSEWHERE].map((studioId) => database.reads({ studioId }).run(all)));
    expect(outcomes.map((each) => (each.status === 'fulfilled' ? each.value.length : each.reason.code))).toEqual([1, 'UNAVAILABLE', 2]);
  });

  test('that cannot be set shows nothing at all', async () => {
    await someEntries(HERE, 1);
    const outcome = database.reads({ studioId: '\0' }).run(all);
    await expect(outcome).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(database.reads({ studioId: 'not a uuid' }).run(all)).rejects.toThrow('invalid input syntax for type uuid');
    expect(await database.reads({ studioId: HERE }).run(all)).toHaveLength(1);
  });
});

describe('a statement that fails', () => {
  test('keeps its error to itself, before and behind it', async () => {
    await someEntries(HERE, 1);
    const session = database.reads({ studioId: HERE });
    const outcomes = await Promise.allSettled([
      session.run(all),
      session.run(fails, { zero: 0 }),
      session.run(all),
      session.run(fails, { zero: 0 }),
      session.run(all),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { code: '22012' } });
  });

  test('leaves the statements of other requests on the connection whole, also those first prepared behind it', async () => {
    const [id] = await someEntries(HERE, 1);
    const ill = database.reads({ studioId: HERE });
    const well = database.reads({ studioId: HERE });
    await backend();
    const outcomes = await Promise.allSettled([
      ill.run(fails, { zero: 0 }),
      ill.run(byIds, { ids: [id] }),
      well.run(byIds, { ids: [id] }),
      well.run(all),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  });

  test('repeats none of its values', async () => {
    const error = await database
      .reads({ studioId: HERE })
      .run(byIds, { ids: ['rosa@example.org'] })
      .catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code: '22P02' });
    expect(JSON.stringify({ ...(error as object), message: '' })).not.toContain('rosa');
  });

  test('because it is slow is cut off as UNAVAILABLE, and those behind it are answered', async () => {
    await database.close();
    database = createDatabase({ url: store.url('ledger'), schema: 'ledger', logger, readConnections: 1, statementTimeoutMs: 150 });
    const session = database.reads({ studioId: HERE });
    const [slow, quick] = await Promise.allSettled([session.run(sleeps, { seconds: 20 }), session.run(all)]);
    expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'UNAVAILABLE' } });
    expect(quick).toEqual({ status: 'fulfilled', value: [] });
  });
});

describe('of two connections', () => {
  beforeEach(async () => {
    await database.close();
    database = createDatabase({ url: store.url('ledger'), schema: 'ledger', logger, readConnections: 2, statementTimeoutMs: 2_000 });
  });

  test('one is kept at work as long as it answers', async () => {
    const options = { url: store.url('ledger'), applicationName: 'test', statementTimeoutMs: 2_000, heldUpMs: 60_000 };
    const waves = new WaveCollector({ ...options, onError: () => undefined }, 2, { begins: 0, statements: 0 });
    const ask = async () => (await waves.session({ studioId: null }).run(scope))[0]?.pid;
    const pids = new Set([await ask()]);
    for (let turn = 0; turn < 20; turn += 1) {
      const [one, other] = [ask(), new Promise(setImmediate).then(ask)];
      pids.add(await one).add(await other);
    }
    expect(pids.size).toBe(1);
    await waves.close();
  });

  test('the second takes over while something slow runs on the first', async () => {
    const pid = await backend();
    let isOver = false;
    const slow = database
      .reads({ studioId: HERE })
      .run(sleeps, { seconds: 1 })
      .finally(() => {
        isOver = true;
      });
    await untilSleeping(pid);
    // Longer than anything of ours takes.
    await store.admin.query('select pg_sleep(0.05)');
    expect(await backend()).not.toBe(pid);
    expect(isOver).toBe(false);
    await slow;
    expect(await backend()).toBe(pid);
  });
});

describe('a lost connection', () => {
  test('is UNAVAILABLE to the requests that waited for it, and replaced for the next', async () => {
    await someEntries(HERE, 1);
    const pid = await backend();
    const waiting = [database.reads({ studioId: HERE }).run(sleeps, { seconds: 2 }), database.reads({ studioId: HERE }).run(all)];
    await untilSleeping(pid);
    await store.admin.query('select pg_terminate_backend($1)', [pid]);
    const outcomes = await Promise.allSettled(waiting);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(AppError) });
      expect(outcome).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
    }
    expect(await database.reads({ studioId: HERE }).run(all)).toHaveLength(1);
  });

  test('while idle is replaced for the next request', async () => {
    const pid = await backend();
    await store.admin.query('select pg_terminate_backend($1)', [pid]);
    await untilGone(pid);
    expect(await backend().catch(() => backend())).not.toBe(pid);
  });

  test('to a server that is not there is UNAVAILABLE', async () => {
    const nowhere = createDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', schema: 'ledger', logger });
    await expect(nowhere.reads({ studioId: null }).run(all)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(nowhere.transaction({ studioId: null }, (tx) => tx.run(all))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await nowhere.close();
  });
});

/** Resolves when a backend is inside `pg_sleep`. */
async function untilSleeping(pid: number): Promise<void> {
  const found = await store.admin.query(`select from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'`, [pid]);
  if (found.rowCount === 0) await untilSleeping(pid);
}

/** Resolves when a backend has ended. */
async function untilGone(pid: number): Promise<void> {
  const found = await store.admin.query('select from pg_stat_activity where pid = $1', [pid]);
  if (found.rowCount !== 0) await untilGone(pid);
}
