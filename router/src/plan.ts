import { operationFromDocument } from '@apollo/federation-internals';
import { ApolloGateway, buildOperationContext, executeQueryPlan, type GraphQLDataSource, type ServiceMap } from '@apollo/gateway';
import { type PlanNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { Logger } from '@atelier/service-kit/log';
import { type DocumentNode, type ExecutionResult, type FormattedExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { EntityReader } from './entities.ts';
import { executeLive, type LiveRoot } from './live/root.ts';
import { liveSubgraph, type SupergraphFacts } from './supergraph.ts';
import type { SubgraphTransport } from './transport.ts';
import type { ResolvedViewer } from './viewer.ts';

/** What an operation carries through its plan. */
export interface PlanContext {
  viewer: ResolvedViewer;
  traceId: string;
  entities: EntityReader;
  /** The event that a subscription's plan is run for. */
  event?: LiveRoot;
}

/** A subscription, planned: the event's fetch first, then an ordinary plan. */
export interface PlannedOperation {
  /** Names document and operation: the same key, the same plan. */
  key: string;
  document: DocumentNode;
  operationName: string | undefined;
  plan: QueryPlan;
}

/** The one place where plans are made and executed. */
export interface Planner {
  /** For Apollo Server: queries and mutations. */
  gateway: ApolloGateway;
  /** The schema that clients see. */
  schema: GraphQLSchema;
  /** Plans a subscription. Throws BAD_USER_INPUT for one that the planner refuses. */
  planEvents(document: DocumentNode, key: string, operationName: string | undefined): PlannedOperation;
  /** Runs a subscription's plan for the event in `context`. */
  executeEvent(operation: PlannedOperation, variables: Record<string, unknown>, context: PlanContext): Promise<ExecutionResult>;
}

/** Plans and executes over the given transports, one a subgraph of the supergraph, and the `live` subgraph, which is served here. */
export function createPlanner(options: {
  supergraphSdl: string;
  facts: SupergraphFacts;
  transports: Readonly<Record<string, SubgraphTransport>>;
  logger: Logger;
}): Planner {
  // Read by the gateway's constructor, which else reports its use to its makers.
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const { supergraphSdl, facts, transports, logger } = options;
  const services: ServiceMap = facts.liveSchema ? { [liveSubgraph]: liveSource(facts.liveSchema) } : {};
  for (const { name } of facts.supergraph.subgraphsMetadata()) {
    if (name === liveSubgraph && facts.liveSchema) continue;
    const transport = transports[name];
    if (!transport) throw new Error(`No transport to the subgraph "${name}", which the supergraph names.`);
    services[name] = subgraphSource(name, transport, logger);
  }
  const gateway = new Gateway({
    supergraphSdl,
    validateSupergraph: false,
    __exposeQueryPlanExperimental: false,
    logger: quiet(logger),
    buildService: ({ name }) => services[name] ?? refuse(name),
  });
  const planner = new QueryPlanner(facts.supergraph);
  const apiSchema = facts.supergraph.apiSchema();
  const schema = apiSchema.toGraphQLJSSchema();
  const supergraphSchema = facts.supergraph.schema.toGraphQLJSSchema();

  return {
    gateway,
    schema,
    planEvents(document, key, operationName) {
      const { node } = planOrRefuse(() => planner.buildQueryPlan(operationFromDocument(apiSchema, document, { operationName })));
      if (node?.kind !== 'Subscription') throw new Error('only subscriptions are planned here');
      const sequence: PlanNode = node.rest ? { kind: 'Sequence', nodes: [node.primary, node.rest] } : node.primary;
      return { key, document, operationName, plan: { kind: 'QueryPlan', node: sequence } };
    },
    executeEvent({ document, operationName, plan }, variables, context) {
      const request = { request: { variables }, context, metrics: {}, logger: quiet(logger) };
      return executeQueryPlan(
        plan,
        services,
        // The executor reads these four only.
        request as unknown as Parameters<typeof executeQueryPlan>[2],
        buildOperationContext({ schema, operationDocument: document, operationName }),
        supergraphSchema,
        apiSchema,
      );
    },
  };
}

class Gateway extends ApolloGateway {
  constructor(config: ConstructorParameters<typeof ApolloGateway>[0]) {
    super(config);
    const execute = this.executor;
    this.executor = (context) => execute(context).catch(refuseExplosion);
  }
}

function planOrRefuse<T>(plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    return refuseExplosion(error);
  }
}

/** The planner's own limit on selections that multiply each other is the client's mistake, not ours. */
function refuseExplosion(error: unknown): never {
  if (error instanceof Error && /maximum (recursive|non-local) selections/i.test(error.message)) {
    throw new GraphQLError('The operation selects too much: its fragments multiply each other. Ask for less at once.', {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
  throw error;
}

function refuse(name: string): never {
  throw new Error(`No transport to the subgraph "${name}".`);
}

const contextOf = (context: unknown) => context as PlanContext;
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;
const asAnswer = (result: FormattedExecutionResult) => result as unknown as Answer;

function subgraphSource(name: string, transport: SubgraphTransport, logger: Logger): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const { viewer, traceId } = contextOf(context);
      const { query = '', variables, operationName } = request;
      try {
        return asAnswer(await transport.send({ query, variables, operationName, viewerToken: await viewer.token(), traceId }));
      } catch (error) {
        logger.error({ err: error, subgraph: name, traceId }, 'a subgraph does not answer');
        throw new GraphQLError('A part of Atelier does not answer.', { extensions: { code: 'UNAVAILABLE' } });
      }
    },
  };
}

function liveSource(schema: GraphQLSchema): GraphQLDataSource {
  return {
    async process({ request, context }) {
      const { entities, event } = contextOf(context);
      const { errors, data } = await executeLive(schema, request.query ?? '', request.variables, entities, event);
      return asAnswer({
        data: data as FormattedExecutionResult['data'],
        ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}),
      });
    },
  };
}

/** The gateway's own words about single requests are of no use to operators; what it warns of is. */
const quiet = (logger: Logger) => ({
  debug: () => {},
  info: () => {},
  warn: (message?: unknown) => logger.warn(String(message)),
  error: (message?: unknown) => logger.error(String(message)),
});
