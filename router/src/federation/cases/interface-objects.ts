import type { FederationCase } from '../harness.ts';

const accounts = [
  { __typename: 'Admin', id: '1', level: 3 },
  { __typename: 'Guest', id: '2' },
];

/** Interfaces with keys, and the objects that stand for them in other subgraphs. */
export const interfaceObjectCases: FederationCase[] = [
  {
    name: 'a subgraph adds fields to every implementation without knowing them',
    subgraphs: {
      people: {
        sdl: `type Query { accounts: [Account] }
          interface Account @key(fields: "id") { id: ID! }
          type Admin implements Account @key(fields: "id") { id: ID! level: Int }
          type Guest implements Account @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: { accounts: () => accounts },
          Account: { __resolveReference: ({ id }: { id: string }) => accounts.find((account) => account.id === id) ?? null },
        },
      },
      mail: {
        sdl: `type Query { mailboxes: [Account] }
          type Account @key(fields: "id") @interfaceObject { id: ID! address: String! mails(first: Int = 1): [Mail!]! }
          type Mail { from: Account subject: String }`,
        resolvers: {
          Query: { mailboxes: () => [{ id: '2' }, { id: '1' }, { id: 'gone' }] },
          Account: {
            address: ({ id }: { id: string }) => `${id}@x`,
            mails: (_: object, { first }: { first: number }) =>
              Array.from({ length: first }, (_each, at) => ({ from: { id: '1' }, subject: `s${at}` })),
          },
        },
      },
      activity: {
        sdl: `type Account @key(fields: "id") @interfaceObject { id: ID! address: String! @external active: String @requires(fields: "address") }`,
        resolvers: { Account: { active: ({ address }: { address: string }) => `at ${address}` } },
      },
    },
    operations: [
      {
        query: '{ accounts { __typename id address active ... on Admin { level address2: address } } }',
        expected: {
          data: {
            accounts: [
              { __typename: 'Admin', id: '1', address: '1@x', active: 'at 1@x', level: 3, address2: '1@x' },
              { __typename: 'Guest', id: '2', address: '2@x', active: 'at 2@x' },
            ],
          },
        },
      },
      {
        query: '{ mailboxes { id address } }',
        expected: { data: { mailboxes: ['2', '1', 'gone'].map((id) => ({ id, address: `${id}@x` })) } },
      },
      {
        query: '{ accounts { ... on Guest { address active } } }',
        expected: { data: { accounts: [{}, { address: '2@x', active: 'at 2@x' }] } },
      },
      {
        query: '{ accounts { mails(first: 2) { subject from { __typename id ... on Admin { level } active } } } }',
        expected: {
          data: {
            accounts: [1, 2].map(() => ({
              mails: [0, 1].map((at) => ({ subject: `s${at}`, from: { __typename: 'Admin', id: '1', level: 3, active: 'at 1@x' } })),
            })),
          },
        },
      },
    ],
  },
  {
    name: 'things of two kinds that have one id stay of their kinds',
    subgraphs: {
      people: {
        sdl: `type Query { accounts: [Account] }
          interface Account @key(fields: "id") { id: ID! }
          type Admin implements Account @key(fields: "id") { id: ID! level: Int }
          type Guest implements Account @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { accounts: () => ['Admin', 'Guest', 'Admin'].map((kind) => ({ __typename: kind, id: '1' })) } },
      },
      mail: {
        sdl: 'type Account @key(fields: "id") @interfaceObject { id: ID! address: String! }',
        resolvers: { Account: { address: ({ id }: { id: string }) => `${id}@x` } },
      },
    },
    operations: [
      {
        query: '{ accounts { __typename id address } }',
        expected: { data: { accounts: ['Admin', 'Guest', 'Admin'].map((kind) => ({ __typename: kind, id: '1', address: '1@x' })) } },
      },
      {
        query: '{ accounts { address ... on Guest { id } } }',
        expected: { data: { accounts: [{ address: '1@x' }, { address: '1@x', id: '1' }, { address: '1@x' }] } },
      },
    ],
  },
  {
    name: 'whoever cannot say what kind a thing is asks the one who can',
    subgraphs: {
      people: {
        sdl: `interface Account @key(fields: "id") { id: ID! }
          type Admin implements Account @key(fields: "id") { id: ID! level: Int }
          type Guest implements Account @key(fields: "id") { id: ID! }`,
        resolvers: { Account: { __resolveReference: ({ id }: { id: string }) => accounts.find((account) => account.id === id) ?? null } },
      },
      mail: {
        sdl: 'type Query { mailboxes: [Account] } type Account @key(fields: "id") @interfaceObject { id: ID! address: String }',
        resolvers: { Query: { mailboxes: () => [{ id: '2' }, { id: '1' }] }, Account: { address: ({ id }: { id: string }) => `${id}@x` } },
      },
    },
    operations: [
      {
        query: '{ mailboxes { __typename address } }',
        expected: {
          data: {
            mailboxes: [
              { __typename: 'Guest', address: '2@x' },
              { __typename: 'Admin', address: '1@x' },
            ],
          },
        },
      },
      { query: '{ mailboxes { ... on Admin { level address } } }', expected: { data: { mailboxes: [{}, { level: 3, address: '1@x' }] } } },
      {
        query: '{ mailboxes { ... on Account { address } ... on Guest { kind: __typename } } }',
        expected: { data: { mailboxes: [{ address: '2@x', kind: 'Guest' }, { address: '1@x' }] } },
      },
    ],
  },
  {
    name: 'where nobody can say what kind a thing is, that is an error',
    subgraphs: {
      a: {
        sdl: `type Query { a: Node }
          interface Node @key(fields: "id") { id: ID! }
`,
        resolvers: { Query: { a: () => ({ __typename: 'Node', id: 'n' }) } },
      },
      b: {
        sdl: `type Query { b: Node }
          type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! field: String }`,
        resolvers: { Query: { b: () => ({ id: 'n', field: 'foo' }) } },
      },
    },
    operations: [
      { query: '{ b { id field } }', expected: { data: { b: { id: 'n', field: 'foo' } } } },
      {
        query: '{ a { field } }',
        expected: { errors: ['a: This field cannot be answered.'] },
        apollo: { data: { a: null }, why: 'the plan is empty: nobody is asked, and nobody says so' },
      },
      {
        query: 'query ($isAsked: Boolean!) { b { id } a @include(if: $isAsked) { field } }',
        variables: { isAsked: false },
        expected: { data: { b: { id: 'n' } } },
      },
      {
        query: 'query ($isAsked: Boolean!) { b { id } a @include(if: $isAsked) { field } }',
        variables: { isAsked: true },
        expected: { errors: ['a: This field cannot be answered.'] },
        apollo: { data: { b: { id: 'n' }, a: null }, why: 'nobody is asked for one half, and nobody says so' },
      },
      {
        query: '{ a { id } }',
        expected: { data: { a: null }, errors: ['a: Abstract type "Node" was resolved to a non-object type "Node".'] },
      },
    ],
  },
];
