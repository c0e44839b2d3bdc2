import type { Logger } from '@atelier/service-kit/log';
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { EntityReader } from './entities.ts';
import { type Engine, isVirtual, type Prepared } from './execute/engine.ts';
import type { Outcome } from './execute/operation.ts';
import type { Fetcher, JsonObject, SubgraphFetch } from './execute/types.ts';
import { Gateway } from './gateway.ts';
import { executeLive, type LiveRoot } from './live/root.ts';
import type { FetchWatch, Sight } from './observe/sight.ts';
import { operationOf } from './operations.ts';
import type { Answer, OperationRequest } from './pipeline.ts';
import type { Client } from './protect/guard.ts';
import type { SupergraphFacts } from './supergraph.ts';
import { type SubgraphTransport, TransportError } from './transports/index.ts';
import type { ResolvedViewer } from './viewer.ts';

/** What an operation carries through its plan. */
export interface PlanContext {
  viewer: ResolvedViewer;
  traceId: string;
  entities: EntityReader;
  /** What came of it, for whoever answers through Apollo Server. */
  answer?: Answer;
  /** The event that a subscription's plan is run for. */
  event?: LiveRoot;
  /** What the request tells of its sender beside who they are. */
  client?: Client | undefined;
  /** What is noted of the operation, where somebody looks. */
  sight?: Sight | undefined;
  /** Aborted when the client has gone: reads under way end. */
  signal?: AbortSignal | undefined;
}

/** The one place where plans are made and executed. */
export interface Planner {
  /** For Apollo Server. */
  gateway: Gateway<PlanContext>;
  /** Plans and compiles operations of the newest schema. Throws until Apollo Server has started. */
  engine(): Engine;
  /** Runs what an engine prepared; a subscription once an event, with the event in `context`. Never rejects for a subgraph's sake. */
  execute(engine: Engine, prepared: Prepared, variables: JsonObject, context: PlanContext): Promise<Outcome>;
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
  /** Runs what Apollo Server has read: the pipeline. */
  run(request: OperationRequest): Promise<Answer>;
  /** Milliseconds that all fetches of one operation may take together. 30,000. */
  operationTimeoutMs?: number;
  /** Told of every request to a subgraph. */
  watchFetch?: ((subgraph: string, sight: Sight | undefined) => FetchWatch) | undefined;
  logger: Logger;
}): Planner {
  // Read by the gateway's constructor, which else reports its use to its makers.
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const { transports, logger, operationTimeoutMs = 30_000, watchFetch } = options;

  let last: { supergraphSdl: string; facts: SupergraphFacts } | null = null;
  // A supergraph is looked at before the gateway takes it, and once more when it has.
  const readFacts = (supergraphSdl: string): SupergraphFacts => {
    if (last?.supergraphSdl === supergraphSdl) return last.facts;
    const facts = options.readFacts(supergraphSdl);
    for (const { name } of facts.supergraph.subgraphsMetadata()) {
      if (!isVirtual(facts, name) && !transports[name])
        throw new Error(`No transport to the subgraph "${name}", which the supergraph names.`);
    }
    last = { supergraphSdl, facts };
    return facts;
  };

  const planner: Planner = {
    gateway: new Gateway<PlanContext>({
      supergraphSdl: options.supergraphSdl,
      readFacts,
      logger: quiet(logger),
      execute(engine, { document, request, context }) {
        const operation = operationOf(engine, document, request.query ?? '', request.operationName);
        return options.run({ operation, variables: request.variables ?? {}, context });
      },
    }),
    engine: () => planner.gateway.engine,
    execute: (engine, prepared, variables, context) => prepared.run(variables, fetcherFor(engine.facts, context)),
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
    const watched = watchFetch?.(subgraph, context.sight);
    try {
      const transport = transports[subgraph];
      if (!transport) throw new Error('no transport');
      const request = { query, variables, operationName, viewerToken: await viewer.token(), traceId, traceparent: watched?.traceparent };
      const answer = await transport.send(request, { signal, deadline, isMutation });
      watched?.end(answer.errors ? 'errors' : 'ok');
      return answer;
    } catch (error) {
      watched?.end(error instanceof TransportError ? error.failure : 'failed');
      // An open breaker has been told of once, when it opened; and a client that has gone is nobody's failure.
      const isNew = !(error instanceof TransportError) || (error.failure !== 'refused' && error.failure !== 'cancelled');
      if (isNew) logger.error({ err: error, subgraph, traceId }, 'a subgraph does not answer');
      throw new GraphQLError('A part of the service does not answer.', { extensions: { code: 'UNAVAILABLE' } });
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
