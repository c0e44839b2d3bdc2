import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Span } from '@opentelemetry/api';
import {
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLScalarType,
  type GraphQLSchema,
  getVariableValues,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
  visit,
} from 'graphql';
import { AppError } from './errors.ts';
import { isPlannable, type OperationPlan, planOperation, type Variables } from './execute/plan.ts';
import { runOperation } from './execute/run.ts';
import type { Logger } from './log.ts';
import type { SubgraphRequest } from './peers.ts';
import { scalars } from './scalars.ts';
import { isStorable, NOT_STORABLE } from './text.ts';
import { markFailed, readTraceparent, type ServiceTracing } from './tracing.ts';
import type { Viewer, ViewerVerifier } from './viewer.ts';

/** What one request brings to a subgraph. */
export interface RequestInfo {
  viewer: Viewer;
  viewerToken: string;
  traceId: string;
  /** Where the request is traced. */
  span?: Span | null;
}

type Resolver = (source: never, args: never, context: never, info: GraphQLResolveInfo) => unknown;

/** Resolvers by type and field, as codegen's resolver types shape them. */
export type ResolverMap = Record<string, Record<string, unknown | Resolver> | GraphQLScalarType | undefined>;

const CACHED_DOCUMENTS = 2_000;

/** A valid document, and how it runs; without a plan graphql-js does it. */
interface Runnable {
  document: DocumentNode;
  plan: OperationPlan | null;
}
type ReadyDocument = Runnable | { errors: readonly GraphQLError[] };

/** What the shared executor needs to know of a subgraph. */
export interface ExecutorOptions<Context> {
  name: string;
  /** The subgraph's folder: the one that holds the generated `schema.graphql`. */
  directory: string;
  resolvers: ResolverMap;
  verifier: ViewerVerifier;
  logger: Logger;
  /** Where its part of a trace goes, if anywhere. */
  tracing?: ServiceTracing | undefined;
  /** Makes the context of one request: services, loaders and a session, none of which outlive it. */
  context: (request: RequestInfo) => Context;
}

/** The schema of a subgraph and the one way in which its operations run. */
export interface Executor {
  schema: GraphQLSchema;
  owns: readonly string[];
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
}

/** Builds a subgraph's schema and executor; everything that reaches its resolvers comes through `execute`. */
export function createExecutor<Context>(options: ExecutorOptions<Context>): Executor {
  const typeDefs = parse(readFileSync(join(options.directory, 'schema.graphql'), 'utf8'));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...scalars, ...options.resolvers } as never }]);
  const canPlan = isPlannable(schema);
  const documents = new Map<string, ReadyDocument>();

  const documentOf = (query: string): ReadyDocument => {
    const known = documents.get(query);
    if (known) return known;
    const ready = read(query);
    if (documents.size >= CACHED_DOCUMENTS) documents.delete(documents.keys().next().value ?? '');
    documents.set(query, ready);
    return ready;
  };

  const read = (query: string): ReadyDocument => {
    try {
      const document = parse(query, { noLocation: true });
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors };
      if (holdsUnstorable(document)) return { errors: [notStorable()] };
      return { document, plan: canPlan ? planOperation(schema, document) : null };
    } catch (error) {
      return { errors: [error instanceof GraphQLError ? error : new GraphQLError('The document cannot be read.')] };
    }
  };

  /** As graphql-js would, by our own plan where there is one. */
  const run = (
    { document, plan }: Runnable,
    request: SubgraphRequest,
    contextValue: Context,
  ): ExecutionResult | Promise<ExecutionResult> => {
    const { variables: variableValues, operationName } = request;
    const isAsked = plan !== null && (!operationName || plan.operation.name?.value === operationName);
    if (!isAsked) return execute({ schema, document, contextValue, variableValues, operationName });
    const entities = onlyEntities(plan, variableValues);
    if (entities) return runOperation(plan, contextValue, entities);
    const { coerced, errors } = getVariableValues(schema, plan.operation.variableDefinitions ?? [], variableValues ?? {}, {
      maxErrors: 50,
    });
    return errors ? { errors } : runOperation(plan, contextValue, coerced);
  };

  return {
    schema,
    owns: nodeTypesOf(schema),
    async execute(request) {
      let viewer: Viewer;
      try {
        viewer = await options.verifier.verify(request.viewerToken);
      } catch (error) {
        return { errors: [shownError(error, request.traceId, options.logger)] };
      }
      const ready = documentOf(request.query);
      if ('errors' in ready) return ready;
      if (!isStorable(request.variables)) return { errors: [notStorable()] };
      const { viewerToken, traceId, traceparent } = request;
      const span = traceparent === undefined || !options.tracing ? null : spanOf(options.tracing, traceparent);
      const result = await run(ready, request, options.context({ viewer, viewerToken, traceId, span }));
      if (span) {
        if (result.errors) markFailed(span);
        span.end();
      }
      if (!result.errors) return result;
      return { ...result, errors: result.errors.map((error) => shownError(error, request.traceId, options.logger)) };
    },
  };
}

/** The variables of a fetch of entities that has no others, else null: `_Any` takes any object as it is, so that nothing is to be read. */
function onlyEntities({ representations: name }: OperationPlan, given: SubgraphRequest['variables']): Variables | null {
  if (name === null) return null;
  const found = given?.[name];
  return Array.isArray(found) && found.every(isRepresentation) ? { [name]: found } : null;
}

const isRepresentation = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only who was let in is traced, and only where the asker traces, too. */
function spanOf(tracing: ServiceTracing, traceparent: string): Span | null {
  const parent = readTraceparent(traceparent);
  return parent?.isSampled ? tracing.below(parent, 'execute') : null;
}

const notStorable = (): GraphQLError => new GraphQLError(NOT_STORABLE, { extensions: { code: 'BAD_USER_INPUT' } });

function holdsUnstorable(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    StringValue({ value }) {
      if (isStorable(value)) return;
      found = true;
      return BREAK;
    },
  });
  return found;
}

function nodeTypesOf(schema: GraphQLSchema): string[] {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) return [];
  return schema.getPossibleTypes(node).flatMap((type) => (isObjectType(type) ? [type.name] : []));
}

/** What of an error leaves the subgraph: an AppError's own words and code, else INTERNAL and a log line. */
function shownError(error: unknown, traceId: string, logger: Logger): GraphQLError {
  const graphql = error instanceof GraphQLError ? error : null;
  const cause = graphql?.originalError ?? (graphql ? null : error);
  if (cause instanceof AppError) {
    if (cause.code === 'UNAVAILABLE') logger.warn({ err: cause.cause ?? cause, traceId, path: graphql?.path }, 'something does not answer');
    return new GraphQLError(cause.message, {
      path: graphql?.path,
      extensions: { code: cause.code, ...(cause.path ? { field: cause.path } : {}) },
    });
  }
  // Without a path: the document or its variables. With one and no code: a value of ours that the schema refuses.
  const isAskers =
    graphql !== null && !(cause instanceof Error && !(cause instanceof GraphQLError)) && (!graphql.path || 'code' in graphql.extensions);
  if (isAskers) {
    return new GraphQLError(graphql.message, { path: graphql.path, extensions: { code: graphql.extensions.code ?? 'BAD_USER_INPUT' } });
  }
  logger.error({ err: cause ?? graphql, traceId, path: graphql?.path }, 'unexpected failure');
  return new GraphQLError('Something went wrong on our side.', { path: graphql?.path, extensions: { code: 'INTERNAL' } });
}
