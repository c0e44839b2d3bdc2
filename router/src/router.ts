import type { Server } from 'node:http';
import type { LiveBus } from '@atelier/service-kit/activity';
import type { Logger } from '@atelier/service-kit/log';
import { anonymous, type ViewerSigner } from '@atelier/service-kit/viewer';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import type { Express } from 'express';
import { createEntityReader } from './entities.ts';
import { publicError } from './errors.ts';
import { createHttp, credentialsOf } from './http.ts';
import { limits } from './limits.ts';
import type { History } from './live/hub.ts';
import { createLive } from './live/live.ts';
import type { LiveSettings } from './live/settings.ts';
import { createOperations } from './operations.ts';
import { createOriginGuard } from './origin.ts';
import { createPlanner, type PlanContext } from './plan.ts';
import { readSupergraph } from './supergraph.ts';
import { newTraceId, withTrace } from './trace.ts';
import type { SubgraphTransport } from './transport.ts';
import { createViewers, type ResolvedViewer } from './viewer.ts';

const path = '/graphql';

export interface RouterOptions {
  /** The committed supergraph. */
  supergraphSdl: string;
  /** One a subgraph of the supergraph, by its name. */
  transports: Readonly<Record<string, SubgraphTransport>>;
  viewers: ViewerSource;
  signer: ViewerSigner;
  bus: LiveBus;
  history: History;
  logger: Logger;
  /** Where browsers find us, for example `http://localhost:4000`. */
  publicUrl: string;
  mode: 'embedded' | 'fleet';
  /** What live connections may do, where it differs from `liveSettings`. */
  live?: Partial<LiveSettings>;
  now: () => Date;
}

/** The edge: GraphQL over HTTP and WebSocket at `/graphql`, and `/health/*`. */
export interface Router {
  /** Mount it before what serves everything else; other paths pass through. */
  app: Express;
  /** Serves WebSocket upgrades of `/graphql`; upgrades of other paths are left alone. */
  attach(server: Server): void;
  /** Lets operations finish, closes sockets with 1012 and HTTP streams, closes the transports. The HTTP server is its owner's to close. */
  stop(): Promise<void>;
}

/** Makes a router. Rejects when the supergraph cannot be read or names a subgraph without a transport. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const { transports, signer, bus, history, logger, now } = options;
  const facts = readSupergraph(options.supergraphSdl);
  const viewers = createViewers({ source: options.viewers, signer, logger, now });
  const planner = createPlanner({ supergraphSdl: options.supergraphSdl, readFacts: readSupergraph, transports, logger });
  const origins = createOriginGuard(options.publicUrl);
  const contextFor = (viewer: ResolvedViewer, traceId: string): PlanContext => ({
    viewer,
    traceId,
    entities: createEntityReader({ owners: facts.owners, transports, viewer, traceId }),
  });
  const live = createLive({
    path,
    planner,
    operations: createOperations({ engine: planner.engine, limits }),
    execute: (operation, variables, viewer, traceId) =>
      withTrace(traceId, () => planner.execute(operation.engine, operation.prepared, variables, contextFor(viewer, traceId))),
    viewers,
    owners: facts.owners,
    transports,
    bus,
    history,
    origins,
    credentialsOf,
    settings: options.live,
    logger,
    now,
  });
  const { server, handler } = await createHttp({
    path,
    streams: live.httpStreams.handler,
    planner,
    viewers,
    origins,
    limits,
    contextFor,
    isReady: () => allAnswer(transports, signer),
    isSchemaOpen: options.mode === 'embedded',
    showError: publicError,
    logger,
  });
  return {
    app: handler,
    attach: live.sockets.attach,
    async stop() {
      await live.stop();
      viewers.stop();
      await server.stop();
      await Promise.all(Object.values(transports).map((transport) => transport.close()));
    },
  };
}

async function allAnswer(transports: RouterOptions['transports'], signer: ViewerSigner): Promise<boolean> {
  const viewerToken = await signer.sign(anonymous);
  const asked = Object.values(transports).map(async (transport) => {
    const { data } = await transport.send({ query: '{ __typename }', viewerToken, traceId: newTraceId() });
    return data?.__typename === 'Query';
  });
  return Promise.all(asked).then(
    (answers) => answers.every(Boolean),
    () => false,
  );
}
