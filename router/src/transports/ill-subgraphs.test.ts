import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, type Shown, startHouse } from './testing/house.ts';
import { illnesses, saying } from './testing/ill.ts';

let house: House;
/** Everything that tells of the inside. */
const insides = /messaging|127\.0\.0\.1|169\.254|ECONN|UND_ERR|stack|\.ts:|srv|undici|serviceName|socket/i;
const page = '{ viewerKind studioName unreadTotal projects { name unread } }';
const others = { viewerKind: 'anonymous', studioName: 'Ink' };
const projects = (unread: (index: number) => unknown) =>
  ['Poster', 'Letter', 'Cover'].map((name, index) => ({ name, unread: unread(index) }));
const whole = { ...others, unreadTotal: 7, projects: projects((index) => index) };
const without = { ...others, unreadTotal: null, projects: projects(() => null) };
const codes = ({ errors }: Shown) => [...new Set(errors.map(({ extensions }) => extensions?.code))];

/** Answers `_entities` with what is given, and the rest as it should. */
const withEntities =
  (entities: (asked: { id: string }[]) => unknown): RequestListener =>
  async (request, response) => {
    const { query, variables } = JSON.parse(await text(request)) as { query: string; variables?: { representations: { id: string }[] } };
    const asked = variables?.representations ?? [];
    const data = query.includes('_entities') ? { _entities: entities(asked) } : { unreadTotal: 7 };
    saying({ data })(request, response);
  };

beforeAll(async () => {
  // The breaker has tests of its own; here every request must reach the patient.
  house = await startHouse({ breaker: { failures: 1_000_000, minimum: 1_000_000 } });
});
afterAll(() => house.stop());
afterEach(() => {
  house.patient.handle = house.well;
});

describe('a subgraph', () => {
  test('that is well gives its fields', async () => {
    expect(await house.ask(page)).toMatchObject({ status: 200, data: whole, errors: [] });
  });

  test.each(Object.entries(illnesses))('that %s costs its own fields only, and says nothing of itself', async (_what, how) => {
    house.patient.handle = how;
    const shown = await house.ask(page);
    expect([shown.status, shown.data]).toEqual([200, without]);
    expect(codes(shown)).toEqual(['UNAVAILABLE']);
    expect(shown.text).not.toMatch(insides);
    house.patient.handle = house.well;
    expect((await house.ask(page)).data).toEqual(whole);
  });

  test('that is gone costs its own fields only, and is back as soon as it is', async () => {
    await house.patient.stop();
    const shown = await house.ask(page);
    expect([shown.status, shown.data, codes(shown)]).toEqual([200, without, ['UNAVAILABLE']]);
    expect(shown.text).not.toMatch(insides);
    await house.patient.start();
    expect((await house.ask(page)).data).toEqual(whole);
  });

  const wrongNumbers: [string, (asked: { id: string }[]) => unknown][] = [
    ['fewer', (asked) => asked.slice(1).map(({ id }) => ({ __typename: 'Project', id, unread: 9 }))],
    ['more', (asked) => [{ __typename: 'Project', unread: 9 }, ...asked.map(() => ({ __typename: 'Project', unread: 9 }))]],
    ['no', () => []],
    ['an object of', (asked) => Object.fromEntries(asked.map((_, index) => [index, { unread: 9 }]))],
  ];
  test.each(wrongNumbers)('that sends %s entities loses them all, and no value comes to the wrong thing', async (_what, entities) => {
    house.patient.handle = withEntities(entities);
    const shown = await house.ask(page);
    expect(shown.data).toEqual({ ...whole, projects: projects(() => null) });
    expect(codes(shown)).toEqual(['UNAVAILABLE']);
  });

  test('that leaves out the names of types gives its values all the same, where they can be told', async () => {
    house.patient.handle = withEntities((asked) => asked.map((_, index) => ({ unread: index })));
    expect((await house.ask(page)).data).toEqual(whole);
  });

  test('that sends values of the wrong type gives null and an error for each, never the value', async () => {
    house.patient.handle = withEntities(() => [{ unread: 'many' }, { unread: { deep: 1 } }, { unread: [1] }]);
    const shown = await house.ask(page);
    expect(shown.data).toEqual({ ...whole, projects: projects(() => null) });
    expect(shown.errors).toHaveLength(3);
    expect(shown.text).not.toMatch(/many|deep/);
  });

  test('that fails with words of its own is not quoted', async () => {
    house.patient.handle = saying({
      errors: [
        { message: 'messaging at 10.0.0.7: relation "threads" does not exist', extensions: { code: 'OOPS', stacktrace: ['a.ts:1'] } },
      ],
      data: null,
    });
    const shown = await house.ask(page);
    expect([shown.data, codes(shown)]).toEqual([without, ['INTERNAL']]);
    expect(shown.text).not.toMatch(/10\.0|threads|OOPS|a\.ts/);
  });
});

describe('keys that reach for prototypes', () => {
  const reaching = [
    '{"__proto__":{"polluted":true},"unread":1}',
    '{"constructor":{"prototype":{"polluted":true}},"unread":1}',
    '{"unread":1,"__pr\\u006fto__":{"unread":9,"polluted":true}}',
    '{"prototype":{"polluted":true},"hasOwnProperty":1,"toString":2,"unread":1}',
  ];
  test.each(reaching)('change nothing: %s', async (entity) => {
    house.patient.handle = async (request, response) => {
      const { query, variables } = JSON.parse(await text(request)) as { query: string; variables?: { representations: unknown[] } };
      const entities = (variables?.representations ?? []).map(() => entity).join();
      const data = query.includes('_entities')
        ? `"_entities":[${entities}]`
        : '"unreadTotal":7,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
      response.writeHead(200, { 'content-type': 'application/json' }).end(`{"data":{${data}},"__proto__":{"errors":[{"message":"x"}]}}`);
    };
    const shown = await house.ask(page);
    expect([shown.data, shown.errors]).toEqual([{ ...whole, projects: projects(() => 1) }, []]);
    expect(Reflect.get({}, 'polluted') ?? Reflect.get(Object, 'polluted') ?? Reflect.get(Function.prototype, 'polluted')).toBeUndefined();
  });

  test('as aliases give what was asked for, or are refused', async () => {
    for (const alias of ['constructor', 'toString', 'hasOwnProperty', 'prototype']) {
      const { data } = await house.ask(`{ ${alias}: unreadTotal projects { ${alias}: unread } }`);
      expect(data).toEqual({ [alias]: 7, projects: [0, 1, 2].map((unread) => ({ [alias]: unread })) });
      house.patient.handle = saying({ data: {} });
      const missing = await house.ask(`{ ${alias}: unreadTotal studioName }`);
      expect(JSON.stringify(missing.data)).toBe(`{"${alias}":null,"studioName":"Ink"}`);
      house.patient.handle = house.well;
    }
  });
});

describe('ids', () => {
  test('that a subgraph sends as numbers arrive as texts', async () => {
    const own = house.patients.projects.handle;
    house.patients.projects.handle = saying({ data: { projects: [{ __typename: 'Project', id: 41, name: 'Poster' }] } });
    expect((await house.ask('{ projects { id name } }')).data).toEqual({ projects: [{ id: '41', name: 'Poster' }] });
    house.patients.projects.handle = own;
  });
});

describe('an outage', () => {
  test('is over within a second or so of the subgraph’s return, and nobody waits for it in between', async () => {
    const own = await startHouse({ breaker: { failures: 3, openMs: 50 } });
    await own.patient.stop();
    while (own.transports.messaging.stats?.().breaker !== 'open') expect((await own.ask(page)).data).toEqual(without);
    expect(codes(await own.ask(page))).toEqual(['UNAVAILABLE']);
    await own.patient.start();
    let shown = await own.ask(page);
    while (shown.errors.length > 0) {
      expect(shown.data).toMatchObject(others);
      shown = await own.ask(page);
    }
    expect([shown.data, own.transports.messaging.stats?.().breaker]).toEqual([whole, 'closed']);
    await own.stop();
  });
});

describe('a client that goes', () => {
  test('takes its reads along, at the subgraph, too', async () => {
    const own = await startHouse({ timeoutMs: 60_000 });
    const arrived = Promise.withResolvers<void>();
    own.patient.handle = () => arrived.resolve();
    const closed = own.patient.hungUp();
    const client = new AbortController();
    const asked = own.ask(page, { signal: client.signal }).catch((error: Error) => error.name);
    await arrived.promise;
    client.abort();
    expect(await asked).toBe('AbortError');
    await closed;
    expect(own.transports.messaging.stats?.()).toMatchObject({ inFlight: 0, breaker: 'closed' });
    await own.stop();
  });

  test('takes them along from an open stream, too', async () => {
    const own = await startHouse({ timeoutMs: 60_000 });
    const arrived = Promise.withResolvers<void>();
    own.patient.handle = () => arrived.resolve();
    const closed = own.patient.hungUp();
    const client = new AbortController();
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const body = JSON.stringify({ query: page });
    const asked = fetch(`${own.url}/graphql`, { method: 'POST', headers, body, signal: client.signal }).then(
      (response) => response.text(),
      () => 'gone',
    );
    await arrived.promise;
    client.abort();
    await Promise.allSettled([asked, closed]);
    expect(own.transports.messaging.stats?.()).toMatchObject({ inFlight: 0, breaker: 'closed' });
    await own.stop();
  });

  test('leaves a change that it asked for under way', async () => {
    const own = await startHouse({ timeoutMs: 60_000 });
    const arrived = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const finished = Promise.withResolvers<boolean>();
    own.patients.projects.handle = async (request, response) => {
      arrived.resolve();
      await finish.promise;
      response.once('close', () => finished.resolve(response.writableFinished));
      saying({ data: { renameProject: { id: 'p1' } } })(request, response);
    };
    const client = new AbortController();
    const asked = own.ask('mutation { renameProject(id: "p1", name: "x") { id } }', { signal: client.signal }).catch(() => 'gone');
    await arrived.promise;
    const gone = own.clientGone();
    client.abort();
    await Promise.all([asked, gone]);
    expect(own.transports.projects.stats?.().inFlight).toBe(1);
    finish.resolve();
    expect(await finished.promise).toBe(true);
    await own.stop();
  });
});

describe('memory', () => {
  test('is back where it was after every illness many times over', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = async () => {
      for (let index = 0; index < 3; index += 1) {
        await new Promise(setImmediate);
        collect();
      }
      const { heapUsed, external } = process.memoryUsage();
      return (heapUsed + external) / 1024 / 1024;
    };
    const bad = Object.entries(illnesses).filter(([what]) => !/hangs|drips/.test(what));
    const round = async () => {
      for (const [, how] of bad) {
        house.patient.handle = how;
        await Promise.all([house.ask(page), house.ask(page)]);
      }
    };
    for (let index = 0; index < 3; index += 1) await round();
    const before = await used();
    for (let index = 0; index < 15; index += 1) await round();
    house.logs.length = 0;
    expect((await used()) - before).toBeLessThan(10);
  });
});
