import type { FederationCase } from '../harness.ts';

const books = [
  { isbn: '1', title: 'Tides', shelf: 'A', room: { floor: 1, no: '7' } },
  { isbn: '2', title: 'Salt', shelf: 'B', room: { floor: 2, no: '7' } },
];

/** How one subgraph names a thing to another. */
export const keyCases: FederationCase[] = [
  {
    name: 'a thing is found by its one key, in the order of the list, however often it stands there',
    subgraphs: {
      catalogue: {
        sdl: 'type Query { books: [Book!]! pairs: [[Book]] } type Book @key(fields: "isbn") { isbn: ID! title: String }',
        resolvers: {
          Query: { books: () => [books[1], books[0], books[1]], pairs: () => [[books[0], null], [], null, [books[1], books[0]]] },
        },
      },
      stock: {
        sdl: 'type Book @key(fields: "isbn") { isbn: ID! left(unit: String = "piece"): String }',
        resolvers: {
          Book: { left: ({ isbn }: { isbn: string }, { unit }: { unit: string }) => `${isbn}0 ${unit}` },
        },
      },
    },
    operations: [
      {
        query: '{ books { title left } }',
        expected: {
          data: {
            books: [
              { title: 'Salt', left: '20 piece' },
              { title: 'Tides', left: '10 piece' },
              { title: 'Salt', left: '20 piece' },
            ],
          },
        },
      },
      {
        query: '{ pairs { isbn left } }',
        expected: {
          data: {
            pairs: [
              [{ isbn: '1', left: '10 piece' }, null],
              [],
              null,
              [
                { isbn: '2', left: '20 piece' },
                { isbn: '1', left: '10 piece' },
              ],
            ],
          },
        },
      },
      {
        query: '{ books { isbn: title left other: left(unit: "box") } }',
        expected: {
          data: {
            books: [
              { isbn: 'Salt', left: '20 piece', other: '20 box' },
              { isbn: 'Tides', left: '10 piece', other: '10 box' },
              { isbn: 'Salt', left: '20 piece', other: '20 box' },
            ],
          },
        },
        apollo: {
          data: { books: ['2', '1', '2'].map((n) => ({ isbn: n, left: `${n}0 piece`, other: `${n}0 box` })) },
          why: 'the planner keeps one field a response name, and takes the key',
        },
      },
      {
        query: '{ books { __typename: title left } }',
        expected: {
          data: {
            books: [
              { __typename: 'Salt', left: '20 piece' },
              { __typename: 'Tides', left: '10 piece' },
              { __typename: 'Salt', left: '20 piece' },
            ],
          },
        },
        apollo: {
          data: { books: ['2', '1', '2'].map((n) => ({ __typename: 'Book', left: `${n}0 piece` })) },
          why: 'the planner keeps one field a response name, and takes the key',
        },
      },
      {
        query: '{ first: books { a: __typename b: __typename left } second: books { left(unit: "box") } __typename }',
        expected: {
          data: {
            first: ['2', '1', '2'].map((n) => ({ a: 'Book', b: 'Book', left: `${n}0 piece` })),
            second: ['2', '1', '2'].map((n) => ({ left: `${n}0 box` })),
            __typename: 'Query',
          },
        },
      },
    ],
  },
  {
    name: 'a key of several fields, of fields inside an object, and of lists',
    subgraphs: {
      shelves: {
        sdl: `type Query { books: [Book] }
          type Book @key(fields: "title shelf") @key(fields: "isbn room { floor no }") @key(fields: "marks pages { no }") {
            isbn: ID! title: String! shelf: String! room: Room marks: [String!] pages: [Page!]!
          }
          type Room { floor: Int! no: ID! }
          type Page { no: Int! }`,
        resolvers: {
          Query: { books: () => books },
          Book: { marks: ({ isbn }: { isbn: string }) => [`m${isbn}`, 'x'], pages: () => [{ no: 1 }, { no: 2 }] },
        },
      },
      pairs: {
        sdl: 'type Book @key(fields: "title shelf") { title: String! shelf: String! both: String }',
        resolvers: { Book: { both: ({ title, shelf }: { title: string; shelf: string }) => title + shelf } },
      },
      rooms: {
        sdl: `type Book @key(fields: "isbn room { floor no }") { isbn: ID! room: Room door: String }
          type Room { floor: Int! no: ID! }`,
        resolvers: {
          Book: { door: ({ isbn, room }: { isbn: string; room: { floor: number; no: string } }) => `${isbn}/${room.floor}/${room.no}` },
        },
      },
      lists: {
        sdl: `type Book @key(fields: "marks pages { no }") { marks: [String!] pages: [Page!]! sum: String }
          type Page { no: Int! }`,
        resolvers: {
          Book: {
            sum: ({ marks, pages }: { marks: string[]; pages: { no: number }[] }) => JSON.stringify([marks, pages.map(({ no }) => no)]),
          },
        },
      },
    },
    operations: [
      {
        query: '{ books { both door sum } }',
        expected: {
          data: {
            books: [
              { both: 'TidesA', door: '1/1/7', sum: '[["m1","x"],[1,2]]' },
              { both: 'SaltB', door: '2/2/7', sum: '[["m2","x"],[1,2]]' },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'who lacks a key asks those who have both',
    subgraphs: {
      till: {
        sdl: 'type Query { sold: [Item!]! } type Item @key(fields: "sku") { sku: ID! }',
        resolvers: { Query: { sold: () => [{ sku: 's1' }, { sku: 's9' }] } },
      },
      index: {
        sdl: 'type Item @key(fields: "sku") @key(fields: "upc") { sku: ID! upc: ID! }',
        resolvers: { Item: { __resolveReference: ({ sku }: { sku: string }) => (sku === 's1' ? { sku, upc: 'u1' } : null) } },
      },
      names: {
        sdl: 'type Item @key(fields: "upc") { upc: ID! name: String }',
        resolvers: { Item: { name: ({ upc }: { upc: string }) => `name of ${upc}` } },
      },
    },
    operations: [
      {
        query: '{ sold { sku name } }',
        expected: {
          data: {
            sold: [
              { sku: 's1', name: 'name of u1' },
              { sku: 's9', name: null },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'a thing that its owner does not know, and a key that is null, cost their own fields only',
    subgraphs: {
      letters: {
        sdl: `type Query { letters: [Letter!]! }
          type Letter { no: Int from: Person to: Person }
          type Person @key(fields: "id") { id: ID }`,
        resolvers: {
          Query: {
            letters: () => [
              { no: 1, from: { id: 'a' }, to: null },
              { no: 2, from: { id: null }, to: { id: 'gone' } },
              { no: 3, from: null, to: { id: 'b' } },
            ],
          },
        },
      },
      people: {
        sdl: 'type Person @key(fields: "id") { id: ID name: String }',
        resolvers: {
          Person: {
            __resolveReference: ({ id }: { id: string | null }) => (id === 'a' || id === 'b' ? { id, name: id.toUpperCase() } : null),
          },
        },
      },
    },
    operations: [
      {
        query: '{ letters { no from { name } to { id name } } }',
        expected: {
          data: {
            letters: [
              { no: 1, from: { name: 'A' }, to: null },
              { no: 2, from: { name: null }, to: { id: 'gone', name: null } },
              { no: 3, from: null, to: { id: 'b', name: 'B' } },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'a thing that its owner does not show, and that must have a name, is null where that may be, and an error where not',
    subgraphs: {
      letters: {
        sdl: `type Query { letters: [Letter] }
          type Letter { no: Int to: Person by: Person! }
          type Person @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: {
            letters: () => [
              { no: 1, to: { id: 'gone' }, by: { id: 'a' } },
              { no: 2, to: { id: 'a' }, by: { id: 'gone' } },
            ],
          },
        },
      },
      people: {
        sdl: 'type Person @key(fields: "id") { id: ID! name: String! }',
        resolvers: { Person: { __resolveReference: ({ id }: { id: string }) => (id === 'a' ? { id, name: 'A' } : null) } },
      },
    },
    operations: [
      {
        query: '{ letters { no to { id name } } }',
        expected: {
          data: {
            letters: [
              { no: 1, to: null },
              { no: 2, to: { id: 'a', name: 'A' } },
            ],
          },
        },
      },
      {
        query: '{ letters { no by { name } } }',
        expected: {
          data: { letters: [{ no: 1, by: { name: 'A' } }, null] },
          errors: ['letters.1.by: Cannot return null for non-nullable field Letter.by.'],
        },
        apollo: { data: { letters: [{ no: 1, by: { name: 'A' } }, null] }, why: 'nulls that take their parents along are silent' },
      },
    ],
  },
  {
    name: 'things point at each other in circles, and at themselves',
    subgraphs: {
      friends: {
        sdl: 'type Query { ann: Person } type Person @key(fields: "id") { id: ID! friend: Person }',
        resolvers: {
          Query: { ann: () => ({ id: 'ann' }) },
          Person: { friend: ({ id }: { id: string }) => ({ id: id === 'ann' ? 'bob' : 'ann' }) },
        },
      },
      names: {
        sdl: 'type Person @key(fields: "id") { id: ID! name: String boss: Person! }',
        resolvers: { Person: { name: ({ id }: { id: string }) => `I am ${id}`, boss: (person: object) => person } },
      },
    },
    operations: [
      {
        query: '{ ann { name friend { name friend { id boss { name friend { id name } } } } } }',
        expected: {
          data: {
            ann: {
              name: 'I am ann',
              friend: { name: 'I am bob', friend: { id: 'ann', boss: { name: 'I am ann', friend: { id: 'bob', name: 'I am bob' } } } },
            },
          },
        },
      },
    ],
  },
  {
    name: 'a key that nobody resolves serves to point at a thing, and many keys of one type do not confuse each other',
    subgraphs: {
      a: {
        sdl: `type A @key(fields: "id") @key(fields: "pid", resolvable: false) @key(fields: "c { one two }", resolvable: false)
              @key(fields: "id c { two three }", resolvable: false) { id: ID! pid: ID! c: C! name: String! }
          type C { one: ID! two: ID! three: ID! }`,
        resolvers: {
          A: { __resolveReference: ({ id }: { id: string }) => ({ id, pid: 'p', c: { one: '1', two: '2', three: '3' }, name: `a.${id}` }) },
        },
      },
      b: {
        sdl: `type Query { b: B }
          type B @key(fields: "id") { id: ID! a: [A!]! }
          type A @key(fields: "c { one two }", resolvable: false) @key(fields: "id c { two three }") @key(fields: "pid", resolvable: false)
              @key(fields: "id", resolvable: false) {
            id: ID! pid: ID! c: C! name: String! @external nameInB: String! @requires(fields: "name")
          }
          type C { one: ID! two: ID! three: ID! }`,
        resolvers: {
          Query: { b: () => ({ id: '100', a: [{ id: '1', pid: 'p', c: { one: '1', two: '2', three: '3' } }] }) },
          A: {
            __resolveReference: ({ id, c, name }: { id?: string; c?: { two?: string; three?: string }; name?: string }) =>
              id !== undefined && c?.two === '2' && c.three === '3' ? { id, name } : null,
            nameInB: ({ name }: { name?: string }) => `in b: ${name}`,
          },
        },
      },
    },
    operations: [
      {
        query: '{ b { id a { id name nameInB } } }',
        expected: { data: { b: { id: '100', a: [{ id: '1', name: 'a.1', nameInB: 'in b: a.1' }] } } },
        apollo: { data: { b: null }, why: 'the planner comes back to b with a key that b does not resolve' },
      },
    ],
  },
];
