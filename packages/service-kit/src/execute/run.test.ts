import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getVariableValues,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { batched } from '../batched.ts';
import { generateQuery, seeded } from './generate.ts';
import { planOperation } from './plan.ts';
import { runOperation } from './run.ts';

const schema = buildSchema(`
  scalar Moment
  enum Colour { RED GREEN }
  interface Node { id: ID! name(upper: Int = 1): String self: Node }
  union Thing = Cat | Dog | Stone
  type Cat implements Node { id: ID! name(upper: Int = 1): String self: Node friend: Dog friends: [Dog] strict: Dog! list: [Dog]! at: Moment colour: Colour }
  type Dog implements Node { id: ID! name(upper: Int = 1): String self: Node owner: Node must: String! mays: [String] musts: [String!] grid: [[Int!]]! cats: [Cat] late: Int! bad: Int }
  type Stone { weight: Float hard: Boolean! things: [Thing]! thing: Thing }
  type Query { cat(id: Int): Cat dog: Dog! maybeDog: Dog things(first: Int!): [Thing] nodes: [Node] stone: Stone lost: Thing colours(of: Colour): [Colour!] flag: Boolean number: Int text(of: String): String }
  type Mutation { change(to: Int!): Cat other: Int }
`);

type Resolver = (source: Thing, args: Record<string, number>, context: unknown, info: { path: unknown; fieldName: string }) => unknown;
interface Thing {
  __typename?: string;
  n: number;
  [name: string]: unknown;
}

const TYPES = ['Cat', 'Dog', 'Stone'];
const thing = (n: number, typename = TYPES[n % 3]): Thing => ({
  __typename: typename as string,
  n,
  id: `id-${n}`,
  name: ({ upper }: { upper: number }) => (upper > 1 ? `NAME ${n}` : `name ${n}`),
  hard: n % 2 === 0,
  weight: n / 3,
});
const later = <T>(value: T): Promise<T> => Promise.resolve(value);
const fail = (text: string): never => {
  throw new Error(text);
};

/** How often a resolver fails, out of a hundred; the same for the same object and field. */
let share = 0;
const fails = (source: Thing | undefined, field: string): boolean =>
  ((source?.n ?? 1) * 31 + field.length * 17 + field.charCodeAt(0)) % 100 < share;
const guarded =
  (resolve: (source: Thing, args: Record<string, number>) => unknown): Resolver =>
  (source, args, _context, info) => {
    if (fails(source, info.fieldName))
      return (source?.n ?? 0) % 2 === 0 ? fail(`failed ${info.fieldName}`) : Promise.reject(new Error(`rejected ${info.fieldName}`));
    return resolve(source, args);
  };

const resolvers: Record<string, Record<string, Resolver>> = {
  Cat: {
    self: (source) => source,
    friend: guarded(({ n }) => (n % 5 === 0 ? null : later(thing(n + 1, 'Dog')))),
    friends: guarded(({ n }) => [thing(n + 1, 'Dog'), null, later(thing(n + 2, 'Dog')), new Error('one is bad')].slice(0, n % 5)),
    strict: guarded(({ n }) => (n % 7 === 0 ? null : thing(n + 3, 'Dog'))),
    list: guarded(({ n }) => later([thing(n + 4, 'Dog'), n % 4 === 0 ? null : thing(n + 5, 'Dog')])),
    at: ({ n }) => n * 1_000,
    colour: ({ n }) => (n % 11 === 0 ? 'BLUE' : 'RED'),
  },
  Dog: {
    self: ({ n }) => later(thing(n + 1, n % 2 ? 'Cat' : 'Dog')),
    owner: guarded(({ n }) => (n % 3 === 0 ? { n } : later(thing(n + 2, 'Cat')))),
    must: guarded(({ n }) => (n % 6 === 0 ? undefined : 'must')),
    mays: guarded(({ n }) => new Set(['a', null, n])),
    musts: guarded(({ n }) => ['a', n % 4 === 0 ? null : 'b']),
    grid: guarded(({ n }) => (n % 9 === 0 ? [[1, null], [2], 'x'] : [[1, 2], [], null])),
    cats: guarded(({ n }) => (n % 8 === 0 ? 'no list' : later([later(thing(n + 1, 'Cat')), later(thing(n + 2, 'Cat'))]))),
    late: guarded(({ n }) => later(n)),
    bad: ({ n }) => (n % 2 ? 'no number' : n),
  },
  Stone: {
    things: guarded(({ n }) => later([thing(n + 1), n % 5 === 0 ? thing(n, 'Query') : thing(n + 2)])),
    thing: guarded(({ n }) => (n % 4 === 0 ? thing(n, 'Nothing') : thing(n + 1))),
  },
  Query: {
    cat: (_source, { id }) => later(thing(id ?? 3, 'Cat')),
    dog: () => thing(1, 'Dog'),
    maybeDog: () => thing(6, 'Dog'),
    things: (_source, { first }) =>
      Array.from({ length: (first ?? 0) * 2 }, (_, n) => (n === 3 ? null : n % 2 ? later(thing(n)) : thing(n))),
    nodes: () => later([thing(3, 'Cat'), thing(4, 'Dog'), thing(6, 'Cat')]),
    stone: () => thing(2, 'Stone'),
    lost: () => ({ n: 1 }),
    colours: (_source, { of }) => [of ?? 'RED', 'GREEN'],
    flag: () => true,
    number: () => later(7),
    text: (_source, args, _context, info) => JSON.stringify([args, info.path]),
  },
  Mutation: { change: (_source, { to }) => later(thing(to ?? 0, 'Cat')), other: () => 1 },
};
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type)) continue;
  for (const [name, resolve] of Object.entries(resolvers[type.name] ?? {})) {
    const field = type.getFields()[name];
    if (field) field.resolve = resolve as never;
  }
}

/** Where an error left null: the place itself, or the nearest above it that may be null. */
function nulledBy(path: readonly (string | number)[], data: unknown): string {
  let at: unknown = data;
  let depth = 0;
  while (at !== null && at !== undefined && depth < path.length) {
    at = (at as Record<string | number, unknown>)[path[depth] ?? ''];
    depth += 1;
  }
  return path.slice(0, depth).join('.');
}

/** An answer as it is sent: errors by the null that they left. */
function shown({ data, errors }: ExecutionResult) {
  const sent = (errors ?? []).map((error) => JSON.parse(JSON.stringify(error)) as { path: (string | number)[] });
  return { data: JSON.stringify(data), errors: Object.groupBy(sent, ({ path }) => nulledBy(path, data)) };
}

/** The same data, and errors for the same nulls. Where several would leave one null, the first in time is told: who that is may differ. */
function expectAlike(ours: ExecutionResult, theirs: ExecutionResult): void {
  const [mine, other] = [shown(ours), shown(theirs)];
  expect(mine.data).toBe(other.data);
  expect(Object.keys(mine.errors).sort()).toEqual(Object.keys(other.errors).sort());
  for (const [place, errors] of Object.entries(mine.errors)) {
    const [one, ...more] = errors ?? [];
    const [same, ...others] = other.errors[place] ?? [];
    const isComparable = more.length + others.length === 0 && String(one?.path) === String(same?.path);
    if (isComparable) expect(one).toEqual(same);
  }
}

async function both(document: string, variables: Record<string, unknown> = {}, of: GraphQLSchema = schema) {
  const parsed = parse(document, { noLocation: true });
  expect(validate(of, parsed)).toEqual([]);
  const plan = planOperation(of, parsed);
  if (plan === null) throw new Error('no plan');
  const { coerced } = getVariableValues(of, plan.operation.variableDefinitions ?? [], variables);
  return {
    ours: await runOperation(plan, { who: 'me' }, coerced ?? {}),
    theirs: await execute({ schema: of, document: parsed, variableValues: variables, contextValue: { who: 'me' } }),
  };
}

describe.each([0, 10, 40])('when %i of a hundred resolvers fail, a generated query', (failing) => {
  test.each(Array.from({ length: 50 }, (_, seed) => seed))('%i is answered as by graphql-js', async (seed) => {
    share = failing;
    const { query, variables } = generateQuery(schema, seeded(seed));
    const { ours, theirs } = await both(query, variables);
    expectAlike(ours, theirs);
  });
});

test.each([
  ['a query', '{ cat(id: 3) { id ...Named @include(if: true) friends { ...Named } } } fragment Named on Node { name }'],
  ['a mutation of one field', 'mutation { change(to: 4) { id colour } }'],
  ['one with an error in a list', '{ cat(id: 4) { friends { id } } }'],
  ['one without any data', '{ dog { musts must } again: maybeDog { must } lost { __typename } }'],
  ['one whose root may not be null', '{ flag dog { self { ... on Cat { strict { must } } } } }'],
  ['one that asks for its place', '{ a: text(of: "x") b: text }'],
  ['one with a type that is none of its union', '{ stone { things { ... on Cat { id } } thing { __typename } } }'],
])('%s is answered as by graphql-js, errors in the same order', async (_name, query) => {
  share = 0;
  const { ours, theirs } = await both(query);
  expect(JSON.stringify({ ...ours, errors: ours.errors ?? null })).toBe(JSON.stringify({ ...theirs, errors: theirs.errors ?? null }));
});

test('one plan serves all values of its variables', async () => {
  share = 0;
  const query = 'query ($id: Int, $with: Boolean!) { cat(id: $id) { id at @include(if: $with) name(upper: 2) @skip(if: $with) } }';
  const plan = planOperation(schema, parse(query));
  const answer = (variables: Record<string, unknown>) => plan && runOperation(plan, {}, variables);
  expect((await answer({ id: 1, with: true }))?.data).toEqual({ cat: { id: 'id-1', at: 1_000 } });
  expect((await answer({ id: 2, with: false }))?.data).toEqual({ cat: { id: 'id-2', name: 'NAME 2' } });
  expect((await answer({ with: true }))?.data).toEqual({ cat: { id: 'id-3', at: 3_000 } });
});

test('what can only be waited for is waited for, alone, in lists, and for many places', async () => {
  type Tell = (value: unknown) => void;
  const thenable = (then: (take: Tell, refuse: Tell) => void) => Object.fromEntries([['then', then]]);
  const own = buildSchema('type Query { alone: String list: [String] many: Int fails: Int }');
  const resolvers: Record<string, GraphQLFieldResolver<unknown, unknown>> = {
    alone: () => thenable((take) => take('a')),
    list: () => [thenable((take) => take('b'))],
    many: batched(() => thenable((take) => take([7])) as never),
    fails: () => thenable((_take, refuse) => refuse(new Error('no'))),
  };
  for (const field of Object.values(own.getQueryType()?.getFields() ?? {})) field.resolve = resolvers[field.name];
  const plan = planOperation(own, parse('{ alone list many fails }'));
  const answer = await (plan && runOperation(plan, {}, {}));
  expect(answer?.data).toEqual({ alone: 'a', list: ['b'], many: 7, fails: null });
  expect(answer?.errors?.map(({ path }) => path)).toEqual([['fails']]);
});

test('what needs no promise is answered at once', () => {
  const plan = planOperation(schema, parse('{ flag stone { hard } }'));
  expect(plan && runOperation(plan, {}, {})).toEqual({ data: { flag: true, stone: { hard: true } } });
});

test('errors come in the order of the answer, however late each came', async () => {
  share = 0;
  const plan = planOperation(schema, parse('{ cat(id: 11) { friends { bad } colour } maybeDog { bad mays } lost { __typename } }'));
  const errors = (plan && (await runOperation(plan, {}, {})))?.errors ?? [];
  expect(errors.map(({ path }) => path?.join('.'))).toEqual(['cat.colour', 'lost']);
});

test.each([
  ['{ __schema { queryType { name } } }'],
  ['{ cat { __proto__: id } }'],
  ['mutation { change(to: 1) { id } other }'],
  ['query A { flag } query B { flag }'],
])('graphql-js is left to do %s', (query) => {
  expect(planOperation(schema, parse(query))).toBeNull();
});
