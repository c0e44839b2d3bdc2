import type { IncomingMessage } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { forbidden, unauthenticated } from '@atelier/service-kit/errors';
import type { Logger } from '@atelier/service-kit/log';
import type { Credentials } from '@atelier/service-kit/viewer-source';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { type FormattedExecutionResult, GraphQLError, OperationTypeNode, visit } from 'graphql';
import { type ShowError, statusOf } from './errors.ts';
import { AnswerData } from './gateway.ts';
import type { Limits } from './limits.ts';
import type { OriginGuard } from './origin.ts';
import type { PlanContext, Planner } from './plan.ts';
import { newTraceId, traceId, withTrace } from './trace.ts';
import type { ResolvedViewer, Viewers } from './viewer.ts';

/** The header that says in which studio the client acts, by its slug. */
export const STUDIO_HEADER = 'x-atelier-studio';
/** `contact` asks for the client's view in a browser that also holds a person's session. */
export const AS_HEADER = 'x-atelier-as';
const maxBodyBytes = 256 * 1024;

/** GraphQL over HTTP: Apollo Server over the planner. */
export interface Http {
  server: ApolloServer<PlanContext>;
  handler: express.Express;
}

export interface HttpOptions {
  path: string;
  planner: Planner;
  viewers: Pick<Viewers, 'resolve'>;
  /** Whose pages may send cookies along; null where cookies mean nothing. Without cookies, a plain GET may ask, too. */
  origins: OriginGuard | null;
  limits: Limits;
  /** Makes the context of one operation. */
  contextFor(viewer: ResolvedViewer, traceId: string): PlanContext;
  /** Whether everything that is needed answers. */
  isReady(): Promise<boolean>;
  /** Whether strangers may read the schema. */
  isSchemaOpen: boolean;
  /** Takes the requests whose answers stay open, and passes on the rest. */
  streams?: RequestHandler;
  /** What a client sees of a failure. */
  showError: ShowError;
  logger: Logger;
}

export async function createHttp(options: HttpOptions): Promise<Http> {
  const { planner, origins, showError, logger } = options;
  const server = new ApolloServer<PlanContext>({
    gateway: planner.gateway,
    introspection: true,
    csrfPrevention: origins !== null,
    validationRules: [...options.limits.rules],
    parseOptions: { maxTokens: options.limits.maxTokens },
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
      guards(options.isSchemaOpen),
    ],
  });
  await server.start();

  // Not in the context: a failure there is Apollo Server's to word, and always a 500.
  const known = new WeakMap<IncomingMessage, ResolvedViewer>();
  const identify: RequestHandler = async (request, _response, next) => {
    known.set(request, await options.viewers.resolve(credentialsOf(request)));
    next();
  };
  const app = express();
  app.disable('x-powered-by');
  app.get('/health/live', (_request, response) => void response.json({ status: 'alive' }));
  app.get('/health/ready', async (_request, response) => {
    const isReady = await options.isReady();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  app.all(
    options.path,
    trace,
    ...(origins ? [refuseForeign(origins)] : []),
    express.json({ limit: maxBodyBytes }),
    identify,
    ...(options.streams ? [options.streams] : []),
    expressMiddleware(server, {
      context: async ({ req }) => {
        const viewer = known.get(req);
        if (!viewer) throw new Error('the viewer is resolved before Apollo Server is asked');
        return options.contextFor(viewer, traceId());
      },
    }),
    onError(showError, logger),
  );
  return { server, handler: app };
}

/** Gives every request a trace id, in its answer too; what is private stays out of every cache. */
const trace: RequestHandler = (_request, response, next) => {
  const id = newTraceId();
  response.setHeader('x-trace-id', id);
  response.setHeader('cache-control', 'private, no-store');
  withTrace(id, next);
};

/** A browser sends its cookies along with other people's pages: those are refused by what the browser says of itself. */
function refuseForeign(origins: OriginGuard): RequestHandler {
  return (request, _response, next) => {
    const { origin, host, cookie } = request.headers;
    const isCrossSite = request.headers['sec-fetch-site'] === 'cross-site';
    if (cookie !== undefined && (isCrossSite || !origins.allows(origin, host))) next(forbidden('Requests from other sites are refused.'));
    else next();
  };
}

/** Everything that failed before Apollo Server had it: a body that is too long or no JSON, a foreign page. */
function onError(showError: ShowError, logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : null;
    const isBodyError = status !== null && status >= 400 && status < 500;
    const message =
      status === 413 ? `A request has at most ${maxBodyBytes / 1024} kB.` : 'The body of the request cannot be read: send JSON.';
    const shown = showError(isBodyError ? new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } }) : error, traceId(), logger);
    response.status(isBodyError ? status : statusOf(String(shown.extensions?.code))).json({ errors: [shown] });
  };
}

/** What a request says of who sends it. */
export function credentialsOf(request: express.Request): Credentials {
  return {
    cookieHeader: request.headers.cookie ?? null,
    authorization: request.headers.authorization ?? null,
    studioSlug: request.get(STUDIO_HEADER) ?? null,
    address: request.ip ?? null,
    userAgent: request.get('user-agent') ?? null,
    as: request.get(AS_HEADER) === 'contact' ? 'contact' : null,
  };
}

/** An answer as text; what the engine wrote is text already. */
function textOf(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  if (!(data instanceof AnswerData)) return `${JSON.stringify(result)}\n`;
  const { data: _, ...rest } = result;
  const others = JSON.stringify(rest);
  return `{"data":${data.text}${others === '{}' ? '' : `,${others.slice(1, -1)}`}}\n`;
}

function guards(isSchemaOpen: boolean): ApolloServerPlugin<PlanContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue, document }) {
          if (operation?.operation === OperationTypeNode.SUBSCRIPTION) {
            throw new GraphQLError(
              'A subscription is served over WebSocket (graphql-transport-ws), or with Accept: text/event-stream or multipart/mixed;subscriptionSpec=1.0.',
              {
                extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
              },
            );
          }
          const asksForSchema = !isSchemaOpen && contextValue.viewer.viewer.kind === 'anonymous' && selectsSchema(document);
          if (asksForSchema) throw coded(unauthenticated(), 401);
        },
        async willSendResponse({ response }) {
          // The gateway tells here, and only here, where a null took its parent along; that is for operators, not clients.
          if (response.body?.kind === 'single') delete response.body.singleResult.extensions;
        },
      };
    },
  };
}

const coded = (error: { message: string; code: string }, status: number) =>
  new GraphQLError(error.message, { extensions: { code: error.code, http: { status } } });

function selectsSchema(document: Parameters<typeof visit>[0]): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') found = true;
    },
  });
  return found;
}
