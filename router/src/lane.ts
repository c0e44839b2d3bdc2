import type { IncomingMessage, ServerResponse } from 'node:http';
import { forbidden } from '@atelier/service-kit/errors';
import type { Logger } from '@atelier/service-kit/log';
import { readTraceparent, TRACEPARENT_HEADER } from '@atelier/service-kit/tracing';
import { answerText, headOf } from './answer.ts';
import type { ShowError } from './errors.ts';
import { isObject, type JsonObject } from './execute/types.ts';
import { askedByBody, withoutHash } from './http-document.ts';
import { clientOf, credentialsOf, isForeign, MAX_BODY_BYTES, unreadable } from './http-request.ts';
import type { Observation } from './observe/sight.ts';
import { isSubscription } from './operations.ts';
import type { OriginGuard } from './origin.ts';
import type { Pipeline } from './pipeline.ts';
import type { PlanContext } from './plan.ts';
import type { Client } from './protect/guard.ts';
import type { AskedDocument, Intake } from './protect/intake.ts';
import { traceIdOf } from './trace.ts';
import type { ResolvedViewer, Viewers } from './viewer.ts';

/** A handler of plain HTTP that passes on what is not for it. A body that it has read stands in `request.body`. */
export type Lane = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface LaneOptions {
  path: string;
  viewers: Pick<Viewers, 'resolve'>;
  origins: OriginGuard | null;
  intake: Intake;
  pipeline: Pipeline;
  contextFor(viewer: ResolvedViewer, traceId: string, signal: AbortSignal, client: Client): PlanContext;
  addressOf(request: IncomingMessage): string | null;
  /** Told of requests that are passed on after their documents were read. */
  onRead(request: IncomingMessage): void;
  /** Whether browsers come by https: then they are told to come no other way (RFC 6797). */
  isSecure: boolean;
  showError: ShowError;
  /** Sees operations, where somebody looks. */
  observation?: Observation | null | undefined;
  logger: Logger;
}

interface Body extends AskedDocument {
  variables: JsonObject;
}

const json = /^application\/json(?:; ?charset=utf-8)?$/i;

/**
 * Answers the plain case, a POST of JSON with a document that holds, without Apollo Server's and Express's work a request. Everything
 * else, whatever is wrong with it, is theirs; who may what is decided by the same viewers, operations and pipeline.
 */
export function createLane(options: LaneOptions): Lane {
  const { path, origins, intake, pipeline, showError, observation, logger } = options;

  return (request, response, next) => {
    // Somebody in front has read it already, and passed it on.
    const type = request.readableEnded ? null : answerType(request, path);
    if (type === null) return next();
    readText(request)
      .then((text) => answer(request, response, next, type, text))
      .catch((error: unknown) => {
        // The connection broke while the request was read, or we did: there is nobody, or nothing, to answer.
        logger.debug({ err: error }, 'a request without an answer');
        response.destroy();
      });
  };

  async function answer(request: IncomingMessage, response: ServerResponse, next: () => void, type: string, text: string): Promise<void> {
    const parent = readTraceparent(oneOf(request.headers[TRACEPARENT_HEADER]));
    const traceId = traceIdOf(parent);
    const sight = observation?.begin('http', traceId, parent);
    const send = (status: number, body: string, headers?: Readonly<Record<string, string>>) => {
      response.writeHead(status, {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        'cache-control': 'private, no-store',
        'x-trace-id': traceId,
        ...(options.isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
        ...headers,
      });
      response.end(body);
    };
    const refuse = (error: unknown) => {
      const shown = showError(error, traceId, logger);
      const { status, headers } = headOf(error, shown.extensions?.code);
      send(status, answerText(null, [shown]), headers);
      sight?.over([shown], status);
    };

    const given = parsed(text);
    if (given === undefined) return refuse(unreadable());
    const body = asBody(given);
    // Those behind find it where a parser of bodies would have put it.
    const passOn = (read: unknown) => {
      Object.assign(request, { body: read });
      next();
    };
    if (!body) return passOn(given);
    if (origins && isForeign(origins, request)) return refuse(forbidden('Requests from other sites are refused.'));
    try {
      const address = options.addressOf(request);
      const viewer = await options.viewers.resolve(credentialsOf(request, address));
      const client = clientOf(request, address);
      if (sight) sight.viewer = viewer.viewer;
      const { query, result } = await intake.read(body, { ...client, viewer: viewer.viewer });
      if (sight) sight.query = query;
      if (!('prepared' in result) || isSubscription(result)) {
        const [error] = 'prepared' in result ? [] : result;
        if (error?.extensions.http) throw error;
        options.onRead(request);
        return passOn(withoutHash(given, query));
      }
      const context = options.contextFor(viewer, traceId, goneOf(response), client);
      if (sight) {
        sight.operation = result;
        context.sight = sight;
      }
      const { data, errors, extensions, headers } = await pipeline.run({ operation: result, variables: body.variables, context });
      const shown = errors.length === 0 ? [] : errors.map((error) => showError(error, traceId, logger));
      const status = data === null ? headOf(errors[0], shown[0]?.extensions?.code).status : 200;
      send(status, answerText(data, shown, extensions), headers);
      sight?.over(shown, status);
    } catch (error) {
      refuse(error);
    }
  }
}

/** The content type of the answer; null for a request that is not the plain case. */
function answerType({ method, url, headers }: IncomingMessage, path: string): string | null {
  if (method !== 'POST' || url !== path || !json.test(headers['content-type'] ?? '')) return null;
  if (headers['content-encoding'] !== undefined || headers.expect !== undefined) return null;
  const length = Number(headers['content-length']);
  if (!(length > 0 && length <= MAX_BODY_BYTES)) return null;
  // As Apollo's client says that it takes either, and the first rather.
  const accept = (headers.accept ?? '*/*').replace(/^(application\/graphql-response\+json), ?application\/json;q=0\.9$/, '$1');
  if (/;\s*q=|multipart|event-stream/i.test(accept)) return null;
  if (accept.includes('application/graphql-response+json')) return 'application/graphql-response+json; charset=utf-8';
  return /application\/json|application\/\*|\*\/\*/.test(accept) ? 'application/json; charset=utf-8' : null;
}

const oneOf = (header: string | string[] | undefined) => (typeof header === 'string' ? header : undefined);

/** Listens itself: an iterator over the request costs as much as reading the query. */
function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.once('end', () => resolve((chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString('utf8')));
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(new Error('The connection broke while the request was read.'));
    });
  });
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Null for what is no plain request of one operation. */
function asBody(body: unknown): Body | null {
  const asked = askedByBody(body);
  if (!asked || asked.query === '' || !isObject(body)) return null;
  const { operationName = null, variables = null, extensions = null } = body;
  if (operationName === '' || (variables !== null && !isObject(variables))) return null;
  if (extensions !== null && !isObject(extensions)) return null;
  return { ...asked, variables: variables ?? {} };
}

/** Aborted when the client goes before its answer. */
function goneOf(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
