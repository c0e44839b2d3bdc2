import type { FederationCase } from '../harness.ts';

const animals = [
  { __typename: 'Cat', id: 'c', name: 'Mia' },
  { __typename: 'Dog', id: 'd', name: 'Rex' },
  null,
  { __typename: 'Fish', id: 'f', name: 'Bub' },
];

/** Unions and interfaces, and fragments on them. */
export const abstractCases: FederationCase[] = [
  {
    name: 'members of a union and an interface are entities in another subgraph, each of its own kind',
    subgraphs: {
      zoo: {
        sdl: `type Query { animals: [Animal] named: [Named] pen: [[Animal]] }
          union Animal = Cat | Dog | Fish
          interface Named { name: String }
          type Cat implements Named @key(fields: "id") { id: ID! name: String }
          type Dog implements Named @key(fields: "id") { id: ID! name: String }
          type Fish implements Named { id: ID! name: String }`,
        resolvers: { Query: { animals: () => animals, named: () => animals, pen: () => [[animals[1], null], [animals[0]]] } },
      },
      food: {
        sdl: `interface Eater { eats: String }
          type Cat implements Eater @key(fields: "id") { id: ID! eats: String lives: Int }
          type Dog implements Eater @key(fields: "id") { id: ID! eats: String }`,
        resolvers: {
          Cat: { eats: ({ id }: { id: string }) => `${id}: fish`, lives: () => 9 },
          Dog: { eats: ({ id }: { id: string }) => `${id}: bones` },
        },
      },
    },
    operations: [
      {
        query: '{ animals { __typename kind: __typename ... on Cat { lives eats } ... on Dog { id eats } ... on Named { name } } }',
        expected: {
          data: {
            animals: [
              { __typename: 'Cat', kind: 'Cat', lives: 9, eats: 'c: fish', name: 'Mia' },
              { __typename: 'Dog', kind: 'Dog', id: 'd', eats: 'd: bones', name: 'Rex' },
              null,
              { __typename: 'Fish', kind: 'Fish', name: 'Bub' },
            ],
          },
        },
      },
      {
        query: '{ named { name ... on Eater { eats ... on Cat { lives } } } }',
        expected: {
          data: { named: [{ name: 'Mia', eats: 'c: fish', lives: 9 }, { name: 'Rex', eats: 'd: bones' }, null, { name: 'Bub' }] },
        },
      },
      {
        query:
          '{ animals { ...E ...F } } fragment E on Eater { eats } fragment F on Animal { ... on Fish { id } ...G } fragment G on Animal { ... on Dog { eats } }',
        expected: { data: { animals: [{ eats: 'c: fish' }, { eats: 'd: bones' }, null, { id: 'f' }] } },
      },
      {
        query: '{ animals { ... on Cat { x: name } ... on Dog { x: eats } } }',
        expected: { data: { animals: [{ x: 'Mia' }, { x: 'd: bones' }, null, {}] } },
      },
      {
        query: '{ pen { ... on Dog { eats } ... on Cat { lives } } }',
        expected: { data: { pen: [[{ eats: 'd: bones' }, null], [{ lives: 9 }]] } },
      },
      { query: '{ animals { ... on Fish { __typename } } }', expected: { data: { animals: [{}, {}, null, { __typename: 'Fish' }] } } },
    ],
  },
  {
    name: 'two subgraphs know different members of one union',
    subgraphs: {
      a: {
        sdl: `type Query { fromA: [Media] @shareable any: Media @shareable }
          union Media = Book | Film
          type Book @key(fields: "id") { id: ID! title: String @shareable }
          type Film { id: ID! minutes: Int }`,
        resolvers: {
          Query: {
            fromA: () => [
              { __typename: 'Book', id: '1', title: 'T' },
              { __typename: 'Film', id: '2', minutes: 90 },
            ],
            any: () => ({ __typename: 'Book', id: '1', title: 'T' }),
          },
        },
      },
      b: {
        sdl: `type Query { fromB: [Media] any: Media @shareable }
          union Media = Book | Song
          type Book @key(fields: "id") { id: ID! title: String @shareable pages: Int }
          type Song { id: ID! bpm: Int }`,
        resolvers: {
          Query: {
            fromB: () => [
              { __typename: 'Book', id: '1', title: 'T' },
              { __typename: 'Song', id: '3', bpm: 120 },
            ],
            any: () => ({ __typename: 'Book', id: '1', title: 'T' }),
          },
          Book: { pages: () => 300 },
        },
      },
    },
    operations: [
      {
        query:
          '{ fromA { __typename ... on Song { bpm } ... on Film { minutes } ... on Book { pages } } fromB { ... on Film { minutes } ... on Song { bpm } ... on Book { title } } }',
        expected: {
          data: {
            fromA: [
              { __typename: 'Book', pages: 300 },
              { __typename: 'Film', minutes: 90 },
            ],
            fromB: [{ title: 'T' }, { bpm: 120 }],
          },
        },
      },
      { query: '{ any { ... on Book { title pages } ... on Song { bpm } } }', expected: { data: { any: { title: 'T', pages: 300 } } } },
    ],
  },
  {
    name: 'an interface has other types behind it in each subgraph, and fields that some resolve elsewhere',
    subgraphs: {
      a: {
        sdl: `type Query { nodes: [Node] }
          interface Node { id: ID! note: String }
          type User implements Node @key(fields: "id") { id: ID! note: String }
          type Team implements Node @key(fields: "id") { id: ID! note: String @external }`,
        resolvers: {
          Query: {
            nodes: () => [
              { __typename: 'User', id: 'u', note: 'of a' },
              { __typename: 'Team', id: 't' },
            ],
          },
        },
      },
      b: {
        sdl: `interface Node { id: ID! note: String since: Int }
          type Team implements Node @key(fields: "id") { id: ID! note: String since: Int lead: Node }
          type Robot implements Node @key(fields: "id") { id: ID! note: String since: Int }
          type User implements Node @key(fields: "id") { id: ID! note: String @external since: Int }`,
        resolvers: {
          Team: { note: () => 'of b', since: () => 1, lead: () => ({ __typename: 'User', id: 'u2' }) },
          User: { since: () => 2 },
        },
      },
    },
    operations: [
      {
        query: '{ nodes { id note } }',
        expected: {
          data: {
            nodes: [
              { id: 'u', note: 'of a' },
              { id: 't', note: 'of b' },
            ],
          },
        },
      },
      {
        query:
          '{ nodes { __typename ... on Team { since lead { __typename id ... on User { since } } } ... on User { since } ... on Robot { note } } }',
        expected: {
          data: {
            nodes: [
              { __typename: 'User', since: 2 },
              { __typename: 'Team', since: 1, lead: { __typename: 'User', id: 'u2', since: 2 } },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'members give one name to fields of other shapes',
    subgraphs: {
      a: {
        sdl: `type Query { shapes: [Shape] }
          union Shape = Circle | Square
          type Circle @key(fields: "id") { id: ID! size: Radius }
          type Radius { mm: Int }
          type Square @key(fields: "id") { id: ID! size: Side }
          type Side { mm: Int! label: String }`,
        resolvers: {
          Query: {
            shapes: () => [
              { __typename: 'Circle', id: '1', size: { mm: 5 } },
              { __typename: 'Square', id: '2', size: { mm: 6, label: 'six' } },
            ],
          },
        },
      },
      b: {
        sdl: `type Circle @key(fields: "id") { id: ID! colour: String } type Square @key(fields: "id") { id: ID! colour: String }`,
        resolvers: { Circle: { colour: () => 'red' }, Square: { colour: () => 'blue' } },
      },
    },
    operations: [
      {
        query: '{ shapes { ... on Circle { size { mm } tint: colour } ... on Square { size { label } colour } } }',
        expected: {
          data: {
            shapes: [
              { size: { mm: 5 }, tint: 'red' },
              { size: { label: 'six' }, colour: 'blue' },
            ],
          },
        },
      },
    ],
  },
];
