import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Span } from '@opentelemetry/api';
import type { GraphQLSchema } from 'graphql';
import { type Activity, createActivity, type LiveBus, type LiveEvent, RELAY_TASK, type SubjectRef } from './activity.ts';
import { createReadiness } from './database/readiness.ts';
import { createDatabase, type Database, type Session, type Transaction } from './database.ts';
import { erasureHandlers } from './erasure.ts';
import { createExecutor, type RequestInfo, type ResolverMap } from './executor.ts';
import { createExporter, type ExportSource, type ExportView } from './export.ts';
import { createJobs, type Schedule, type TaskHandler } from './jobs.ts';
import type { Logger } from './log.ts';
import type { DomainEvent, Peer, Peers } from './peers.ts';
import type { PersonalData } from './personal-data.ts';
import { deliverSent, SEND_EVENT_TASK } from './send-event.ts';
import type { Tracing } from './tracing.ts';
import { type Versions, versionScope } from './versions.ts';
import { studioOf, userIdOf, type Viewer, type ViewerSigner, type ViewerVerifier } from './viewer.ts';

/** What a process gives to each subgraph that it runs. */
export interface Runtime {
  /** Connection string of the subgraph's own login role. */
  databaseUrl: string;
  verifier: ViewerVerifier;
  /** Signs the viewers under which the subgraph asks others on its own behalf. */
  signer: ViewerSigner;
  bus: LiveBus;
  /** Told of every change, for whoever keeps answers. */
  versions: Versions;
  peers: Peers;
  logger: Logger;
  /** Where traces go; null or left out where they go nowhere. */
  tracing?: Tracing | null | undefined;
  now(): Date;
  /** The environment, read by the subgraph's `env.ts` only. */
  env: Readonly<Record<string, string | undefined>>;
  /** Where browsers reach Atelier, without a slash at the end. */
  publicUrl: string;
  /** Where the subgraph may keep files; null in the fleet. */
  dataDir: string | null;
  /** Tells installations in one browser apart: part of cookies' names. */
  installationId: string;
  /** All in one process on loopback, or a deployment each. */
  mode: 'embedded' | 'fleet';
}

/** A handler of plain HTTP; calls `next` when the path is not its own. */
export type RouteHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A running domain, called in this process or behind HTTP. */
export interface Subgraph extends Peer {
  readonly schema: GraphQLSchema;
  /** Starts what runs by itself: the job runner, and the sweep of what has yet to be told. */
  start(): Promise<void>;
  /** Whether its database answers; known for a second. */
  isReady(): Promise<boolean>;
  /** Ends jobs and connections; what is under way is finished first. */
  stop(): Promise<void>;
  /** What a subject's subscribers missed after a version, or `resync`; who may ask is checked by the caller. */
  changes(studioId: string, subject: SubjectRef, afterVersion: number): Promise<LiveEvent[] | 'resync'>;
  /** Counted since the start: transactions begun and statements sent. */
  stats(): { begins: number; statements: number };
  /** Plain HTTP beside GraphQL, by path prefix. */
  readonly routes: Readonly<Record<string, RouteHandler>>;
}

/** Every `subgraphs/<name>/src/subgraph.ts` exports one as `createSubgraph`. */
export type SubgraphFactory = (runtime: Runtime) => Subgraph;

/** What the kit makes for a subgraph. */
export interface Kit {
  runtime: Runtime;
  database: Database;
  activity: Activity;
  /** A token under which the subgraph asks others on its own behalf. */
  serviceToken(studioId: string | null): Promise<string>;
}

/** What one request works with; nothing of it outlives the request. */
export interface RequestScope extends RequestInfo {
  /** Reads of this request, in waves. */
  reads: Session;
}

/** What makes a subgraph itself; everything else is the same for all. */
export interface SubgraphParts<Context> {
  /** The folder's name, the schema's name in PostgreSQL and the source of its events. */
  name: string;
  /** The subgraph's folder. */
  directory: string;
  resolvers: ResolverMap;
  /** What its tables hold of people, and what becomes of that when they go: `src/personal-data.ts`. */
  personalData: PersonalData;
  /** Its rows show in other studios than their own too (a person's name does): a change anywhere counts as one everywhere. */
  crossesStudios?: boolean;
  /** Services and loaders of one request. */
  context(request: RequestScope, kit: Kit): Context;
  /**
   * What it does on other domains' events. Runs once an event, in the transaction that notes it; the scope is the event's studio.
   * A throw leaves no trace, and the event comes again.
   */
  handlers?: Readonly<Record<string, (event: DomainEvent, tx: Transaction, kit: Kit) => Promise<void>>>;
  jobs?: (kit: Kit) => Record<string, TaskHandler>;
  schedules?: readonly Schedule[];
  routes?: (kit: Kit) => Record<string, RouteHandler>;
  /** What an export holds beside the tables of its schema: those of a second one, and views. */
  exports?: { sources?: readonly ExportSource[]; views?: Readonly<Record<string, ExportView>> };
}

/** The database scope of a viewer: their studio's rows, and their own. */
export const scopeOf = (viewer: Viewer) => ({ studioId: studioOf(viewer), userId: userIdOf(viewer) });

/** Makes a subgraph from what is its own. */
export function defineSubgraph<Context>(runtime: Runtime, parts: SubgraphParts<Context>): Subgraph {
  const { logger } = runtime;
  const plain = createDatabase({ url: runtime.databaseUrl, schema: parts.name, logger });
  const database: Database = {
    ...plain,
    transaction(scope, work) {
      const studioId = parts.crossesStudios ? null : scope.studioId;
      return runtime.versions.change([versionScope(parts.name, studioId)], () => plain.transaction(scope, work));
    },
  };
  // What it notes of deliveries shows in no answer.
  const background = createDatabase({ url: runtime.databaseUrl, schema: parts.name, logger, writeConnections: 1 });
  const activity = createActivity({
    schema: parts.name,
    database: plain,
    background,
    bus: runtime.bus,
    onError: (error) => logger.error({ err: error }, 'outbox'),
    deliver: (event) => runtime.peers.deliver(event),
  });
  const kit: Kit = {
    runtime,
    database,
    activity,
    serviceToken: (studioId) => runtime.signer.sign({ kind: 'service', service: parts.name, studioId }),
  };
  const executor = createExecutor<Context>({
    name: parts.name,
    directory: parts.directory,
    resolvers: parts.resolvers,
    verifier: runtime.verifier,
    logger,
    tracing: runtime.tracing?.service(parts.name),
    context(request) {
      const reads = database.reads(scopeOf(request.viewer));
      return parts.context({ ...request, reads: request.span ? counted(reads, request.span) : reads }, kit);
    },
  });
  const jobs = createJobs({
    url: runtime.databaseUrl,
    schema: parts.name,
    tasks: { [RELAY_TASK]: activity.relay, [SEND_EVENT_TASK]: deliverSent(runtime.peers), ...parts.jobs?.(kit) },
    schedules: parts.schedules ?? [],
    logger,
  });
  const handlers: NonNullable<typeof parts.handlers> = {
    // No domain has to remember it: what belongs to a studio or a person goes with them.
    ...erasureHandlers(parts.name, parts.personalData, runtime.now),
    ...parts.handlers,
  };

  return {
    name: parts.name,
    schema: executor.schema,
    owns: executor.owns,
    subscribesTo: Object.keys(handlers),
    routes: parts.routes?.(kit) ?? {},
    execute: executor.execute,
    async deliver(event) {
      const handle = handlers[event.type];
      if (!handle) return;
      await database.transaction({ studioId: event.studioId }, (tx) => activity.once(tx, event.id, () => handle(event, tx, kit)));
    },
    ...createExporter({
      sources: [{ schema: parts.name, database }, ...(parts.exports?.sources ?? [])],
      personalData: parts.personalData,
      owns: executor.owns,
      views: parts.exports?.views,
    }),
    changes: (studioId, subject, afterVersion) => activity.replay(database.reads({ studioId }), subject, afterVersion),
    stats: () => ({ ...database.stats }),
    async start() {
      activity.start();
      await jobs.start();
    },
    isReady: createReadiness(database),
    async stop() {
      await jobs.stop();
      await activity.stop();
      await Promise.all([database.close(), background.close()]);
    },
  };
}

/** The same session; a traced request says how many statements it read with. */
function counted(reads: Session, span: Span): Session {
  let statements = 0;
  return {
    scope: reads.scope,
    run(statement, values) {
      statements += 1;
      span.setAttribute('atelier.sql.reads', statements);
      return reads.run(statement, values);
    },
  };
}
