import { buildSubgraphSchema } from '@apollo/subgraph';
import { beforeEach, expect, test } from '@jest/globals';
import { type ExecutionResult, execute, parse } from 'graphql';
import { byId } from '../batched.ts';
import { forbidden } from '../errors.ts';
import { encodeId } from '../ids.ts';
import { planOperation } from './plan.ts';
import { runOperation } from './run.ts';

/** What resolvers were asked for, one line a question. */
let asked: string[] = [];
beforeEach(() => {
  asked = [];
});

const uuid = (digit: number): string => `0198a000-0000-7000-8000-00000000000${digit}`;
const rows = new Map([1, 2, 3].map((digit) => [uuid(digit), { id: uuid(digit), title: `task ${digit}` }]));
const SECRET = uuid(7);

const schema = buildSubgraphSchema([
  {
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type Query { none: Int }
      type Task @key(fields: "id") { id: ID! title: String sure: String! }
      type Member @key(fields: "id") { id: ID! name: String }
      type Stub @key(fields: "id") { id: ID! length: Int }
      interface Media @key(fields: "id") { id: ID! width: Int }
      type Picture implements Media @key(fields: "id") { id: ID! width: Int }
      type Money { amount: Int }
    `),
    resolvers: {
      Task: {
        __resolveReference: byId('Task', async (ids) => {
          asked.push(`tasks ${ids.map((id) => id.at(-1)).join()}`);
          return ids.map((id) => (id === SECRET ? forbidden() : (rows.get(id) ?? null)));
        }),
        id: ({ id }: { id: string }) => encodeId('Task', id),
      },
      Member: {
        __resolveReference: ({ id }: { id: string }, _context: unknown, { path }: { path: { key: string } }) => {
          asked.push(`member ${id} for ${path.key}`);
          if (id === 'thrown') throw forbidden();
          if (id === 'given') return forbidden();
          if (id === 'late') return Promise.reject(forbidden());
          return id === 'nobody' ? undefined : Promise.resolve({ __typename: 'Person', id, name: `member ${id}` });
        },
      },
      Stub: { length: ({ id }: { id: string }) => id.length },
      Media: { __resolveType: () => 'Picture', __resolveReference: ({ id }: { id: string }) => ({ id, width: 7 }) },
    } as never,
  },
]);

const DOCUMENT = parse(`query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename ... on Task { id title } ... on Member { id name } ... on Stub { length } ... on Picture { width } } }`);

function ours(representations: readonly object[], document = DOCUMENT): ExecutionResult | Promise<ExecutionResult> {
  const plan = planOperation(schema, document);
  if (plan === null) throw new Error('no plan');
  return runOperation(plan, {}, { representations });
}

const theirs = (representations: readonly object[], document = DOCUMENT) =>
  execute({ schema, document, variableValues: { representations: structuredClone(representations) } });

const task = (digit: number) => ({ __typename: 'Task', id: encodeId('Task', uuid(digit)) });
const member = (id: string) => ({ __typename: 'Member', id });
const stub = (id: string) => ({ __typename: 'Stub', id });

test('references of one type are resolved in one call, and stand where they were asked for', async () => {
  const { data, errors } = await ours([task(2), stub('four'), task(1), member('a'), task(2)]);
  expect(errors).toBeUndefined();
  expect(data?._entities).toEqual([
    { __typename: 'Task', id: task(2).id, title: 'task 2' },
    { __typename: 'Stub', length: 4 },
    { __typename: 'Task', id: task(1).id, title: 'task 1' },
    { __typename: 'Member', id: 'a', name: 'member a' },
    { __typename: 'Task', id: task(2).id, title: 'task 2' },
  ]);
  expect(asked).toEqual(['tasks 2,1,2', 'member a for _entities']);
});

test('an id of another type or shape is nobody’s, and asks for nothing', async () => {
  const { data } = await ours([
    { __typename: 'Task', id: 'task_x' },
    { __typename: 'Task', id: encodeId('Member', uuid(1)) },
  ]);
  expect(data?._entities).toEqual([null, null]);
  expect(asked).toEqual([]);
});

test.each([
  ['a number', 7],
  ['nothing', null],
  ['a list', [task(1).id]],
  ['an object', { toString: null }],
])('a reference whose id is %s is nobody’s, and in nobody’s way', async (_name, id) => {
  const { data, errors } = await ours([task(1), { __typename: 'Task', id } as never, { __typename: 'Task' } as never]);
  expect(errors).toBeUndefined();
  expect(data?._entities).toEqual([{ __typename: 'Task', id: task(1).id, title: 'task 1' }, null, null]);
});

test('an error of one reference is that entity’s alone', async () => {
  const { data, errors } = await ours([task(1), task(7), member('thrown'), member('given'), member('late'), member('nobody'), task(9)]);
  expect(data?._entities).toEqual([{ __typename: 'Task', id: task(1).id, title: 'task 1' }, null, null, null, null, null, null]);
  expect(errors?.map(({ path, message }) => [path?.join('.'), message])).toEqual(
    [1, 2, 3, 4].map((place) => [`_entities.${place}`, forbidden().message]),
  );
});

test('a field that may not be null takes its entity along, and no other', async () => {
  const document = parse(
    'query ($representations: [_Any!]!) { all: _entities(representations: $representations) { ... on Task { sure } ... on Stub { length } } }',
  );
  const { data, errors } = await ours([stub('one'), task(1)], document);
  expect(data).toEqual({ all: [{ length: 3 }, null] });
  expect(errors?.map(({ path }) => path)).toEqual([['all', 1, 'sure']]);
});

test('neither a row nor a reference is changed by being an entity', async () => {
  const reference = Object.freeze(stub('x'));
  const { data } = await ours([reference, task(3)]);
  expect(data?._entities).toEqual([
    { __typename: 'Stub', length: 1 },
    { __typename: 'Task', id: task(3).id, title: 'task 3' },
  ]);
  expect(Object.getOwnPropertyNames(rows.get(uuid(3)))).toEqual(['id', 'title']);
});

test.each([
  ['an interface', [task(1), { __typename: 'Media', id: 'm' }]],
  ['a type of an interface', [{ __typename: 'Picture', id: 'p', width: 3 }]],
  ['a type that is none', [task(1), { __typename: 'Nothing', id: 'n' }]],
  ['a type without a key', [task(1), { __typename: 'Money', amount: 3 }]],
  ['no type', [{ id: 'n' }]],
  ['things that are there and things that are not', [task(9), member('a'), member('nobody'), stub('s'), member('late'), member('given')]],
  ['nothing', []],
])('references to %s are answered as by @apollo/subgraph', async (_name, representations) => {
  const [mine, other] = [await ours(representations), await theirs(representations)];
  expect(JSON.stringify(mine.data)).toBe(JSON.stringify(other.data));
  expect(mine.errors?.map(String)).toEqual(other.errors?.map(String));
});
