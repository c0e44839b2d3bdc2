import type { FederationCase } from '../harness.ts';

/** An answer with two items. */
const items = (...each: Record<string, number>[]) => ({ data: { items: each } });

/** Fields that are required with arguments. */
export const requiredArgumentCases: FederationCase[] = [
  {
    name: 'a requirement with an argument, beside the same field with others',
    subgraphs: {
      stock: {
        sdl: `type Query { items: [Item!]! }
          type Item @key(fields: "id") { id: ID! price(in: String!): Int }`,
        resolvers: {
          Query: { items: () => [{ id: '1' }, { id: '2' }] },
          Item: { price: ({ id }: { id: string }, args: { in: string }) => Number(id) * (args.in === 'USD' ? 10 : 100) },
        },
      },
      shipping: {
        sdl: `type Item @key(fields: "id") { id: ID! price(in: String!): Int @external
            usd: Int @requires(fields: "price(in: \\"USD\\")") yen: Int @requires(fields: "price(in: \\"YEN\\")") }`,
        resolvers: { Item: { usd: ({ price }: { price: number }) => price, yen: ({ price }: { price: number }) => price } },
      },
    },
    operations: [
      { query: '{ items { usd } }', expected: { data: { items: [{ usd: 10 }, { usd: 20 }] } } },
      {
        query: '{ items { usd yen } }',
        expected: items({ usd: 10, yen: 100 }, { usd: 20, yen: 200 }),
        apollo: { ...items({ usd: 100, yen: 100 }, { usd: 200, yen: 200 }), why: 'both requirements have one response name' },
      },
      {
        query: '{ items { price(in: "YEN") usd } }',
        expected: items({ price: 100, usd: 10 }, { price: 200, usd: 20 }),
        apollo: {
          ...items({ price: 100, usd: 100 }, { price: 200, usd: 200 }),
          why: 'the field of the client and what is required have one response name',
        },
      },
      {
        query: '{ items { usd price(in: "USD") } }',
        expected: items({ usd: 10, price: 10 }, { usd: 20, price: 20 }),
      },
      {
        query:
          'query ($in: String = "YEN") { items { ...A ...B usd } } fragment A on Item { price(in: $in) } fragment B on Item { price(in: $in) }',
        expected: items({ price: 100, usd: 10 }, { price: 200, usd: 20 }),
        apollo: {
          ...items({ price: 100, usd: 100 }, { price: 200, usd: 200 }),
          why: 'the field of the client and what is required have one response name',
        },
      },
    ],
  },
  {
    name: 'a requirement with an argument inside a list of things, with a part of them for the client',
    subgraphs: {
      posts: {
        sdl: `type Query { feed: [Post] } type Post @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { feed: () => [{ id: 'p1' }, { id: 'p2' }] } },
      },
      comments: {
        sdl: `type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment] }
          type Comment @key(fields: "id") { id: ID! by: ID text(short: Boolean = false): String }`,
        resolvers: {
          Post: {
            comments: ({ id }: { id: string }, { limit }: { limit: number }) =>
              Array.from({ length: limit }, (_, at) => ({ id: `${id}c${at}`, by: `a${at}` })),
          },
          Comment: { text: ({ id }: { id: string }, { short }: { short: boolean }) => (short ? id.slice(2) : `text of ${id}`) },
        },
      },
      authors: {
        sdl: `type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment] @external
            last: String @requires(fields: "comments(limit: 3) { by text(short: true) }")
            first: String @requires(fields: "comments(limit: 1) { by text }") plain: Int }
          type Comment @key(fields: "id") { id: ID! by: ID @external text(short: Boolean = false): String @external }`,
        resolvers: {
          Post: {
            __resolveReference: (reference: object) => reference,
            last: ({ comments }: { comments: { by: string; text: string }[] }) => comments.map(({ by, text }) => `${by} ${text}`).join(),
            first: ({ comments }: { comments: { by: string; text: string }[] }) => comments.map(({ by, text }) => `${by} ${text}`).join(),
            plain: () => 1,
          },
        },
      },
    },
    operations: [
      {
        query: 'query ($n: Int!) { feed { last comments(limit: $n) { id text } first plain } }',
        variables: { n: 2 },
        expected: {
          data: {
            feed: ['p1', 'p2'].map((id) => ({
              last: 'a0 c0,a1 c1,a2 c2',
              comments: [0, 1].map((at) => ({ id: `${id}c${at}`, text: `text of ${id}c${at}` })),
              first: `a0 text of ${id}c0`,
              plain: 1,
            })),
          },
        },
        apollo: {
          data: {
            feed: ['p1', 'p2'].map((id) => ({
              last: `a0 text of ${id}c0,a1 text of ${id}c1`,
              comments: [0, 1].map((at) => ({ id: `${id}c${at}`, text: `text of ${id}c${at}` })),
              first: `a0 text of ${id}c0,a1 text of ${id}c1`,
              plain: 1,
            })),
          },
          why: 'all comments have one response name',
        },
      },
    ],
  },
];
