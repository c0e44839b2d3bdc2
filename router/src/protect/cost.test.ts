import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { compileCost } from './cost.ts';
import { readPrices } from './prices.ts';
import { fragmentsOf, operationOf } from './testing/documents.ts';

const sdl = `
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  type Query {
    me: Person
    people(first: Int = 20, last: Int): People! @listSize(assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"])
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    secret(token: String! @cost(weight: 3)): Person @cost(weight: 20)
  }
  type Mutation { rename: Renamed! mail: Renamed! @cost(weight: 20) }
  union Renamed = Person | Refusal
  type Refusal { message: String! }
  interface Node { id: ID! }
  type People { nodes: [Person!]! edges: [Edge!]! totalCount: Int! @cost(weight: 1) }
  type Edge @cost(weight: 0) { node: Person! }
  type Person implements Node { id: ID! name: String! picture: Picture friends(first: Int = 20): People! @listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["nodes", "edges"]) hats: [Hat!]! @listSize(assumedSize: 5) shoes: [Hat!]! }
  type Hat implements Node { id: ID! owner: Person }
  scalar Picture @cost(weight: 2)`;
const schema = buildSchema(sdl);
const prices = readPrices(parse(sdl));
const requested = (text: string, variables: Record<string, unknown> = {}) => {
  const document = parse(text);
  return compileCost(schema, prices, operationOf(document), fragmentsOf(document))?.requested(variables);
};

describe('what an operation costs before it runs', () => {
  const examples: [string, number][] = [
    ['{ __typename }', 0],
    ['{ me { id name } }', 1],
    ['{ me { picture } }', 3],
    ['{ me { hats { id } } }', 6],
    ['{ me { hats { owner { id } } } }', 11],
    ['{ me { shoes { id } } }', 11],
    ['{ people { nodes { name } } }', 21],
    ['{ people(first: 3) { totalCount nodes { name } } }', 5],
    ['{ people(first: 3) { edges { node { name } } } }', 4],
    ['{ people(first: 3) { edges { node { name } } nodes { name } } }', 7],
    ['{ people(first: 3, last: 7) { nodes { name } } }', 8],
    ['{ people(first: null) { nodes { name } } }', 21],
    ['{ people(first: -5) { nodes { name } } }', 1],
    ['{ secret(token: "x") { name } }', 24],
    ['mutation { rename { __typename } }', 11],
    ['mutation { mail { __typename } }', 21],
    ['{ __schema { types { name } } }', 50],
  ];
  test.each(examples)('%s costs %i', (text, cost) => {
    expect(requested(text)).toBe(cost);
  });

  test('pages within pages multiply', () => {
    const nested = '{ people(first: 100) { nodes { friends(first: 100) { nodes { friends(first: 100) { nodes { id } } } } } } }';
    expect(requested(nested)).toBe(1 + 100 * (1 + 1 + 100 * (1 + 1 + 100)));
  });

  test('variables are looked up, with their defaults, and the default of the argument where there is none', () => {
    const query = 'query ($n: Int = 7) { people(first: $n) { nodes { id } } }';
    expect(requested(query)).toBe(8);
    expect(requested(query, { n: 50 })).toBe(51);
    expect(requested('query ($n: Int) { people(first: $n) { nodes { id } } }')).toBe(21);
    expect(requested('query ($n: Int) { people(first: $n) { nodes { id } } }', { n: 1e15 })).toBe(1e15 + 1);
  });

  test('a list of ids is as long as it is', () => {
    expect(requested('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })).toBe(3);
    expect(requested('{ nodes(ids: ["a", "b"]) { id } }')).toBe(2);
  });

  test('what is left out by @skip and @include costs nothing', () => {
    const query = 'query ($more: Boolean!) { me { id hats @include(if: $more) { id } ... @skip(if: $more) { shoes { id } } } }';
    expect(requested(query, { more: true })).toBe(6);
    expect(requested(query, { more: false })).toBe(11);
  });

  test('a field that is asked for twice is paid once, under two names twice', () => {
    expect(requested('{ me { id } ...F } fragment F on Query { me { name hats { id } } }')).toBe(6);
    expect(requested('{ a: me { id } b: me { id } }')).toBe(2);
  });

  test('of the kinds that a thing can be, the dearest counts', () => {
    expect(requested('{ node(id: "x") { id ... on Hat { owner { id } } ... on Person { friends(first: 9) { nodes { id } } } } }')).toBe(11);
    expect(requested('{ node(id: "x") { ... on Node { ... on Hat { owner { id } } } } }')).toBe(2);
  });

  test('an operation that is too entangled is known as such, soon', () => {
    const doubling = Array.from(
      { length: 30 },
      (_, n) => `fragment F${n} on Hat { a: owner { hats { ...F${n + 1} } } b: owner { shoes { ...F${n + 1} } } }`,
    );
    expect(requested(`{ me { hats { ...F0 } } } ${doubling.join(' ')} fragment F30 on Hat { id }`)).toBeUndefined();
  });
});
