import type { Schema } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource, type ServiceMap } from '@apollo/gateway';
import type { PlanNode } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import type { CompiledOperation } from './operation.ts';
import type { Fetcher } from './types.ts';

/** The schemas that Apollo's executor looks at. */
export interface ApolloSchemas {
  clientSchema: GraphQLSchema;
  apiSchema: Schema;
  supergraphSchema: GraphQLSchema;
}

type RequestContext = Parameters<typeof executeQueryPlan>[2];
/** All that the executor reads of it. */
type ReadOfContext = Pick<RequestContext, 'request' | 'context' | 'metrics' | 'logger'>;

/** An operation that Apollo's own executor runs: slower, and right about the rare things that ours leaves to it. */
export function leftToApollo(
  schemas: ApolloSchemas,
  subgraphs: readonly string[],
  document: DocumentNode,
  operationName: string | undefined,
  plan: PlanNode | undefined,
): CompiledOperation {
  const context = buildOperationContext({ schema: schemas.clientSchema, operationDocument: document, operationName });
  return {
    subgraphs,
    async run(variables, fetch) {
      const services: ServiceMap = {};
      for (const name of subgraphs) services[name] = dataSource(name, fetch);
      const request: ReadOfContext = { request: { variables }, context: {}, metrics: {}, logger: silent };
      const { data, errors, extensions } = await executeQueryPlan(
        { kind: 'QueryPlan', ...(plan && { node: plan }) },
        services,
        request as RequestContext,
        context,
        schemas.supergraphSchema,
        schemas.apiSchema,
      );
      // Where a null took its parent along, Apollo says so here only.
      const misfits = Array.isArray(extensions?.valueCompletion) ? (extensions.valueCompletion as GraphQLError[]) : [];
      return { data: JSON.stringify(data ?? null), errors: [...(errors ?? []).map(withoutService), ...misfits], points: null };
    },
  };
}

function dataSource(subgraph: string, fetch: Fetcher): GraphQLDataSource {
  return {
    async process({ request: { query = '', operationName, variables = {} } }) {
      // The planner writes `query` or `mutation` in front of every fetch that is not a short query.
      const isMutation = query.startsWith('mutation');
      return fetch({ subgraph, query, operationName, variables, isMutation });
    },
  };
}

function withoutService(error: GraphQLError): GraphQLError {
  const { serviceName: _, ...extensions } = error.extensions;
  return new GraphQLError(error.message, { path: error.path, originalError: error.originalError, extensions });
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
