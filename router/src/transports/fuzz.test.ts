import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { overHttp } from './http.ts';
import { type House, startHouse } from './testing/house.ts';
import { saying, startPatient } from './testing/ill.ts';
import { TransportError } from './transport.ts';

let house: House;
const query = `query ($some: Boolean!) {
  viewerKind
  unreadTotal
  projects { id name note unread again: unread lead { id } tasks @include(if: $some) { id title } parent { name parent { id unread } } }
}`;
const entity = { __typename: 'Project', id: 'p0', unread: 3 };
const project = {
  __typename: 'Project',
  id: 'p0',
  name: 'Poster',
  note: null,
  lead: { __typename: 'Member', id: 'm1' },
  tasks: [{ __typename: 'Task', id: 't1', title: 'Draw' }],
  parent: { __typename: 'Project', id: 'p2', name: 'Series', parent: { __typename: 'Project', id: 'p3', name: 'House', parent: null } },
};
const whole = {
  projects: { data: { viewerKind: 'anonymous', projects: [project, { ...project, id: 'p1', parent: null }] } },
  messaging: { data: { unreadTotal: 7, _entities: [entity, entity, entity, entity] } },
};

/** Keys and values that have hurt somebody before. */
const key = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  'then',
  'toJSON',
  '__typename',
  'id',
  '',
);
const value = fc.oneof(
  { depthSize: 'small' },
  fc.constantFrom<unknown>(
    null,
    0,
    -1,
    2 ** 53,
    1e308,
    '',
    'x',
    '\u0000',
    '\ud800',
    true,
    [],
    {},
    [[]],
    [null],
    { __typename: 'Nothing' },
    { __typename: 3 },
  ),
  fc.jsonValue(),
  fc.dictionary(key, fc.jsonValue(), { maxKeys: 4 }),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown),
);
/** One thing that is done to an answer, at a place that is found by going down by these numbers. */
const change = fc.record({
  way: fc.array(fc.nat(12), { maxLength: 7 }),
  how: fc.constantFrom('replace', 'remove', 'add', 'repeat', 'shift'),
  key,
  value,
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

type Json = Record<string, unknown> | unknown[];
const isNode = (of: unknown): of is Json => typeof of === 'object' && of !== null;
/** Sets an own property whatever its name. */
const set = (node: Json, name: string, to: unknown) =>
  Object.defineProperty(node, name, { value: to, enumerable: true, configurable: true, writable: true });

function apply(answer: unknown, { way, how, key: name, value: given }: Change): unknown {
  const to: unknown = JSON.parse(JSON.stringify(given));
  let node: unknown = answer;
  let last: [Json, string] | null = null;
  for (const step of way) {
    if (!isNode(node)) break;
    const names = Object.keys(node);
    const next = names[step % Math.max(names.length, 1)];
    if (next === undefined) break;
    last = [node, next];
    node = Reflect.get(node, next);
  }
  if (!last) return how === 'replace' ? to : answer;
  const [parent, at] = last;
  if (how === 'replace') set(parent, at, to);
  else if (how === 'remove') Array.isArray(parent) ? parent.splice(Number(at), 1) : Reflect.deleteProperty(parent, at);
  else if (how === 'add') Array.isArray(parent) ? parent.push(to) : set(parent, name, to);
  else if (how === 'repeat' && Array.isArray(parent)) parent.push(...parent);
  else if (how === 'shift' && Array.isArray(parent)) parent.unshift(parent.pop());
  return answer;
}

/** How the text itself is damaged. */
const damage = fc.oneof(
  { weight: 8, arbitrary: fc.constant((json: string) => json) },
  fc.nat(400).map((at) => (json: string) => json.slice(0, at)),
  fc.nat(400).map((at) => (json: string) => `${json.slice(0, at)}\u0000${json.slice(at)}`),
  fc.integer({ min: 2_000, max: 20_000 }).map((depth) => () => `{"data":{"projects":${'['.repeat(depth)}${']'.repeat(depth)}}}`),
  fc.constant((json: string) => json.replaceAll('proto', '\\u0070roto')),
);
const status = fc.constantFrom(200, 200, 200, 400, 404, 500, 503);
const illness = fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 4 }), damage, status });

const codes = new Set([
  'UNAVAILABLE',
  'INTERNAL',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'CONFLICT',
  'RATE_LIMITED',
]);
const clean = () => {
  for (const holder of [{}, [], () => 0, Object, Array, Function.prototype, Object.prototype]) {
    expect(Reflect.get(holder, 'polluted')).toBeUndefined();
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
};

/** Makes both subgraphs answer as an illness says; `messaging` with one entity for each that it is asked for, before that. */
function fallIll(
  which: 'projects' | 'messaging',
  { changes, damage, status }: typeof illness extends fc.Arbitrary<infer T> ? T : never,
): void {
  for (const name of ['projects', 'messaging'] as const) {
    house.patients[name].handle = async (request, response) => {
      const { variables } = JSON.parse(await text(request)) as { variables?: { representations?: unknown[] } };
      const answer = structuredClone(whole[name]) as { data: Record<string, unknown> };
      if (name === 'messaging') answer.data._entities = (variables?.representations ?? []).map(() => ({ ...entity }));
      const isIll = name === which;
      const changed = isIll ? changes.reduce<unknown>(apply, answer) : answer;
      const json = JSON.stringify(changed) ?? '';
      response.writeHead(isIll ? status : 200, { 'content-type': 'application/json' }).end(isIll ? damage(json) : json);
    };
  }
}

beforeAll(async () => {
  house = await startHouse({ timeoutMs: 2_000, retryDelayMs: 0, breaker: { failures: 1_000_000, minimum: 1_000_000 } });
});
afterAll(() => house.stop());

describe('whatever a subgraph answers', () => {
  test.each(['projects', 'messaging'] as const)(
    'of %s, the client gets what the schema says, or a coded error',
    async (which) => {
      await fc.assert(
        fc.asyncProperty(illness, fc.boolean(), async (ill, some) => {
          fallIll(which, ill);
          const { status, data, errors, text: shown } = await house.ask(query, { variables: { some } });
          expect([200, 503, 500]).toContain(status);
          for (const { extensions } of errors) expect(codes).toContain(extensions?.code);
          if (data === null || data === undefined) expect(errors.length).toBeGreaterThan(0);
          else checkShape(data, some);
          expect(shown).not.toMatch(/messaging|127\.0\.0\.1|\.ts:|stack|undici|polluted/);
          clean();
        }),
        { numRuns: 200 },
      );
      fallIll(which, { changes: [], damage: (json) => json, status: 200 });
      const { data, errors } = await house.ask(query, { variables: { some: true } });
      expect([errors, data?.unreadTotal]).toEqual([[], 7]);
    },
    120_000,
  );
});

describe('whatever comes over the wire', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
  const wires = [
    `${head}Content-Length: 18\r\n\r\n{"data":{"a":1}}\r\n`,
    `${head}Transfer-Encoding: chunked\r\n\r\n8\r\n{"data":\r\n8\r\n{"a":1}}\r\n0\r\n\r\n`,
    `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${head}Connection: close\r\n\r\n{"data":{"a":1}}`,
    `${head}Content-Length: 16\r\n\r\n{"data":{"a":1}}${head}Content-Length: 16\r\n\r\n{"data":{"a":2}}`,
  ];
  const wire = fc.record({
    start: fc.constantFrom(...wires),
    cuts: fc.array(fc.record({ at: fc.nat(150), drop: fc.nat(4), bytes: fc.string({ unit: 'binary', maxLength: 4 }) }), { maxLength: 3 }),
    doesClose: fc.boolean(),
  });

  test('it is an answer or a failure of the transport, and the next request has an answer of its own', async () => {
    const patient = await startPatient(() => {});
    const transport = overHttp({ url: patient.url, timeoutMs: 200, breaker: { failures: 1_000_000, minimum: 1_000_000 } });
    const send = () => transport.send({ query: 'mutation { a }', viewerToken: '', traceId: 'trace' });
    await fc.assert(
      fc.asyncProperty(wire, async ({ start, cuts, doesClose }) => {
        const sent = cuts.reduce((all, { at, drop, bytes }) => all.slice(0, at) + bytes + all.slice(at + drop), start);
        patient.handle = ({ socket }) => void (doesClose ? socket.end(sent) : socket.write(sent));
        const [outcome] = await Promise.allSettled([send()]);
        if (outcome.status === 'fulfilled') expect(Object.keys(outcome.value).join()).toMatch(/^(data|errors|data,errors)$/);
        else expect(outcome.reason).toBeInstanceOf(TransportError);
        patient.handle = saying({ data: { own: true } });
        expect(await send()).toEqual({ data: { own: true } });
      }),
      { numRuns: 150 },
    );
    expect(transport.stats?.().inFlight).toBe(0);
    await patient.stop();
    await transport.close();
  }, 120_000);
});

/** Every field is there, and holds what its type allows. */
function checkShape(data: Record<string, unknown>, some: boolean): void {
  expect(Object.keys(data)).toEqual(['viewerKind', 'unreadTotal', 'projects']);
  expect(typeof data.viewerKind).toBe('string');
  expect(data.unreadTotal === null || Number.isInteger(data.unreadTotal)).toBe(true);
  expect(Array.isArray(data.projects)).toBe(true);
  for (const each of data.projects as Record<string, unknown>[]) {
    const { id, name, note, unread, again, lead, tasks, parent } = each;
    expect(Object.keys(each)).toEqual(['id', 'name', 'note', 'unread', 'again', 'lead', ...(some ? ['tasks'] : []), 'parent']);
    expect([typeof id, typeof name]).toEqual(['string', 'string']);
    expect(note === null || typeof note === 'string').toBe(true);
    for (const count of [unread, again]) expect(count === null || Number.isInteger(count)).toBe(true);
    if (lead !== null) expect(Object.entries(lead as object)).toEqual([['id', expect.any(String)]]);
    if (some) {
      for (const task of tasks as object[]) {
        expect(Object.entries(task)).toEqual([
          ['id', expect.any(String)],
          ['title', expect.any(String)],
        ]);
      }
    }
    if (parent !== null) expect(Object.keys(parent as object)).toEqual(['name', 'parent']);
  }
}
