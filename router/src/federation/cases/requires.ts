import type { FederationCase } from '../harness.ts';

const parcels = [
  { id: '1', weight: 2, size: { width: 3, height: 4 } },
  { id: '2', weight: null, size: null },
];

/** Fields that stand on the fields of others, and fields that come along. */
export const requireCases: FederationCase[] = [
  {
    name: 'a field takes what it requires from another subgraph, also through objects, lists and further requirements',
    subgraphs: {
      post: {
        sdl: `type Query { parcels: [Parcel!]! }
          type Parcel @key(fields: "id") { id: ID! weight: Int size: Size stamps: [Stamp] }
          type Size { width: Int height: Int }
          type Stamp { worth: Int }`,
        resolvers: {
          Query: { parcels: () => parcels },
          Parcel: { stamps: ({ id }: { id: string }) => (id === '1' ? [{ worth: 1 }, null, { worth: 2 }] : null) },
        },
      },
      prices: {
        sdl: `type Parcel @key(fields: "id") {
            id: ID! weight: Int @external size: Size @external stamps: [Stamp] @external
            price: Int @requires(fields: "weight") area: Int @requires(fields: "size { width height }")
            paid: String @requires(fields: "stamps { worth }") }
          type Size @external { width: Int height: Int }
          type Stamp @external { worth: Int }`,
        resolvers: {
          Parcel: {
            price: ({ weight }: { weight: number | null }) => (weight === null ? null : weight * 10),
            area: ({ size }: { size: { width: number; height: number } | null }) => size && size.width * size.height,
            paid: ({ stamps }: { stamps: unknown }) => JSON.stringify(stamps),
          },
        },
      },
      tax: {
        sdl: 'type Parcel @key(fields: "id") { id: ID! price: Int @external tax: Float @requires(fields: "price") }',
        resolvers: { Parcel: { tax: ({ price }: { price: number | null }) => (price === null ? null : price / 5) } },
      },
    },
    operations: [
      {
        query: '{ parcels { tax area paid } }',
        expected: {
          data: {
            parcels: [
              { tax: 4, area: 12, paid: '[{"worth":1},null,{"worth":2}]' },
              { tax: null, area: null, paid: 'null' },
            ],
          },
        },
      },
      {
        query: '{ parcels { weight: price price: weight size: tax size2: size { height: width } } }',
        expected: {
          data: {
            parcels: [
              { weight: 20, price: 2, size: 4, size2: { height: 3 } },
              { weight: null, price: null, size: null, size2: null },
            ],
          },
        },
        apollo: {
          data: {
            parcels: [
              { weight: 20, price: 20, size: 4, size2: { height: 3 } },
              { weight: null, price: null, size: null, size2: null },
            ],
          },
          why: 'the planner keeps one field a response name, and takes what is required',
        },
      },
    ],
  },
  {
    name: 'requirements run back and forth between two subgraphs',
    subgraphs: {
      feed: {
        sdl: `type Query { posts: [Post!]! }
          type Post @key(fields: "id") { id: ID! author: Author! veteran: Boolean! @external shown: String @requires(fields: "veteran") }
          type Author @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: {
            posts: () => [
              { id: '1', author: { id: 'x' } },
              { id: '2', author: { id: 'yy' } },
            ],
          },
          Post: {
            __resolveReference: (reference: { id: string }) => ({ ...reference, author: { id: reference.id === '1' ? 'x' : 'yy' } }),
            shown: ({ veteran }: { veteran: boolean }) => (veteran ? 'large' : 'small'),
          },
        },
      },
      people: {
        sdl: `type Post @key(fields: "id") { id: ID! author: Author! @external veteran: Boolean! @requires(fields: "author { years }") }
          type Author @key(fields: "id") { id: ID! years: Int! }`,
        resolvers: {
          Author: { years: ({ id }: { id: string }) => id.length * 5 },
          Post: { veteran: ({ author }: { author: { years: number } }) => author.years > 5 },
        },
      },
    },
    operations: [
      { query: '{ posts { shown } }', expected: { data: { posts: [{ shown: 'small' }, { shown: 'large' }] } } },
      {
        query: '{ posts { shown author { id years } veteran } }',
        expected: {
          data: {
            posts: [
              { shown: 'small', author: { id: 'x', years: 5 }, veteran: false },
              { shown: 'large', author: { id: 'yy', years: 10 }, veteran: true },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'what is required may be a union or an interface, with fragments on its members',
    subgraphs: {
      shop: {
        sdl: `type Query { orders: [Order] }
          type Order @key(fields: "id") { id: ID! how: Payment by: Party }
          union Payment = Card | Cash
          type Card { digits: String }
          type Cash { coins: Int }
          interface Party { name: String }
          type Person implements Party { name: String age: Int @shareable }
          type Firm implements Party { name: String seat: String }`,
        resolvers: {
          Query: {
            orders: () => [
              { id: '1', how: { __typename: 'Card', digits: '99' }, by: { __typename: 'Firm', name: 'F', seat: 'Bern' } },
              { id: '2', how: { __typename: 'Cash', coins: 7 }, by: { __typename: 'Person', name: 'P', age: 30 } },
              { id: '3', how: null, by: null },
            ],
          },
        },
      },
      audit: {
        sdl: `type Order @key(fields: "id") {
            id: ID! how: Payment @external by: Party @external
            seen: String @requires(fields: "how { ... on Card { digits } ... on Cash { coins } } by { name ... on Firm { seat } }") }
          union Payment = Card | Cash
          type Card { digits: String @external }
          type Cash { coins: Int @external }
          interface Party { name: String }
          type Person implements Party { name: String @external age: Int @shareable }
          type Firm implements Party { name: String @external seat: String @external }`,
        resolvers: {
          Order: {
            seen: ({ how, by }: { how: object; by: object }) => [how, by].map((part) => part && Object.values(part).join()).join(' '),
          },
        },
      },
    },
    operations: [
      {
        query: '{ orders { seen how { __typename ... on Cash { digits: coins } } } }',
        expected: {
          data: {
            orders: [
              { seen: '99 F,Bern', how: { __typename: 'Card' } },
              { seen: '7 P', how: { __typename: 'Cash', digits: 7 } },
              { seen: ' ', how: null },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'what a path provides is taken there, elsewhere its owner is asked, and nothing is asked that was not wanted',
    subgraphs: {
      reviews: {
        sdl: `type Query { reviews: [Review] people: [Person] }
          type Review { by: Person @provides(fields: "name address { city }") }
          type Person @key(fields: "id") { id: ID! name: String @external address: Address @external }
          type Address { city: String @external }`,
        resolvers: {
          Query: { reviews: () => [{ by: { id: '1', address: { city: 'cached' } } }], people: () => [{ id: '1' }] },
          Person: {
            name: () => {
              throw new Error('nobody asked for the name');
            },
          },
        },
      },
      people: {
        sdl: `type Person @key(fields: "id") { id: ID! name: String @shareable address: Address @shareable }
          type Address { city: String @shareable zip: String @shareable }`,
        resolvers: { Person: { name: () => 'Ada', address: () => ({ city: 'Rome', zip: '00100' }) } },
      },
    },
    operations: [
      {
        query: '{ reviews { by { id address { city } } } }',
        expected: { data: { reviews: [{ by: { id: '1', address: { city: 'cached' } } }] } },
      },
      { query: '{ people { name address { city } } }', expected: { data: { people: [{ name: 'Ada', address: { city: 'Rome' } }] } } },
      {
        query: '{ reviews { by { address { zip } } } }',
        expected: { data: { reviews: [{ by: { address: { zip: '00100' } } }] } },
      },
      {
        query: '{ reviews { by { id ... on Person @include(if: false) { name } ... @skip(if: true) { name } } } }',
        expected: { data: { reviews: [{ by: { id: '1' } }] } },
      },
    ],
  },
];
