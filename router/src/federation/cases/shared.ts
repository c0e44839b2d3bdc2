import type { FederationCase } from '../harness.ts';

/** What several subgraphs own together, took over from each other, or keep to themselves. */
export const sharedCases: FederationCase[] = [
  {
    name: 'a root field and a type that several subgraphs share give one object with the fields of all',
    subgraphs: {
      a: {
        sdl: `type Query { shop: Shop @shareable version: String @shareable } type Shop @shareable { name: String address: Address } type Address @shareable { street: String }`,
        resolvers: { Query: { shop: () => ({ name: 'S', address: { street: 'High' } }), version: () => '1' } },
      },
      b: {
        sdl: `type Query { shop: Shop @shareable version: String @shareable } type Shop { name: String @shareable phone: String address: Address @shareable } type Address { street: String @shareable city: String }`,
        resolvers: { Query: { shop: () => ({ name: 'S', phone: '1', address: { street: 'High', city: 'X' } }), version: () => '1' } },
      },
      c: {
        sdl: `type Query { shop: Shop @shareable } type Shop { staff: [String!] @shareable }`,
        resolvers: { Query: { shop: () => ({ staff: ['x'] }) } },
      },
    },
    operations: [
      {
        query: '{ shop { name phone staff address { street city } } version }',
        expected: { data: { shop: { name: 'S', phone: '1', staff: ['x'], address: { street: 'High', city: 'X' } }, version: '1' } },
      },
      { query: '{ one: shop { staff } two: shop { n: name } }', expected: { data: { one: { staff: ['x'] }, two: { n: 'S' } } } },
    ],
  },
  {
    name: 'a field that was overridden comes from its new owner, one that moves by a share stays until the share says so',
    subgraphs: {
      old: {
        sdl: 'type Query { bills: [Bill] } type Bill @key(fields: "id") { id: ID! total: Int state: String }',
        resolvers: { Query: { bills: () => [{ id: '1', total: 1, state: 'old' }] } },
      },
      new: {
        sdl: `type Bill @key(fields: "id") { id: ID! total: Int @override(from: "old") state: String @override(from: "old", label: "percent(0)") }`,
        resolvers: { Bill: { total: () => 2, state: () => 'new' } },
      },
    },
    operations: [{ query: '{ bills { total state } }', expected: { data: { bills: [{ total: 2, state: 'old' }] } } }],
  },
  {
    name: 'a value or a kind of thing that is kept from clients is null, without a word; where null may not stand, that is an error',
    subgraphs: {
      a: {
        sdl: `type Query { shelf: [Thing] first: Thing! any: Any mood: Mood firm: Mood! }
          interface Thing { id: ID! }
          union Any = Open | Closed
          enum Mood { SUNNY SECRET @inaccessible }
          type Open implements Thing { id: ID! }
          type Closed implements Thing @inaccessible { id: ID! }`,
        resolvers: {
          Query: {
            shelf: () => [
              { __typename: 'Open', id: '1' },
              { __typename: 'Closed', id: '2' },
            ],
            first: () => ({ __typename: 'Closed', id: '2' }),
            any: () => ({ __typename: 'Closed', id: '2' }),
            mood: () => 'SECRET',
            firm: () => 'SECRET',
          },
        },
      },
    },
    operations: [
      {
        query: '{ shelf { __typename id } any { __typename ... on Open { id } } mood }',
        expected: { data: { shelf: [{ __typename: 'Open', id: '1' }, null], any: null, mood: null } },
      },
      {
        query: '{ first { id } }',
        expected: { data: null, errors: ['first: Cannot return null for non-nullable field Query.first.'] },
        apollo: 'silent',
      },
      {
        query: '{ firm }',
        expected: { data: null, errors: ['firm: Cannot return null for non-nullable field Query.firm.'] },
        apollo: 'silent',
      },
    ],
  },
  {
    name: 'what is inaccessible or not in every input is not the client’s to use',
    subgraphs: {
      a: {
        sdl: `type Query { users(by: Filter, kind: Kind): [User] secret: String @inaccessible }
          input Filter { name: String age: Int }
          enum Kind { GUEST MEMBER HIDDEN @inaccessible }
          type User @key(fields: "id") { id: ID! kind: Kind inner: String @inaccessible tagged: String @tag(name: "x") }`,
        resolvers: {
          Query: {
            users: (_: unknown, args: { by?: { name?: string } }) => [
              { id: '1', kind: 'MEMBER', inner: args.by?.name ?? 'i', tagged: 't' },
              { id: '2', kind: 'HIDDEN', inner: 'i' },
            ],
          },
        },
      },
      b: {
        sdl: `type User @key(fields: "id") { id: ID! inner: String @external outer: String @requires(fields: "inner") likes(by: Filter): Int }
          input Filter { name: String }
          enum Kind { GUEST MEMBER HIDDEN }
          type Query { kinds: [Kind] }`,
        resolvers: {
          Query: { kinds: () => ['GUEST', 'HIDDEN'] },
          User: {
            outer: ({ inner }: { inner: string }) => `out of ${inner}`,
            likes: (_: object, { by }: { by?: object }) => Object.keys(by ?? {}).length,
          },
        },
      },
    },
    operations: [
      {
        query: 'query ($by: Filter) { users(by: $by) { id kind tagged outer likes(by: $by) } kinds }',
        variables: { by: { name: 'n' } },
        expected: {
          data: {
            users: [
              { id: '1', kind: 'MEMBER', tagged: 't', outer: 'out of n', likes: 1 },
              { id: '2', kind: null, tagged: null, outer: 'out of i', likes: 1 },
            ],
            kinds: ['GUEST', null],
          },
        },
      },
      { query: '{ users(kind: HIDDEN) { id } }', expected: { errors: [': Value "HIDDEN" does not exist in "Kind" enum.'] } },
      { query: '{ users { inner } }', expected: { errors: [': Cannot query field "inner" on type "User". Did you mean "outer"?'] } },
      { query: '{ secret }', expected: { errors: [': Cannot query field "secret" on type "Query".'] } },
      {
        query: '{ users(by: { age: 1 }) { id } }',
        expected: { errors: [': Field "age" is not defined by type "Filter". Did you mean "name"?'] },
      },
    ],
  },
];
