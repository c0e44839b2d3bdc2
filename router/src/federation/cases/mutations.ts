import type { FederationCase } from '../harness.ts';

let count = 0;
const reset = () => {
  count = 0;
  return count;
};

/** Changes, one after the other. */
export const mutationCases: FederationCase[] = [
  {
    name: 'changes over two subgraphs happen in the order in which they stand, each with what follows from it',
    subgraphs: {
      a: {
        sdl: `type Query { a: Int } type Mutation { reset: Int add(n: Int!): Int make(id: ID!): Thing fail: Int }
          type Thing @key(fields: "id") { id: ID! }`,
        resolvers: {
          Mutation: {
            reset,
            add: (_: unknown, { n }: { n: number }) => {
              count += n;
              return count;
            },
            make: (_: unknown, { id }: { id: string }) => ({ id }),
            fail: () => {
              throw new Error('no');
            },
          },
        },
      },
      b: {
        sdl: 'type Mutation { times(n: Int!): Int } type Thing @key(fields: "id") { id: ID! count: Int }',
        resolvers: {
          Mutation: {
            times: (_: unknown, { n }: { n: number }) => {
              count *= n;
              return count;
            },
          },
          Thing: { count: () => count },
        },
      },
    },
    operations: [
      {
        query: 'mutation { reset one: add(n: 5) two: times(n: 2) three: add(n: 2) __typename four: times(n: 10) five: times(n: 1) }',
        expected: { data: { reset: 0, one: 5, two: 10, three: 12, __typename: 'Mutation', four: 120, five: 120 } },
      },
      {
        query: 'mutation ($n: Int!) { reset add(n: $n) make(id: "x") { id count } times(n: $n) }',
        variables: { n: 3 },
        expected: { data: { reset: 0, add: 3, make: { id: 'x', count: 3 }, times: 9 } },
      },
      {
        query: 'mutation { reset add(n: 1) fail times(n: 7) }',
        expected: { data: { reset: 0, add: 1, fail: null, times: 7 }, errors: ['fail: no'] },
      },
      {
        query: 'mutation ($no: Boolean = false) { reset add(n: 1) @include(if: $no) times(n: 7) b: add(n: 2) @skip(if: $no) }',
        expected: { data: { reset: 0, times: 0, b: 2 } },
      },
    ],
  },
];
