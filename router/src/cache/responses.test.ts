import { uuidv7 } from '@atelier/service-kit/ids';
import { createMemoryVersions, type Versions, versionScope } from '@atelier/service-kit/versions';
import type { Viewer } from '@atelier/service-kit/viewer';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Outcome } from '../execute/operation.ts';
import type { OperationRequest } from '../pipeline.ts';
import { createResponseCache, type ResponseCache } from './responses.ts';

const studioId = uuidv7();
const ada = { kind: 'user', userId: uuidv7(), sessionId: uuidv7(), studio: { id: studioId, memberId: uuidv7(), role: 'owner' } } as const;
const ben = { ...ada, userId: uuidv7() };

let versions: Versions;
let cache: ResponseCache;
let now: Date;
/** How often the question was really asked. */
let asked: number;

beforeEach(() => {
  versions = createMemoryVersions();
  now = new Date('2026-11-22T09:00:00Z');
  cache = createResponseCache({ versions, maxBytes: 1_000_000, ttlMs: 30_000, now: () => now });
  asked = 0;
});

const question = (more: { viewer?: Viewer; key?: string; variables?: object; kind?: OperationTypeNode; subgraphs?: string[] } = {}) =>
  ({
    operation: {
      key: more.key ?? '{ projects }',
      kind: more.kind ?? OperationTypeNode.QUERY,
      engine: { id: 1, subgraphs: ['projects', 'clients'] },
      prepared: { isCompiled: true, subgraphs: more.subgraphs ?? ['projects'] },
    },
    variables: more.variables ?? {},
    context: { viewer: { viewer: more.viewer ?? ada } },
  }) as unknown as OperationRequest;
const answer = (data = '{"projects":[]}'): Outcome => ({ data, errors: [], points: 0 });
const ask = (request = question(), outcome = answer()) =>
  cache.run(request, async () => {
    asked += 1;
    return outcome;
  });
const changeIn = (studio: string | null, subgraph = 'projects') => versions.change([versionScope(subgraph, studio)], async () => {});

describe('an answer', () => {
  test('is kept for who asked, what they asked and with which variables, and for nobody and nothing else', async () => {
    await ask();
    expect(await ask()).toMatchObject({ isCached: true });
    for (const other of [
      { viewer: ben },
      { key: '{ clients }' },
      { variables: { first: 1 } },
      { viewer: { ...ada, studio: { ...ada.studio, role: 'guest' as const } } },
    ]) {
      expect(await ask(question(other))).toMatchObject({ isCached: false });
    }
    expect(asked).toBe(5);
  });

  test('holds while other studios and subgraphs that it does not ask change, and no longer', async () => {
    await ask();
    await changeIn(uuidv7());
    await changeIn(studioId, 'messaging');
    expect(await ask()).toMatchObject({ isCached: true });
    await changeIn(studioId);
    expect(await ask()).toMatchObject({ isCached: false });
    await changeIn(null);
    expect(await ask()).toMatchObject({ isCached: false });
  });

  test('over `node` holds only while no subgraph changes: any of them may own the thing', async () => {
    const request = question({ subgraphs: ['live'] });
    await ask(request);
    await changeIn(studioId, 'clients');
    expect(await ask(request)).toMatchObject({ isCached: false });
  });

  test('is neither given nor kept while something is being changed', async () => {
    await ask();
    await versions.change([versionScope('projects', studioId)], async () => {
      expect(await ask()).toBeNull();
    });
    expect(asked).toBe(1);
  });

  test('that was under way when something changed is not kept', async () => {
    await cache.run(question(), async () => {
      await changeIn(studioId);
      return answer('{"projects":["old"]}');
    });
    expect(await ask()).toMatchObject({ isCached: false });
  });

  test('grows at most half a minute old, for what only the clock changes', async () => {
    await ask();
    now = new Date(now.getTime() + 29_999);
    expect(await ask()).toMatchObject({ isCached: true });
    now = new Date(now.getTime() + 1);
    expect(await ask()).toMatchObject({ isCached: false });
  });

  test('with an error, of a change, and to a stranger is not kept', async () => {
    const failed = { ...answer(), errors: [new GraphQLError('A part does not answer.')] };
    await ask(question(), failed);
    expect(await ask()).toMatchObject({ isCached: false });
    expect(await ask(question({ kind: OperationTypeNode.MUTATION }))).toBeNull();
    expect(await ask(question({ viewer: { kind: 'anonymous' } }))).toBeNull();
  });
});

describe('questions at once', () => {
  test('that are the same are asked once; after a change they are not', async () => {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const slow = () => {
      asked += 1;
      return promise;
    };
    const [first, second] = [cache.run(question(), slow), cache.run(question(), slow)];
    await changeIn(studioId);
    const third = cache.run(question(), slow);
    resolve(answer());
    expect((await Promise.all([first, second, third])).map((each) => each?.isCached)).toEqual([false, true, false]);
    expect(asked).toBe(2);
  });

  test('do not share a failure', async () => {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const first = cache.run(question(), () => promise);
    const second = ask();
    resolve({ ...answer(), errors: [new GraphQLError('The client has gone.')] });
    await first;
    expect((await second)?.outcome.errors).toEqual([]);
  });
});

test('memory stays below its bound, and what was not asked for longest goes first', async () => {
  const long = answer(`{"text":"${'x'.repeat(10_000)}"}`);
  for (let index = 0; index < 100; index += 1) {
    await ask(question({ variables: { index } }), long);
    await ask(question({ variables: { index: 0 } }), long);
    expect(cache.size.bytes).toBeLessThanOrEqual(1_000_000);
  }
  expect(cache.size.entries).toBeGreaterThan(20);
  expect(await ask(question({ variables: { index: 0 } }))).toMatchObject({ isCached: true });
  expect(await ask(question({ variables: { index: 1 } }))).toMatchObject({ isCached: false });
  await ask(question({ key: 'huge' }), answer(`"${'x'.repeat(900_000)}"`));
  expect(await ask(question({ key: 'huge' }))).toMatchObject({ isCached: false });
});
