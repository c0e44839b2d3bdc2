import { entries, LEDGER, type TestDatabase, testDatabase } from '@atelier/testing';
import { until } from '@atelier/testing/until';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { createDatabase, type Database } from '../database/create.ts';
import type { Transaction } from '../database/session.ts';
import { statement } from '../database/statement.ts';
import { uuidv7 } from '../ids.ts';
import { deadLetters } from '../jobs/queue.ts';
import { createJobs, type Jobs } from '../jobs/runner.ts';
import { createLogger } from '../log.ts';
import type { DomainEvent } from '../peers.ts';
import { type Activity, createActivity, RELAY_TASK } from './activity.ts';
import { createMemoryBus, type LiveBus } from './bus.ts';
import { channelOf, type LiveEvent, type RecordInput, type SubjectRef } from './events.ts';

const logger = createLogger({ service: 'test', level: 'silent' });
const STUDIO = uuidv7();
const HERE = { studioId: STUDIO };
const ADA = { kind: 'member', id: uuidv7() } as const;
const value = sql.placeholder;
const insert = statement('activity.test.insert', (db) =>
  db.insert(entries).values({ studioId: value('studioId'), id: value('id'), title: value('title'), amount: 1 }),
);
const titles = statement('activity.test.titles', (db) => db.select({ title: entries.title }).from(entries));

let store: TestDatabase;
let database: Database;
let background: Database;
let bus: LiveBus;
let activity: Activity;
let delivered: DomainEvent[];
let deliver: (event: DomainEvent) => Promise<void>;
let jobs: Jobs | null;
let subject: SubjectRef;

beforeAll(async () => {
  store = await testDatabase([LEDGER]);
});
beforeEach(() => {
  database = createDatabase({ url: store.url('ledger'), schema: 'ledger', logger, writeConnections: 8 });
  bus = createMemoryBus();
  delivered = [];
  deliver = async (event) => {
    delivered.push(event);
  };
  background = createDatabase({ url: store.url('ledger'), schema: 'ledger', logger, writeConnections: 1 });
  activity = activityOn(bus);
  jobs = null;
  subject = { type: 'project', id: uuidv7() };
});
afterEach(async () => {
  await jobs?.stop();
  await activity.stop();
  await Promise.all([database.close(), background.close()]);
  await store.admin.query('truncate ledger.entries, ledger.inbox, ledger.outbox; delete from ledger_jobs._private_jobs');
});
afterAll(() => store.drop());

function activityOn(publishing: LiveBus): Activity {
  const onError = (error: unknown) => logger.error({ err: error }, 'outbox');
  return createActivity({ schema: 'ledger', database, background, bus: publishing, onError, deliver: (event) => deliver(event) });
}

function aChange(change: Partial<RecordInput> = {}): RecordInput {
  return {
    subject,
    entity: { typename: 'Entry', id: uuidv7() },
    verb: 'entry.made',
    actor: ADA,
    audienceBefore: [],
    audienceAfter: ['team', `person:${ADA.id}`],
    ...change,
  };
}

const untold = async () => (await store.admin.query('select from ledger.outbox')).rowCount;
/** What is in the outbox is as old as what a process left there. */
const letTimePass = () => store.admin.query("update ledger.outbox set at = at - interval '2 seconds'");

async function relayRunning(): Promise<void> {
  jobs = createJobs({ url: store.url('ledger'), schema: 'ledger', tasks: { [RELAY_TASK]: activity.relay }, logger });
  await jobs.start();
}

/** The first events of the subject's channel, in the order in which they come. */
function hear(count: number): Promise<LiveEvent[]> {
  const heard: LiveEvent[] = [];
  return new Promise((resolve) => {
    const stop = bus.subscribe(channelOf('ledger', STUDIO, subject), (event) => {
      heard.push(event);
      if (heard.length < count) return;
      stop();
      resolve(heard);
    });
  });
}

const anEntry = (tx: Transaction, title: string) => tx.run(insert, { studioId: STUDIO, id: uuidv7(), title });

describe('a change', () => {
  test('is published after its commit, with who may hear of it and nothing of what it says', async () => {
    const heard = hear(1);
    const change = aChange({ before: null, after: { title: 'a secret plan' } });
    const { version } = await database.transaction(HERE, (tx) => activity.record(tx, change));
    expect(await heard).toEqual([
      {
        channel: channelOf('ledger', STUDIO, subject),
        studioId: STUDIO,
        version: 1,
        typename: 'Entry',
        id: change.entity.id,
        actor: ADA,
        audienceBefore: [],
        audienceAfter: ['team', `person:${ADA.id}`],
        at: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
    expect(version).toBe(1);
  });

  test('costs one statement', async () => {
    const before = database.stats.statements;
    await database.transaction(HERE, (tx) => activity.record(tx, aChange({ event: { type: 'entry.made', data: {} } })));
    expect(database.stats.statements).toBe(before + 1);
  });

  test('that is not kept is neither published nor recorded, and takes no version', async () => {
    const heard: LiveEvent[] = [];
    bus.subscribe(channelOf('ledger', STUDIO, subject), (event) => heard.push(event));
    const work = database.transaction(HERE, async (tx) => {
      await anEntry(tx, 'a');
      await activity.record(tx, aChange());
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(heard).toEqual([]);
    expect(await database.reads(HERE).run(titles)).toEqual([]);
    expect(await activity.version(database.reads(HERE), subject)).toBe(0);
    expect((await store.admin.query('select from ledger_jobs._private_jobs')).rowCount).toBe(0);
    expect(await untold()).toBe(0);
  });

  test('belongs to the studio of its session, and no other sees it', async () => {
    await database.transaction(HERE, (tx) => activity.record(tx, aChange()));
    const elsewhere = database.reads({ studioId: uuidv7() });
    expect(await activity.version(elsewhere, subject)).toBe(0);
    expect(await activity.replay(elsewhere, subject, 0)).toEqual([]);
    await expect(database.transaction({ studioId: null }, (tx) => activity.record(tx, aChange()))).rejects.toThrow('belongs to a studio');
  });
});

test('the order of versions is the order of commits, however many change a thing at once', async () => {
  const heard = hear(40);
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      database.transaction(HERE, async (tx) => {
        await anEntry(tx, `entry ${index}`);
        await activity.record(tx, aChange());
      }),
    ),
  );
  const versions = (await heard).map((event) => event.version);
  expect([...versions].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));

  // A later version is never visible while an earlier one is not.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let recorded = () => {};
  const first = new Promise<void>((resolve) => {
    recorded = resolve;
  });
  const slow = database.transaction(HERE, async (tx) => {
    const { version } = await activity.record(tx, aChange());
    recorded();
    await held;
    return version;
  });
  await first;
  const quick = database.transaction(HERE, (tx) => activity.record(tx, aChange()));
  expect(await activity.version(database.reads(HERE), subject)).toBe(40);
  release();
  expect(await slow).toBe(41);
  expect(await quick).toEqual({ version: 42 });
});

describe('the outbox', () => {
  test('has what a crash between commit and publication left behind published, once', async () => {
    const change = aChange();
    await database.transaction(HERE, (tx) => activityOn(createMemoryBus()).record(tx, change));
    await letTimePass();
    const heard = hear(1);
    activity.start();
    expect(await heard).toMatchObject([{ version: 1, id: change.entity.id, actor: ADA, audienceAfter: ['team', `person:${ADA.id}`] }]);
    await until(async () => (await untold()) === 0);
  });

  test('keeps what could not be published, and has it published when that is possible again', async () => {
    const deaf = activityOn({ ...bus, publish: async () => false });
    deaf.start();
    await database.transaction(HERE, (tx) => deaf.record(tx, aChange()));
    await deaf.stop();
    expect(await untold()).toBe(1);
    await letTimePass();
    const heard = hear(1);
    activity.start();
    expect(await heard).toMatchObject([{ version: 1 }]);
  });

  test('leaves a moment to whoever publishes a change right now', async () => {
    const heard = hear(2);
    await database.transaction(HERE, (tx) => activityOn(createMemoryBus()).record(tx, aChange()));
    await letTimePass();
    await database.transaction(HERE, (tx) => activityOn(createMemoryBus()).record(tx, aChange()));
    activity.start();
    await until(async () => (await untold()) === 1);
    await letTimePass();
    expect((await heard).map(({ version }) => version)).toEqual([1, 2]);
  });

  test('is empty once all is told, and a studio that is gone is not waited for', async () => {
    activity.start();
    await database.transaction(HERE, (tx) => activity.record(tx, aChange()));
    await store.admin.query(`insert into ledger.outbox values ($1, now() - interval '1 hour', $2)`, [
      uuidv7(),
      { studioId: uuidv7(), type: 'project', id: uuidv7(), version: 1 },
    ]);
    await until(async () => (await untold()) === 0);
  });
});

describe('the relay', () => {
  test('delivers a domain event with its data', async () => {
    const mentioned = new Promise<DomainEvent>((resolve) => {
      deliver = async (event) => resolve(event);
    });
    await relayRunning();
    await database.transaction(HERE, (tx) =>
      activity.record(tx, aChange({ event: { type: 'comment.mentioned', data: { member: ADA.id } } })),
    );
    expect(await mentioned).toEqual({
      id: expect.any(String),
      type: 'comment.mentioned',
      source: 'ledger',
      studioId: STUDIO,
      at: expect.stringMatching(/Z$/),
      data: { member: ADA.id },
    });
  });

  test('keeps an event that a subscriber refuses, with the reason', async () => {
    let refused = () => {};
    const refusal = new Promise<void>((resolve) => {
      refused = resolve;
    });
    deliver = async () => {
      refused();
      throw new Error('messaging does not answer');
    };
    await database.transaction(HERE, (tx) => activity.record(tx, aChange({ event: { type: 'entry.made', data: {} } })));
    await store.admin.query('update ledger_jobs._private_jobs set max_attempts = 1');
    await relayRunning();
    await refusal;
    await jobs?.stop();
    expect(await deadLetters(database.reads(HERE), 'ledger')).toMatchObject([{ task: RELAY_TASK, error: 'messaging does not answer' }]);
  });
});

describe('an event of another subgraph', () => {
  const handle = (eventId: string, fail = false) =>
    database.transaction(HERE, (tx) =>
      activity.once(tx, eventId, async () => {
        await anEntry(tx, `entry ${uuidv7()}`);
        if (fail) throw new Error('not now');
      }),
    );

  test('is handled once, however often and however closely it comes', async () => {
    const eventId = uuidv7();
    const handled = await Promise.all(Array.from({ length: 5 }, () => handle(eventId)));
    expect(handled.filter(Boolean)).toHaveLength(1);
    expect(await handle(eventId)).toBe(false);
    expect(await database.reads(HERE).run(titles)).toHaveLength(1);
  });

  test('that could not be handled is handled when it comes again', async () => {
    const eventId = uuidv7();
    await expect(handle(eventId, true)).rejects.toThrow('not now');
    expect(await handle(eventId)).toBe(true);
    expect(await database.reads(HERE).run(titles)).toHaveLength(1);
  });
});

describe('who missed something', () => {
  const changes = async (count: number) => {
    for (let index = 0; index < count; index += 1) await database.transaction(HERE, (tx) => activity.record(tx, aChange()));
  };
  const replay = (after: number) => activity.replay(database.reads(HERE), subject, after);

  test('gets exactly that, in order', async () => {
    const published = hear(3);
    await changes(3);
    const [, second, third] = await published;
    expect(await replay(1)).toEqual([second, third]);
    expect(await replay(3)).toEqual([]);
  });

  test('is told to begin anew when it is too long ago', async () => {
    await changes(2);
    await store.admin.query(`update ledger.activity set at = now() - interval '25 hours' where subject_id = $1 and version = 2`, [
      subject.id,
    ]);
    expect(await replay(1)).toBe('resync');
    expect(await replay(2)).toEqual([]);
  });

  test('is told to begin anew when it is too much, or gone, or never was', async () => {
    await store.admin.query(`insert into ledger.activity_subjects values ($1, $2, $3, 501)`, [STUDIO, subject.type, subject.id]);
    await store.admin.query(
      `insert into ledger.activity (studio_id, id, subject_type, subject_id, version, at, typename, entity_id, verb, actor_kind, audience_before, audience_after)
       select $1, gen_random_uuid(), $2, $3, n, now(), 'Entry', gen_random_uuid(), 'entry.made', 'system', '{}', '{team}' from generate_series(1, 501) as n`,
      [STUDIO, subject.type, subject.id],
    );
    expect(await replay(0)).toBe('resync');
    expect(await replay(1)).toHaveLength(500);
    expect(await replay(502)).toBe('resync');
    await store.admin.query('delete from ledger.activity where subject_id = $1 and version = 499', [subject.id]);
    expect(await replay(490)).toBe('resync');
  });
});
