import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  separateOperations,
  typeFromAST,
  validate,
  visit,
} from 'graphql';
import { chanceOf } from './chance.ts';
import { inputOf, type Sent } from './operations.ts';

/**
 * Every operation that our clients send (`.graphql` files below `folders`) and that tests hold as text (`.ts` files), with made-up
 * variables. What is not valid over the schema is left out: tests hold that, too.
 */
export function sentOperations(schema: GraphQLSchema, folders: readonly string[]): Sent[] {
  const files = folders.flatMap((folder) =>
    globSync('**/*.{graphql,ts}', { cwd: folder, exclude: ['**/node_modules', '**/dist'] }).map((file) => join(folder, file)),
  );
  const pages = files.filter((file) => file.endsWith('.graphql')).map((file) => parse(readFileSync(file, 'utf8')));
  const texts = files.filter((file) => file.endsWith('.ts')).flatMap((file) => documentsIn(readFileSync(file, 'utf8')));
  const all = [...Object.values(separateOperations(whole(pages))), ...texts];
  const queries = new Set(all.filter((document) => validate(schema, document).length === 0).map(print));
  return [...queries].map((query, index) => ({ query, variables: variablesFor(schema, parse(query), `sent ${index}`) }));
}

/** One document of many, without the directives that only the client reads. */
function whole(documents: readonly DocumentNode[]): DocumentNode {
  const definitions = documents.flatMap((document) => document.definitions);
  const named = new Map<string, OperationDefinitionNode | FragmentDefinitionNode>();
  for (const each of definitions) {
    if (each.kind === Kind.OPERATION_DEFINITION || each.kind === Kind.FRAGMENT_DEFINITION) named.set(each.name?.value ?? '', each);
  }
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...named.values()] };
  return visit(document, { Directive: ({ name }) => (name.value === 'unmask' ? null : undefined) });
}

/** The texts of a program that are GraphQL documents as they stand. */
function documentsIn(program: string): DocumentNode[] {
  const texts = [...program.matchAll(/`([^`$]*)`|'([^'\n]*)'/g)].map(([, long, short]) => long ?? short ?? '');
  return texts.flatMap((text) => {
    if (!/^\s*(query|mutation|subscription|\{)/.test(text)) return [];
    try {
      return [parse(text)];
    } catch {
      return [];
    }
  });
}

function variablesFor(schema: GraphQLSchema, document: DocumentNode, seed: string): Record<string, unknown> {
  const luck = chanceOf(seed);
  const variables: Record<string, unknown> = {};
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      const known = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]);
      if (known && isInputType(known)) variables[variable.name.value] = inputOf(known, luck);
    }
  }
  return variables;
}
