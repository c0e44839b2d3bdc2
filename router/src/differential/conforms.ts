import { executeSync, type GraphQLSchema, Kind, parse, print, visit } from 'graphql';
import type { Sent } from './operations.ts';

/** The operation with `__typename` asked for of every object, first of all, so that its answer can be read without its subgraphs. */
export function withTypenames({ query, variables }: Sent): Sent {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
  const document = visit(parse(query), {
    SelectionSet: { leave: (set) => ({ ...set, selections: [typename, ...set.selections] }) },
  });
  return { query: print(document), variables };
}

/**
 * The answer as graphql-js would write it out of the same data: the fields that the operation asks for, in its order, each of its
 * type. An answer that conforms is what comes back.
 * @param sent with `withTypenames`
 */
export function asGraphQL(schema: GraphQLSchema, { query, variables }: Sent, data: string): string {
  const result = executeSync({
    schema,
    document: parse(query),
    variableValues: variables,
    rootValue: JSON.parse(data),
    fieldResolver: (parent: Record<string, unknown>, _args, _context, { path }) => parent[String(path.key)],
    typeResolver: (value: Record<string, unknown>) => String(value.__typename),
  });
  return JSON.stringify(result.errors ? result : result.data);
}
