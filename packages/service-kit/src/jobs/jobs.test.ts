import { LEDGER, type TestDatabase, testDatabase } from '@atelier/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createDatabase, type Database } from '../database/create.ts';
import { createLogger } from '../log.ts';
import { Orphans } from './orphans.ts';
import { addJob, deadLetters, retryDeadLetters } from './queue.ts';
import { createJobs, type Jobs, type TaskHandler } from './runner.ts';

const logger = createLogger({ service: 'test', level: 'silent' });
const NOBODY = { studioId: null };

let store: TestDatabase;
let database: Database;
let running: Jobs[] = [];
beforeAll(async () => {
  store = await testDatabase([LEDGER]);
});
beforeEach(() => {
  database = createDatabase({ url: store.url('ledger'), schema: 'ledger', logger });
});
afterEach(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()));
  running = [];
  await database.close();
  await store.admin.query('delete from ledger_jobs._private_jobs');
});
afterAll(() => store.drop());

async function worker(tasks: Record<string, TaskHandler>): Promise<Jobs> {
  const jobs = createJobs({ url: store.url('ledger'), schema: 'ledger', tasks, logger });
  running.push(jobs);
  await jobs.start();
  return jobs;
}

/** A task that hands its payloads over, one by one. */
function listening() {
  const waiting: ((payload: unknown) => void)[] = [];
  const heard: unknown[] = [];
  const task: TaskHandler = async (payload) => {
    heard.push(payload);
    waiting.shift()?.(payload);
  };
  return { task, heard, next: () => new Promise<unknown>((resolve) => waiting.push(resolve)) };
}

test('a job runs when its use case has committed', async () => {
  const { task, next } = listening();
  await worker({ greet: task });
  const greeted = next();
  await database.transaction(NOBODY, (tx) => addJob(tx, 'ledger', 'greet', { name: 'Ada' }));
  expect(await greeted).toEqual({ name: 'Ada' });
});

test('a job of a use case that failed never runs', async () => {
  const { task, heard, next } = listening();
  await worker({ greet: task });
  const work = database.transaction(NOBODY, async (tx) => {
    await addJob(tx, 'ledger', 'greet', { name: 'nobody' });
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  const greeted = next();
  await database.transaction(NOBODY, (tx) => addJob(tx, 'ledger', 'greet', { name: 'Ada' }));
  await greeted;
  expect(heard).toEqual([{ name: 'Ada' }]);
});

test('a job with the key of a waiting one takes its place', async () => {
  const later = new Date(Date.now() + 3_600_000);
  for (const name of ['Ada', 'Grace']) {
    await database.transaction(NOBODY, (tx) => addJob(tx, 'ledger', 'greet', { name }, { key: 'only', runAt: later, queue: 'greetings' }));
  }
  const { rows } = await store.admin.query('select payload from ledger_jobs._private_jobs');
  expect(rows).toEqual([{ payload: { name: 'Grace' } }]);
});

test('a job that is given up is a dead letter with its error, and can be tried again', async () => {
  let broken = true;
  let failed = () => {};
  let done = () => {};
  const failure = new Promise<void>((resolve) => {
    failed = resolve;
  });
  const success = new Promise<void>((resolve) => {
    done = resolve;
  });
  const jobs = await worker({
    greet: async () => {
      if (!broken) return done();
      failed();
      throw new Error('the mouth is shut');
    },
  });
  await database.transaction(NOBODY, (tx) => addJob(tx, 'ledger', 'greet', {}, { maxAttempts: 1 }));
  await failure;
  await jobs.stop();
  const letters = await deadLetters(database.reads(NOBODY), 'ledger');
  expect(letters).toMatchObject([{ task: 'greet', error: expect.stringContaining('the mouth is shut'), attempts: 1 }]);

  broken = false;
  await worker({ greet: async () => done() });
  const again = await database.transaction(NOBODY, (tx) =>
    retryDeadLetters(
      tx,
      'ledger',
      letters.map((letter) => letter.id),
    ),
  );
  expect(again).toEqual(letters.map((letter) => letter.id));
  await success;
  expect(await deadLetters(database.reads(NOBODY), 'ledger')).toEqual([]);
});

test('a schedule that was missed is made up for at the start', async () => {
  await store.admin.query(`insert into ledger_jobs._private_known_crontabs (identifier, known_since, last_execution)
    values ('tick', now() - interval '1 day', now() - interval '1 day')`);
  const { task, next } = listening();
  const ticked = next();
  const schedules = [{ task: 'tick', pattern: '0 * * * *', backfillMs: 7_200_000, payload: { kind: 'hourly' } }];
  const jobs = createJobs({ url: store.url('ledger'), schema: 'ledger', tasks: { tick: task }, schedules, logger });
  running.push(jobs);
  await jobs.start();
  expect(await ticked).toMatchObject({ kind: 'hourly' });
});

test('stopping cuts off a job that does not end, and it is tried again', async () => {
  let begun = () => {};
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const jobs = await worker({
    hang: (_payload, { signal }) =>
      new Promise((_resolve, reject) => {
        begun();
        signal?.addEventListener('abort', () => reject(new Error('cut off')));
      }),
  });
  await database.transaction(NOBODY, (tx) => addJob(tx, 'ledger', 'hang', {}));
  await beginning;
  await jobs.stop();
  await jobs.stop();
  const { rows } = await store.admin.query('select attempts, locked_by, last_error from ledger_jobs._private_jobs');
  expect(rows).toEqual([{ attempts: 1, locked_by: null, last_error: expect.stringContaining('cut off') }]);
});

test('a job of a worker that was killed is done by the next one', async () => {
  await database.transaction(NOBODY, (tx) => addJob(tx, 'ledger', 'greet', { name: 'Ada' }));
  const dead = `update ledger_jobs._private_jobs set locked_by = 'pool-dead', locked_at = now() - interval '1 minute', attempts = 1`;
  await store.admin.query(dead);
  const { task, next } = listening();
  const greeted = next();
  await worker({ greet: task });
  expect(await greeted).toEqual({ name: 'Ada' });
});

test('a job of a worker that lives is left to it', async () => {
  let end = () => {};
  let begun = () => {};
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  await worker({
    long: () =>
      new Promise<void>((resolve) => {
        end = resolve;
        begun();
      }),
  });
  await database.transaction(NOBODY, (tx) => addJob(tx, 'ledger', 'long', {}));
  await beginning;
  await store.admin.query(`update ledger_jobs._private_jobs set locked_at = now() - interval '1 minute'`);
  const { task, heard } = listening();
  await worker({ long: task });
  const { rows } = await store.admin.query('select locked_by is not null as locked from ledger_jobs._private_jobs');
  end();
  expect(rows).toEqual([{ locked: true }]);
  expect(heard).toEqual([]);
});

test('a long job of one’s own is not given back while it runs', async () => {
  await database.transaction(NOBODY, (tx) => addJob(tx, 'ledger', 'long', {}));
  await store.admin.query(
    `update ledger_jobs._private_jobs set locked_by = 'pool-own', locked_at = now() - interval '1 minute', attempts = 1`,
  );
  const own = new Orphans({ url: store.url('ledger'), schema: 'ledger', workerId: 'pool-own', onError: () => undefined });
  await own.start();
  const { rows } = await store.admin.query('select locked_by from ledger_jobs._private_jobs');
  await own.stop();
  expect(rows).toEqual([{ locked_by: 'pool-own' }]);
});
