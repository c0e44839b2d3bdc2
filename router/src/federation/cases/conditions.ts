import type { FederationCase, Operation } from '../harness.ts';

const subgraphs: FederationCase['subgraphs'] = {
  a: {
    sdl: `type Query { user: User list: [Thing] }
      type User @key(fields: "id") { id: ID! name: String }
      union Thing = User | Stone
      type Stone { weight: Int }`,
    resolvers: {
      Query: {
        user: () => ({ id: '1', name: 'Ada' }),
        list: () => [
          { __typename: 'User', id: '1', name: 'Ada' },
          { __typename: 'Stone', weight: 3 },
        ],
      },
    },
  },
  b: {
    sdl: `type Query { time: Int } type User @key(fields: "id") { id: ID! mail: String friend(no: Int = 1): User }`,
    resolvers: {
      Query: { time: () => 5 },
      User: { mail: ({ id }: { id: string }) => `${id}@x`, friend: (_: object, { no }: { no: number }) => ({ id: `f${no}` }) },
    },
  },
  c: {
    sdl: `type User @key(fields: "id") { id: ID! mail: String @external neat: String @requires(fields: "mail") }`,
    resolvers: { User: { neat: ({ mail }: { mail: string }) => `<${mail}>` } },
  },
};

const both = (query: string, yes: unknown, no: unknown): Operation[] => [
  { query: `query ($on: Boolean!) ${query}`, variables: { on: true }, expected: { data: yes } },
  { query: `query ($on: Boolean!) ${query}`, variables: { on: false }, expected: { data: no } },
  { query: `query ($on: Boolean = true) ${query}`, expected: { data: yes } },
  { query: `query ($on: Boolean = true) ${query}`, variables: { on: false }, expected: { data: no } },
  { query: query.replaceAll('$on', 'true'), expected: { data: yes } },
  { query: query.replaceAll('$on', 'false'), expected: { data: no } },
];

/** Parts of an operation that a variable switches. */
export const conditionCases: FederationCase[] = [
  {
    name: 'a field, a fragment or a whole subgraph is left out, by a variable, its default or a constant',
    subgraphs,
    operations: [
      ...both('{ user { name mail @include(if: $on) } }', { user: { name: 'Ada', mail: '1@x' } }, { user: { name: 'Ada' } }),
      ...both('{ user { name mail @skip(if: $on) } }', { user: { name: 'Ada' } }, { user: { name: 'Ada', mail: '1@x' } }),
      ...both(
        '{ user { name ... @include(if: $on) { mail neat } } }',
        { user: { name: 'Ada', mail: '1@x', neat: '<1@x>' } },
        { user: { name: 'Ada' } },
      ),
      ...both('{ user @include(if: $on) { neat } time }', { user: { neat: '<1@x>' }, time: 5 }, { time: 5 }),
      ...both(
        '{ user { ...F @skip(if: $on) id } time @include(if: $on) } fragment F on User { mail friend(no: 2) { name } }',
        { user: { id: '1' }, time: 5 },
        { user: { mail: '1@x', friend: { name: null }, id: '1' } },
      ),
      ...both('{ user { mail @include(if: $on) mail @skip(if: $on) } }', { user: { mail: '1@x' } }, { user: { mail: '1@x' } }),
      ...both(
        '{ user { neat ... on User @include(if: $on) { neat @skip(if: $on) name } } }',
        { user: { neat: '<1@x>', name: 'Ada' } },
        { user: { neat: '<1@x>' } },
      ),
      ...both(
        '{ list { ... on User @include(if: $on) { mail } ... on Stone @skip(if: $on) { weight } } }',
        { list: [{ mail: '1@x' }, {}] },
        { list: [{}, { weight: 3 }] },
      ),
      ...both(
        '{ __typename @skip(if: $on) user { t: __typename @include(if: $on) id @include(if: $on) neat } }',
        { user: { t: 'User', id: '1', neat: '<1@x>' } },
        { __typename: 'Query', user: { neat: '<1@x>' } },
      ),
      ...both('{ user @include(if: $on) @skip(if: $on) { id } time }', { time: 5 }, { time: 5 }),
    ],
  },
  {
    name: 'two variables switch parts inside each other',
    subgraphs,
    operations: [true, false].flatMap((a) =>
      [true, false].map((b) => ({
        query:
          'query ($a: Boolean!, $b: Boolean!) { user { id ... @include(if: $a) { mail ... @skip(if: $b) { neat friend { mail @include(if: $a) } } } } }',
        variables: { a, b },
        expected: {
          data: { user: { id: '1', ...(a ? { mail: '1@x', ...(b ? {} : { neat: '<1@x>', friend: { mail: 'f1@x' } }) } : {}) } },
        },
      })),
    ),
  },
  {
    name: 'what a constant leaves out is not asked for, also where a variable stands inside of it',
    subgraphs: {
      a: {
        sdl: 'type Query { user: User } type User { id: ID! costly: Int! }',
        resolvers: {
          Query: { user: () => ({ id: '1' }) },
          User: {
            costly: () => {
              throw new Error('nobody wanted this');
            },
          },
        },
      },
    },
    operations: ['@skip(if: true)', '@include(if: false)'].flatMap((constant): Operation[] => [
      {
        query: `query ($on: Boolean = true) { ... @include(if: $on) { user { ... @include(if: $on) { id ... on User ${constant} { ... @include(if: $on) { costly } } } } } }`,
        expected: { data: { user: { id: '1' } } },
        apollo: {
          data: { user: null },
          errors: ['user.costly: nobody wanted this'],
          why: 'the constant gets lost on the way to the fetch',
        },
      },
      {
        query: `query ($on: Boolean = true) { user { ...F ${constant} } } fragment F on User { costly @include(if: $on) }`,
        expected: { data: { user: {} } },
      },
      { query: `{ user ${constant} { costly } }`, expected: { data: {} } },
    ]),
  },
  {
    name: 'variables reach the subgraphs that use them, with their defaults, and only those',
    subgraphs,
    operations: [
      {
        query: 'query ($no: Int = 4, $other: Int) { user { friend(no: $no) { id friend(no: $other) { id } } } }',
        expected: { data: { user: { friend: { id: 'f4', friend: { id: 'f1' } } } } },
      },
      {
        query: 'query ($no: Int = 4, $other: Int) { user { friend(no: $no) { id friend(no: $other) { id } } } }',
        variables: { no: 7, other: null, unknown: 'x' },
        expected: { data: { user: { friend: { id: 'f7', friend: { id: 'fnull' } } } } },
      },
      {
        query: 'query ($no: Int!) { user { a: friend(no: $no) { id mail } b: friend(no: 3) { id } friend { id } } }',
        variables: { no: 2 },
        expected: { data: { user: { a: { id: 'f2', mail: 'f2@x' }, b: { id: 'f3' }, friend: { id: 'f1' } } } },
      },
    ],
  },
];
