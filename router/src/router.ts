import type { RequestListener, Server } from 'node:http';
import type { LiveBus } from '@atelier/service-kit/activity';
import type { Logger } from '@atelier/service-kit/log';
import type { Tracing } from '@atelier/service-kit/tracing';
import type { Versions } from '@atelier/service-kit/versions';
import { anonymous, type ViewerSigner } from '@atelier/service-kit/viewer';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import { createResponseCache } from './cache/responses.ts';
import { createEntityReader } from './entities.ts';
import { publicError } from './errors.ts';
import { createHttp, type Handler } from './http.ts';
import { createAddressOf } from './http-request.ts';
import type { History } from './live/hub.ts';
import { createLive } from './live/live.ts';
import type { LiveSettings } from './live/settings.ts';
import type { Metrics } from './observe/metrics.ts';
import { createObservation } from './observe/sight.ts';
import { createOperations } from './operations.ts';
import { createOriginGuard } from './origin.ts';
import { createPipeline, throughPipeline } from './pipeline.ts';
import { createPlanner, type PlanContext } from './plan.ts';
import type { Manifest } from './protect/documents.ts';
import type { Client } from './protect/guard.ts';
import { createGuards } from './protect/index.ts';
import { embeddedSettings, fleetSettings, type ProtectSettings } from './protect/settings.ts';
import { createSchemaGuard } from './schema-guard.ts';
import { readSupergraph } from './supergraph.ts';
import { newTraceId, withTrace } from './trace.ts';
import type { SubgraphTransport } from './transports/index.ts';
import { createViewers, type ResolvedViewer } from './viewer.ts';

const path = '/graphql';
/** How old an answer from memory can be where only the clock has changed it. */
const cacheTtlMs = 30_000;

export interface RouterOptions {
  /** The committed supergraph. */
  supergraphSdl: string;
  /** One a subgraph of the supergraph, by its name. */
  transports: Readonly<Record<string, SubgraphTransport>>;
  viewers: ViewerSource;
  signer: ViewerSigner;
  bus: LiveBus;
  /** Keeps answers in memory, at most so many bytes, for as long as the versions say that they hold; without it none are kept. */
  cache?: { versions: Versions; maxBytes: number } | undefined;
  /** Proxies whose word on a client's address counts. */
  trustedProxies?: readonly string[] | undefined;
  history: History;
  /** What Prometheus is told; null or left out where it does not ask. */
  metrics?: Metrics | null | undefined;
  /** Where traces go; null or left out where they go nowhere. */
  tracing?: Tracing | null | undefined;
  /** At level info it is told of every operation. */
  logger: Logger;
  /** Where browsers find us, for example `http://localhost:4000`. */
  publicUrl: string;
  mode: 'embedded' | 'fleet';
  /** Whether everything that is needed answers; when left out, every subgraph is asked a question. */
  isReady?: (() => Promise<boolean>) | undefined;
  /** How it guards itself; as `embeddedSettings` or `fleetSettings` where nothing is said. */
  protect?: ProtectSettings | undefined;
  /** Documents of our own pages. */
  trustedDocuments?: Manifest | undefined;
  /** Where routers of a fleet share buckets and documents. */
  redisUrl?: string | undefined;
  /** What live connections may do, where it differs from `liveSettings`. */
  live?: Partial<LiveSettings>;
  now: () => Date;
}

/** The edge: GraphQL over HTTP and WebSocket at `/graphql`, and `/health/*`. */
export interface Router {
  /** Mount it before what serves everything else; other paths pass through. */
  app: Handler;
  /** The whole server's listener: takes what needs none of the work of `rest` before it, and leaves everything else to it. */
  front(rest: RequestListener): RequestListener;
  /** Serves WebSocket upgrades of `/graphql`; upgrades of other paths are left alone. */
  attach(server: Server): void;
  /**
   * Takes a new supergraph for all that comes from now on; live streams go over to it with their next event. Throws, and keeps the old
   * one, when it cannot be used.
   */
  reload(supergraphSdl: string): void;
  /** Lets operations of sockets finish, and closes sockets with 1012 and HTTP streams. */
  endStreams(): Promise<void>;
  /** Lets operations finish, closes sockets with 1012 and HTTP streams, closes the transports. The HTTP server is its owner's to close. */
  stop(): Promise<void>;
}

/** Makes a router. Rejects when the supergraph cannot be read or names a subgraph without a transport. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const { transports, signer, bus, history, logger, now } = options;
  const viewers = createViewers({ source: options.viewers, signer, logger, now });
  const stopDoubting = bus.onRestored(viewers.doubt);
  const { metrics = null, tracing = null, trustedDocuments: trusted = {} } = options;
  const observation = createObservation({ metrics, tracing, logger, trusted });
  const planner = createPlanner({
    supergraphSdl: options.supergraphSdl,
    readFacts: readSupergraph,
    transports,
    run: throughPipeline(() => pipeline),
    watchFetch: observation?.watchFetch,
    logger,
  });
  const settings = options.protect ?? (options.mode === 'fleet' ? fleetSettings : embeddedSettings);
  const operations = createOperations({ engine: planner.engine, limits: settings.document, onRead: observation?.planned });
  const guards = createGuards({ settings, operations, trusted, redisUrl: options.redisUrl, logger });
  const cache = options.cache ? createResponseCache({ ...options.cache, ttlMs: cacheTtlMs, now }) : null;
  const pipeline = createPipeline({
    planner,
    cache,
    guards: options.mode === 'embedded' ? [guards.guard] : [createSchemaGuard(), guards.guard],
    observers: observation ? [observation.observer] : [],
  });
  const origins = createOriginGuard(options.publicUrl);
  const addressOf = createAddressOf(options.trustedProxies);
  const contextFor = (viewer: ResolvedViewer, traceId: string, signal?: AbortSignal, client?: Client): PlanContext => ({
    viewer,
    traceId,
    signal,
    client,
    entities: createEntityReader({ owners: planner.engine().facts.owners, transports, viewer, traceId }),
  });
  const live = createLive({
    path,
    planner,
    operations,
    intake: guards.intake,
    execute: (operation, variables, viewer, traceId, client, signal, sight) =>
      withTrace(traceId, async () => {
        await guards.intake.mayRun(operation.query, { ...client, viewer: viewer.viewer });
        return pipeline.run({ operation, variables, context: { ...contextFor(viewer, traceId, signal, client), sight } });
      }),
    letIn: (operation, variables, viewer, traceId, client) =>
      withTrace(traceId, async () => {
        await guards.intake.mayRun(operation.query, { ...client, viewer: viewer.viewer });
        await pipeline.admit({ operation, variables, context: contextFor(viewer, traceId, undefined, client) });
      }),
    viewers,
    transports,
    bus,
    history,
    origins,
    addressOf,
    settings: options.live,
    observation,
    logger,
    now,
  });
  const { server, handler, lane } = await createHttp({
    path,
    membersOnly: ['/graphiql'],
    streams: live.httpStreams.handler,
    planner,
    viewers,
    origins,
    limits: settings.document,
    contextFor,
    isReady: options.isReady ?? (() => allAnswer(transports, signer)),
    isSchemaOpen: options.mode === 'embedded',
    intake: guards.intake,
    pipeline,
    addressOf,
    isSecure: options.publicUrl.startsWith('https://'),
    showError: publicError,
    observation,
    logger,
  });
  metrics?.follow({ operations, cache, transports, live: live.counts });
  let ended: Promise<void> | undefined;
  const endStreams = () => {
    ended ??= live.stop();
    return ended;
  };
  return {
    app: handler,
    front: (rest) => (request, response) => lane(request, response, () => rest(request, response)),
    attach: live.sockets.attach,
    reload: (supergraphSdl) => planner.reload(supergraphSdl),
    endStreams,
    async stop() {
      await endStreams();
      stopDoubting();
      viewers.stop();
      await server.stop();
      await guards.close();
      await Promise.all(Object.values(transports).map((transport) => transport.close()));
    },
  };
}

async function allAnswer(transports: RouterOptions['transports'], signer: ViewerSigner): Promise<boolean> {
  const viewerToken = await signer.sign(anonymous);
  const asked = Object.values(transports).map(async (transport) => {
    const { data } = await transport.send({ query: '{ __typename }', viewerToken, traceId: newTraceId() }, { isProbe: true });
    return data?.__typename === 'Query';
  });
  return Promise.all(asked).then(
    (answers) => answers.every(Boolean),
    () => false,
  );
}
