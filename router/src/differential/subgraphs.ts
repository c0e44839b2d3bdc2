import type { Supergraph } from '@apollo/federation-internals';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';
import type { Fetcher, JsonObject } from '../execute/types.ts';
import { chanceOf, hash } from './chance.ts';
import { spoil } from './spoil.ts';

/** How badly subgraphs behave. `fair`: nulls and errors as GraphQL allows them; `ill`: also answers that no GraphQL server gives. */
export type Manners = 'fair' | 'ill';

/** An object of a made-up subgraph: nothing but who it is. */
interface Made {
  __typename?: string;
  who: string;
}

/**
 * Answers any fetch over the subgraphs of a supergraph with made-up data. The same thing has the same data wherever it is met and
 * whoever asks first, so that two executors that ask in another order, or for each thing once, see one world.
 */
export function madeUpSubgraphs(supergraph: Supergraph): (seed: number, manners: Manners) => Fetcher {
  const schemas = new Map<string, GraphQLSchema>();
  for (const { name } of supergraph.subgraphsMetadata()) {
    const subgraph = supergraph.subgraphs().get(name);
    if (subgraph) schemas.set(name, subgraph.schema.toGraphQLJSSchema());
  }
  const documents = new Map<string, DocumentNode>();
  const parsed = (query: string): DocumentNode => {
    const document = documents.get(query) ?? parse(query, { noLocation: true });
    documents.set(query, document);
    return document;
  };
  return (seed, manners) =>
    async ({ subgraph, query, variables }) => {
      const schema = schemas.get(subgraph);
      if (!schema) throw new Error(`There is no subgraph "${subgraph}".`);
      const luck = chanceOf(`${seed} ${subgraph} ${query}`);
      if (luck.is(0.02)) throw new GraphQLError('The subgraph is down.', { extensions: { code: 'UNAVAILABLE' } });
      if (luck.is(0.02)) return { errors: [{ message: 'I do not feel well.', extensions: { code: 'INTERNAL', stacktrace: ['x'] } }] };
      const result = await execute({
        schema,
        document: parsed(query),
        variableValues: variables,
        rootValue: { who: 'root' } satisfies Made,
        fieldResolver: fieldResolver(seed),
        typeResolver: (value, _context, _info, type) => kindOf(schema, type, value),
      });
      const answer = asSent(result);
      return manners === 'ill' ? spoil(answer, `${seed} ${query}`, representationsOf(variables)) : answer;
    };
}

const asSent = ({ data, errors }: ExecutionResult): FormattedExecutionResult =>
  JSON.parse(JSON.stringify({ data, ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}) })) as FormattedExecutionResult;

const representationsOf = ({ representations }: JsonObject): unknown[] | null => (Array.isArray(representations) ? representations : null);

function fieldResolver(seed: number): GraphQLFieldResolver<Made, unknown> {
  return (parent, args, _context, { fieldName, returnType, parentType, schema }) => {
    if (fieldName === '_entities') return (args.representations as JsonObject[]).map((each) => entityOf(each, seed));
    const asked = Object.keys(args).length === 0 ? '' : JSON.stringify(args);
    const place = `${parent.who}.${fieldName}${asked === '' ? '' : hash(asked) % 100}`;
    if (chanceOf(`${seed} ${place} error`).is(0.03)) {
      throw new GraphQLError(
        `${parentType.name}.${fieldName} failed.`,
        hash(place) % 2 === 0 ? {} : { extensions: { code: 'NOT_FOUND', at: place } },
      );
    }
    return madeOf(returnType, place, seed, schema);
  };
}

/** Who a representation speaks of: every text of a thing begins with who it is. */
function entityOf(representation: JsonObject, seed: number): Made | null {
  const { __typename, ...keys } = representation;
  const typename = String(__typename);
  const who = firstText(keys) ?? `${typename}:${hash(JSON.stringify(keys)) % 5}`;
  return chanceOf(`${seed} ${who} gone`).is(0.08) ? null : { __typename: typename, who };
}

function firstText(value: unknown): string | null {
  if (typeof value === 'string') return value.split('.')[0] ?? value;
  if (typeof value !== 'object' || value === null) return null;
  for (const each of Object.values(value)) {
    const found = firstText(each);
    if (found !== null) return found;
  }
  return null;
}

function madeOf(type: GraphQLOutputType, place: string, seed: number, schema: GraphQLSchema): unknown {
  const luck = chanceOf(`${seed} ${place} value`);
  if (isNonNullType(type)) return luck.is(0.01) ? null : madeOf(type.ofType, place, seed, schema);
  if (luck.is(0.1)) return null;
  if (isListType(type)) {
    return Array.from({ length: luck.upTo(4) }, (_, index) => madeOf(type.ofType, `${place}${index}`, seed, schema));
  }
  if (isEnumType(type)) return luck.pick(type.getValues()).value;
  if (isScalarType(type)) return scalarOf(type.name, place, luck.upTo(100));
  const named = getNamedType(type);
  // Things with keys are few, so that lists hold the same one twice; the rest belongs to whom it was asked from.
  const isThing =
    !isObjectType(named) || named.astNode?.directives?.some(({ name }) => name.value === 'key') === true || 'id' in named.getFields();
  const who = isThing ? `${named.name}:${luck.upTo(5)}` : place;
  return { ...(isAbstractType(named) ? {} : { __typename: named.name }), who } satisfies Made;
}

function scalarOf(name: string, place: string, number: number): unknown {
  if (name === 'Int') return number;
  if (name === 'Float') return number / 8;
  if (name === 'Boolean') return number % 2 === 0;
  if (name === 'String' || name === 'ID') return place;
  return number < 60 ? place : number < 80 ? number : { deep: [number, null, { place }] };
}

function kindOf(schema: GraphQLSchema, type: GraphQLAbstractType, value: unknown): string | undefined {
  const made = value as Made;
  const possible = schema.getPossibleTypes(type);
  if (made.__typename && possible.some(({ name }) => name === made.__typename)) return made.__typename;
  const [first] = possible;
  if (!first) return made.__typename;
  return (possible[hash(made.who) % possible.length] ?? first).name;
}
