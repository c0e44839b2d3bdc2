import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource, type ServiceMap } from '@apollo/gateway';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse } from 'graphql';
import { createEngine } from '../execute/engine.ts';
import { withoutLeftOut } from '../execute/left-out.ts';
import { renameForPlanner } from '../execute/response-names.ts';
import { restoreArguments } from '../execute/restore-arguments.ts';
import type { Fetcher, JsonObject } from '../execute/types.ts';
import { readForeignSupergraph } from '../supergraph.ts';
import { madeUpSubgraphs } from './subgraphs.ts';

/** What one executor makes of an operation. */
export interface Answered {
  /** JSON text. */
  data: string;
  errors: readonly GraphQLFormattedError[];
  /** What Apollo's executor notes of values that do not fit, where it does not call them errors. */
  misfits: readonly GraphQLFormattedError[];
  /** Whether an owner answered null for a thing. */
  hidesThings?: boolean;
}

/** One operation, planned for both executors. */
export interface Duel {
  /** Whether our own executor runs it; if not, Apollo's does for us, too. */
  isOurs: boolean;
  /** Whether ours plans it by other names, so that its fetches are not Apollo's. */
  isRenamed: boolean;
  ours(variables: JsonObject, fetch: Fetcher): Promise<Answered>;
  apollo(variables: JsonObject, fetch: Fetcher): Promise<Answered>;
}

/** Our executor and Apollo's over one supergraph. */
export interface Executors {
  /** The schema that clients see. */
  schema: GraphQLSchema;
  hasInterfaceObjects: boolean;
  /** Whether the supergraph has more than clients see. */
  keepsThings: boolean;
  /** What the subgraphs answer. */
  worlds: ReturnType<typeof madeUpSubgraphs>;
  /** @throws what the planner throws */
  prepare(query: string): Duel;
}

type RequestContext = Parameters<typeof executeQueryPlan>[2];

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Both executors, each with plans of the same planner. */
export function executorsOver(supergraphSdl: string): Executors {
  const facts = readForeignSupergraph(supergraphSdl);
  const { supergraph } = facts;
  const apiSchema = supergraph.apiSchema();
  const schema = Supergraph.build(supergraphSdl, { validateSupergraph: false }).apiSchema().toGraphQLJSSchema();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const engine = createEngine(facts);
  const planner = new QueryPlanner(supergraph);
  const subgraphs = supergraph.subgraphsMetadata().map(({ name }) => name);

  function planOf(document: DocumentNode) {
    const { node } = planner.buildQueryPlan(operationFromDocument(apiSchema, withoutLeftOut(document)));
    const plan: PlanNode | undefined =
      node?.kind !== 'Subscription' ? node : node.rest ? { kind: 'Sequence', nodes: [node.primary, node.rest] } : node.primary;
    return plan && restoreArguments(plan, facts.standIns);
  }

  function apolloFor(document: DocumentNode): Duel['apollo'] {
    const node = planOf(document);
    return async (variables, fetch) => {
      const services: ServiceMap = Object.fromEntries(subgraphs.map((name) => [name, dataSource(name, fetch)]));
      // All that the executor reads.
      const request: Pick<RequestContext, 'request' | 'context' | 'metrics' | 'logger'> = {
        request: { variables },
        context: {},
        metrics: {},
        logger: silent,
      };
      const { data, errors, extensions } = await executeQueryPlan(
        { kind: 'QueryPlan', ...(node && { node }) },
        services,
        request as RequestContext,
        buildOperationContext({ schema, operationDocument: document, operationName: undefined }),
        supergraphSchema,
        apiSchema,
      ).catch((error: unknown) => ({ data: null, errors: [error], extensions: undefined }));
      const misfits: unknown = extensions?.valueCompletion;
      return {
        data: JSON.stringify(data ?? null),
        errors: (errors ?? []).map(formatted),
        misfits: Array.isArray(misfits) ? (misfits as GraphQLError[]).map(formatted) : [],
      };
    };
  }

  const known = new Map<string, Duel>();
  return {
    schema,
    hasInterfaceObjects: supergraphSdl.includes('isInterfaceObject: true'),
    keepsThings: /(?<!directive )@inaccessible/.test(supergraphSdl),
    worlds: madeUpSubgraphs(supergraph),
    prepare(query) {
      const duel = known.get(query) ?? make(parse(query));
      known.set(query, duel);
      return duel;
    },
  };

  function make(document: DocumentNode): Duel {
    const prepared = engine.prepare(document, undefined);
    return {
      isOurs: prepared.isCompiled,
      isRenamed: renameForPlanner(document, facts.plannerNames) !== null,
      async ours(variables, fetch) {
        let hidesThings = false;
        const { data, errors } = await prepared.run(variables, async (request) => {
          const answer = await fetch(request);
          const entities: unknown = answer.data?._entities;
          hidesThings ||= Array.isArray(entities) && entities.includes(null);
          return answer;
        });
        return { data: data ?? 'null', errors: errors.map(formatted), misfits: [], hidesThings };
      },
      apollo: apolloFor(document),
    };
  }
}

function dataSource(subgraph: string, fetch: Fetcher): GraphQLDataSource {
  return {
    async process({ request: { query = '', operationName, variables = {} } }) {
      const isMutation = query.startsWith('mutation');
      return fetch({ subgraph, query, operationName, variables, isMutation });
    },
  };
}

/** An error as it crosses the wire; a throw of something else as Apollo Server would word it. */
function formatted(error: unknown): GraphQLFormattedError {
  const { message, path, extensions } = (error instanceof GraphQLError ? error : new GraphQLError(String(error))).toJSON();
  return JSON.parse(JSON.stringify({ message, path, extensions })) as GraphQLFormattedError;
}
