import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { forbidden } from '@atelier/service-kit/errors';
import type { Logger } from '@atelier/service-kit/log';
import { readTraceparent, TRACEPARENT_HEADER } from '@atelier/service-kit/tracing';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { type FormattedExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import { answerText, headOf } from './answer.ts';
import type { ShowError } from './errors.ts';
import { AnswerData } from './gateway.ts';
import { documentReader } from './http-document.ts';
import { type AddressOf, clientOf, credentialsOf, isForeign, MAX_BODY_BYTES, unreadable } from './http-request.ts';
import { createLane, type Lane } from './lane.ts';
import { membersOnly } from './members-only.ts';
import { type Sights, watchRequests } from './observe/requests.ts';
import type { Observation } from './observe/sight.ts';
import type { OriginGuard } from './origin.ts';
import type { Pipeline } from './pipeline.ts';
import type { PlanContext, Planner } from './plan.ts';
import type { Client } from './protect/guard.ts';
import type { Intake } from './protect/intake.ts';
import type { DocumentLimits } from './protect/limits.ts';
import { traceId, traceIdOf, withTrace } from './trace.ts';
import type { ResolvedViewer, Viewers } from './viewer.ts';

/** GraphQL over HTTP: Apollo Server over the planner. */
export interface Http {
  server: ApolloServer<PlanContext>;
  /** Serves the path and `/health/*`; passes on everything else. */
  handler: Handler;
  /** The plain case of the path alone, for whoever has it stand before everything else. */
  lane: Lane;
}

/** A handler of plain HTTP, alone or before others. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void;

export interface HttpOptions {
  path: string;
  planner: Planner;
  viewers: Pick<Viewers, 'resolve'>;
  /** Whose pages may send cookies along; null where cookies mean nothing. Without cookies, a plain GET may ask, too. */
  origins: OriginGuard | null;
  limits: DocumentLimits;
  /** Makes the context of one operation. */
  contextFor(viewer: ResolvedViewer, traceId: string, signal: AbortSignal, client: Client): PlanContext;
  /** Whether everything that is needed answers. */
  isReady(): Promise<boolean>;
  /** Whether strangers may read the schema. */
  isSchemaOpen: boolean;
  intake: Intake;
  pipeline: Pipeline;
  addressOf: AddressOf;
  /** Whether browsers come by https. */
  isSecure: boolean;
  /** Pages that are shown to people who are signed in; others are sent to sign in, and back. */
  membersOnly?: readonly string[];
  /** Takes the requests whose answers stay open, and passes on the rest. */
  streams?: RequestHandler;
  /** What a client sees of a failure. */
  showError: ShowError;
  /** Sees operations, where somebody looks. */
  observation?: Observation | null | undefined;
  logger: Logger;
}

export async function createHttp(options: HttpOptions): Promise<Http> {
  const { planner, origins, addressOf, showError, logger } = options;
  const server = new ApolloServer<PlanContext>({
    gateway: planner.gateway,
    introspection: true,
    csrfPrevention: origins !== null,
    parseOptions: { maxTokens: options.limits.tokens },
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: !options.isSchemaOpen,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    stringifyResult: textOf,
    formatError: (formatted, error) => showError(error instanceof Error ? error : formatted, traceId(), logger),
    logger: { debug: () => {}, info: () => {}, warn: (text) => logger.warn(text), error: (text) => logger.error(text) },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      lanePlugin(),
    ],
  });
  await server.start();

  // Not in the context: a failure there is Apollo Server's to word, and always a 500.
  const known = new WeakMap<IncomingMessage, ResolvedViewer>();
  const sights = watchRequests(options.observation ?? null);
  const identify: RequestHandler = async (request, _response, next) => {
    const viewer = await options.viewers.resolve(credentialsOf(request, addressOf(request)));
    known.set(request, viewer);
    sights.note(request, { viewer: viewer.viewer });
    next();
  };
  const viewerOf = (request: IncomingMessage): ResolvedViewer => {
    const viewer = known.get(request);
    if (!viewer) throw new Error('the viewer is resolved before it is asked for');
    return viewer;
  };
  const read = new WeakSet<IncomingMessage>();
  const app = express();
  app.disable('x-powered-by');
  app.get('/health/live', (_request, response) => void response.json({ status: 'alive' }));
  app.get('/health/ready', async (_request, response) => {
    const isReady = await options.isReady();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  if (options.membersOnly) app.get([...options.membersOnly], membersOnly(options.viewers, addressOf));
  app.all(
    options.path,
    trace,
    sights.begin,
    ...(origins ? [refuseForeign(origins)] : []),
    express.json({ limit: MAX_BODY_BYTES }),
    identify,
    documentReader({ intake: options.intake, viewerOf, addressOf, isRead: (request) => read.has(request) }),
    ...(options.streams ? [options.streams] : []),
    expressMiddleware(server, {
      context: async ({ req, res }) => {
        const context = options.contextFor(viewerOf(req), traceId(), goneSignal(res), clientOf(req, addressOf(req)));
        context.sight = sights.of(req);
        return context;
      },
    }),
    onError(showError, sights, logger),
  );
  const lane = createLane({ ...options, onRead: (request) => void read.add(request) });
  return {
    server,
    lane,
    handler(request, response, next) {
      // Without a `next`, Express answers what nobody serves with 404.
      const rest: RequestListener | ((...of: [IncomingMessage, ServerResponse, unknown]) => void) = app;
      lane(request, response, () => rest(request, response, next));
    },
  };
}

/** Gives every request a trace id, in its answer too; what is private stays out of every cache. */
const trace: RequestHandler = (request, response, next) => {
  const id = traceIdOf(readTraceparent(request.get(TRACEPARENT_HEADER)));
  response.setHeader('x-trace-id', id);
  response.setHeader('cache-control', 'private, no-store');
  withTrace(id, next);
};

/** Aborted when the client goes before it has its answer. */
function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** A browser sends its cookies along with other people's pages: those are refused by what the browser says of itself. */
function refuseForeign(origins: OriginGuard): RequestHandler {
  return (request, _response, next) => {
    if (isForeign(origins, request)) next(forbidden('Requests from other sites are refused.'));
    else next();
  };
}

/** Everything that failed before Apollo Server had it: a body that is too long or no JSON, a foreign page. */
function onError(showError: ShowError, sights: Sights, logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : null;
    const isBodyError = status !== null && status >= 400 && status < 500;
    const tooLong = new GraphQLError(`A request has at most ${MAX_BODY_BYTES / 1024} kB.`, { extensions: { code: 'BAD_USER_INPUT' } });
    const shown = showError(status === 413 ? tooLong : isBodyError ? unreadable() : error, traceId(), logger);
    const head = headOf(error, shown.extensions?.code);
    sights.note(request, { errors: [shown] });
    response
      .status(isBodyError ? status : head.status)
      .set(head.headers)
      .json({ errors: [shown] });
  };
}

/** An answer as text; what the engine wrote is text already. */
function textOf(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  if (!(data instanceof AnswerData)) return `${JSON.stringify(result)}\n`;
  return answerText(data.text, result.errors ?? [], result.extensions);
}

/** What Apollo Server asks on the way of an operation that the pipeline then runs. */
function lanePlugin(): ApolloServerPlugin<PlanContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          const { sight } = contextValue;
          if (sight && operation) sight.operation = { name: operation.name?.value, kind: operation.operation };
          if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
          throw new GraphQLError(
            'A subscription is served over WebSocket (graphql-transport-ws), or with Accept: text/event-stream or multipart/mixed;subscriptionSpec=1.0.',
            { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
          );
        },
        async willSendResponse({ response, contextValue, source }) {
          const { sight } = contextValue;
          if (sight) {
            sight.query = source ?? null;
            sight.errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          }
          for (const [name, value] of Object.entries(contextValue.answer?.headers ?? {})) response.http.headers.set(name, value);
        },
      };
    },
  };
}
