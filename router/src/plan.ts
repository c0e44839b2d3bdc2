import type { Logger } from '@atelier/service-kit/log';
import { type DocumentNode, type ExecutionResult, type FormattedExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { EntityReader } from './entities.ts';
import { type Engine, isVirtual, type Prepared } from './execute/engine.ts';
import type { Outcome } from './execute/operation.ts';
import type { Fetcher, JsonObject, SubgraphFetch } from './execute/types.ts';
import { Gateway } from './gateway.ts';
import { executeLive, type LiveRoot } from './live/root.ts';
import type { SupergraphFacts } from './supergraph.ts';
import { type SubgraphTransport, TransportError } from './transports/index.ts';
import type { ResolvedViewer } from './viewer.ts';

/** What an operation carries through its plan. */
export interface PlanContext {
  viewer: ResolvedViewer;
  traceId: string;
  entities: EntityReader;
  /** The event that a subscription's plan is run for. */
  event?: LiveRoot;
  /** Aborted when the client has gone: reads under way end. */
  signal?: AbortSignal | undefined;
}

/** A subscription, planned: the event's fetch first, then an ordinary plan. */
export interface PlannedOperation {
  /** Names document and operation: the same key, the same plan. */
  key: string;
  document: DocumentNode;
  operationName: string | undefined;
  engine: Engine;
  prepared: Prepared;
}

/** The one place where plans are made and executed. */
export interface Planner {
  /** For Apollo Server. */
  gateway: Gateway<PlanContext>;
  /** Plans and compiles operations of the newest schema. Throws until Apollo Server has started. */
  engine(): Engine;
  /** Runs what an engine prepared; a subscription once an event, with the event in `context`. Never rejects for a subgraph's sake. */
  execute(engine: Engine, prepared: Prepared, variables: JsonObject, context: PlanContext): Promise<Outcome>;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Plans a subscription. Throws BAD_USER_INPUT for one that the planner refuses. */
  planEvents(document: DocumentNode, key: string, operationName: string | undefined): PlannedOperation;
  /** Runs a subscription's plan for the event in `context`. */
  executeEvent(operation: PlannedOperation, variables: JsonObject, context: PlanContext): Promise<ExecutionResult>;
  /** Takes a new supergraph for all requests that come from now on. Throws, and keeps the old one, when it cannot be used. */
  reload(supergraphSdl: string): void;
}

/**
 * Loads the supergraph, and plans and executes over the given transports, one a subgraph, and the `live` subgraph, which is served
 * here. Throws when the supergraph cannot be read or names a subgraph without a transport.
 */
export function createPlanner(options: {
  supergraphSdl: string;
  readFacts(supergraphSdl: string): SupergraphFacts;
  transports: Readonly<Record<string, SubgraphTransport>>;
  /** Milliseconds that all fetches of one operation may take together. 30,000. */
  operationTimeoutMs?: number;
  logger: Logger;
}): Planner {
  // Read by the gateway's constructor, which else reports its use to its makers.
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const { transports, logger, operationTimeoutMs = 30_000 } = options;

  const readFacts = (supergraphSdl: string): SupergraphFacts => {
    const facts = options.readFacts(supergraphSdl);
    for (const { name } of facts.supergraph.subgraphsMetadata()) {
      if (!isVirtual(facts, name) && !transports[name])
        throw new Error(`No transport to the subgraph "${name}", which the supergraph names.`);
    }
    return facts;
  };

  const planner: Planner = {
    gateway: new Gateway<PlanContext>({
      supergraphSdl: options.supergraphSdl,
      readFacts,
      logger: quiet(logger),
      execute(engine, { document, request, context }) {
        return planner.execute(engine, engine.prepare(document, request.operationName), request.variables ?? {}, context);
      },
    }),
    engine: () => planner.gateway.engine,
    execute: (engine, prepared, variables, context) => prepared.run(variables, fetcherFor(engine.facts, context)),
    get schema() {
      return planner.gateway.engine.schema;
    },
    planEvents(document, key, operationName) {
      const { engine } = planner.gateway;
      return { key, document, operationName, engine, prepared: engine.prepare(document, operationName) };
    },
    async executeEvent({ engine, prepared }, variables, context) {
      const { data, errors } = await planner.execute(engine, prepared, variables, context);
      return { data: data === null ? null : (JSON.parse(data) as Record<string, unknown>), ...(errors.length > 0 ? { errors } : {}) };
    },
    reload: (supergraphSdl) => planner.gateway.reload(supergraphSdl),
  };
  readFacts(options.supergraphSdl);
  return planner;

  function fetcherFor(facts: SupergraphFacts, context: PlanContext): Fetcher {
    const deadline = performance.now() + operationTimeoutMs;
    return (fetch) =>
      isVirtual(facts, fetch.subgraph) && facts.liveSchema
        ? fetchLive(facts.liveSchema, fetch, context)
        : fetchFrom(fetch, context, deadline);
  }

  async function fetchFrom(fetch: SubgraphFetch, context: PlanContext, deadline: number) {
    const { subgraph, query, operationName, variables, isMutation } = fetch;
    const { viewer, traceId, signal } = context;
    try {
      const transport = transports[subgraph];
      if (!transport) throw new Error('no transport');
      const request = { query, variables, operationName, viewerToken: await viewer.token(), traceId };
      return await transport.send(request, { signal, deadline, isMutation });
    } catch (error) {
      // An open breaker has been told of once, when it opened; and a client that has gone is nobody's failure.
      const isNew = !(error instanceof TransportError) || (error.failure !== 'refused' && error.failure !== 'cancelled');
      if (isNew) logger.error({ err: error, subgraph, traceId }, 'a subgraph does not answer');
      throw new GraphQLError('A part of Atelier does not answer.', { extensions: { code: 'UNAVAILABLE' } });
    }
  }
}

async function fetchLive(
  schema: GraphQLSchema,
  { query, variables }: SubgraphFetch,
  { entities, event }: PlanContext,
): Promise<FormattedExecutionResult> {
  const { errors, data } = await executeLive(schema, query, variables, entities, event);
  return {
    data: data as FormattedExecutionResult['data'],
    ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}),
  };
}

/** The gateway's own words about single requests are of no use to operators; what it warns of is. */
const quiet = (logger: Logger) => ({
  debug: () => {},
  info: () => {},
  warn: (message?: unknown) => logger.warn(String(message)),
  error: (message?: unknown) => logger.error(String(message)),
});
