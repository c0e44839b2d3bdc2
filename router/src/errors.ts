import { AppError, type ErrorCode } from '@atelier/service-kit/errors';
import type { Logger } from '@atelier/service-kit/log';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes that may leave the house as they are. */
export const contractCodes = new Set<string>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'COST_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] satisfies ErrorCode[]);
/** What clients of persisted documents look for by name. */
export const protocolCodes = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);
/** How GraphQL and Apollo Server name a request that nobody can answer. Their messages speak of the client's own document. */
const badRequestCodes = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST']);

const internalMessage = 'Something went wrong on our side. Nothing was lost; try again, and name the trace id when you write to us.';
const unavailableMessage = 'A part of Atelier does not answer. Nothing was lost; try again in a moment.';

/** Turns a failure into what a client sees of it, and logs what nobody expected. */
export type ShowError = (error: unknown, traceId: string, logger: Logger) => GraphQLFormattedError;

/**
 * The one place where a failure becomes what a client sees: a code of the contract, a message that names no host, table or
 * subgraph, and the trace id. What was not expected is logged and shown as INTERNAL.
 */
export function publicError(error: unknown, traceId: string, logger: Logger): GraphQLFormattedError {
  const graphql = error instanceof GraphQLError || isFormatted(error) ? error : null;
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const app = cause instanceof AppError ? cause : null;
  const code = app?.code ?? publicCode(graphql?.extensions?.code);
  const path = graphql?.path ? { path: graphql.path } : {};
  if (code === null) logger.error({ err: cause, traceId, path: graphql?.path }, 'unexpected failure');
  if (code === null || code === 'INTERNAL') return { message: internalMessage, ...path, extensions: { code: 'INTERNAL', traceId } };
  if (code === 'UNAVAILABLE') return { message: unavailableMessage, ...path, extensions: { code, traceId } };
  const isOfDocument = badRequestCodes.has(String(graphql?.extensions?.code));
  const locations = isOfDocument && graphql?.locations ? { locations: graphql.locations } : {};
  const field = app?.path ?? graphql?.extensions?.field;
  return {
    message: app?.message ?? graphql?.message ?? internalMessage,
    ...locations,
    ...path,
    extensions: { code, traceId, ...(field ? { field } : {}), ...retryOf(graphql) },
  };
}

/** When to come again, for clients that see no headers. */
function retryOf(error: { extensions?: Record<string, unknown> } | null): { retryAfterSeconds?: number } {
  const seconds = error?.extensions?.retryAfterSeconds;
  return typeof seconds === 'number' ? { retryAfterSeconds: seconds } : {};
}

/** What a gateway adds to the errors of others and what a careless subgraph says of its inside. */
const notForClients = new Set(['serviceName', 'exception', 'stacktrace']);

/**
 * Errors over a supergraph that is not ours: what the subgraph said, with its path and extensions. Which subgraph it was, stacks, and
 * the words of what broke on our side stay inside.
 */
export const foreignError: ShowError = (error, traceId, logger) => {
  const graphql = error instanceof GraphQLError ? error.toJSON() : isFormatted(error) ? error : null;
  const cause = error instanceof GraphQLError ? error.originalError : null;
  if (!graphql || (cause instanceof Error && !(cause instanceof GraphQLError))) {
    logger.error({ err: cause ?? error, traceId }, 'unexpected failure');
    return {
      message: 'Internal server error',
      ...(graphql?.path ? { path: graphql.path } : {}),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  }
  const { message, locations, path, extensions = {} } = graphql;
  return {
    message,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: Object.fromEntries(Object.entries(extensions).filter(([name]) => !notForClients.has(name))),
  };
};

/** The HTTP status of an answer that has no data, by its code. */
export function statusOf(code: string): number {
  const statuses: Record<string, number> = {
    UNAUTHENTICATED: 401,
    FORBIDDEN: 403,
    NOT_FOUND: 404,
    CONFLICT: 409,
    RATE_LIMITED: 429,
    UNAVAILABLE: 503,
    INTERNAL: 500,
  };
  return statuses[code] ?? 400;
}

function publicCode(code: unknown): string | null {
  if (typeof code !== 'string') return null;
  if (contractCodes.has(code) || protocolCodes.has(code)) return code;
  return badRequestCodes.has(code) ? 'BAD_USER_INPUT' : null;
}

function isFormatted(error: unknown): error is GraphQLFormattedError {
  return typeof error === 'object' && error !== null && !(error instanceof Error) && 'message' in error;
}
