import type { ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { AppError, forbidden, unavailable } from '@atelier/service-kit/errors';
import type { Logger } from '@atelier/service-kit/log';
import type { Request, RequestHandler } from 'express';
import { OperationTypeNode } from 'graphql';
import { publicError } from './errors.ts';
import { isObject } from './execute/types.ts';
import { type AddressOf, clientOf, credentialsOf } from './http-request.ts';
import { type Census, payerOf } from './live/census.ts';
import type { LiveCounts } from './live/counts.ts';
import { eventStream, multipart, type Writer } from './live/http-writers.ts';
import type { Message } from './live/message.ts';
import type { Sessions } from './live/sessions.ts';
import type { LiveSettings } from './live/settings.ts';
import type { Asked, Starter } from './live/start.ts';
import { isSubscription, type Operations } from './operations.ts';
import type { OriginGuard } from './origin.ts';
import { traceId } from './trace.ts';

/** Answers that stay open over HTTP: event streams (graphql-sse) and multipart answers (Apollo's subscriptionSpec=1.0). */
export interface HttpStreams {
  /** Takes what its `Accept` asks to be streamed and passes the rest on. Mount it behind the JSON parser and the guards of origin. */
  handler: RequestHandler;
  /** Takes no more, lets queries and mutations finish, and ends all streams, spread over `drainMs`, so that clients come again. */
  stop(): Promise<void>;
}

interface Open {
  response: ServerResponse;
  isStream: boolean;
  end(): void;
}

export function createHttpStreams(options: {
  sessions: Sessions;
  starter: Starter;
  operations: Operations;
  census: Census;
  settings: LiveSettings;
  logger: Logger;
  /** What a request says of who sends it. */
  addressOf: AddressOf;
  origins: OriginGuard;
  counts: LiveCounts;
}): HttpStreams {
  const { sessions, starter, operations, census, settings, counts, logger } = options;
  const open = new Set<Open>();
  let isDraining = false;

  const handler: RequestHandler = async (request, response, next) => {
    const write = writerFor(request.headers.accept);
    const asked = askedBy(request);
    if (!write || !asked) return next();
    const read = operations.read(asked.query, asked.operationName);
    const kind = 'prepared' in read ? read.kind : null;
    // Multipart is for subscriptions; what else comes with that Accept is answered as JSON.
    if (write === multipart && !('prepared' in read && isSubscription(read))) return next();
    if (isDraining) {
      response.set('retry-after', '1');
      throw unavailable('This server');
    }
    if (request.method === 'GET') {
      if (kind === OperationTypeNode.MUTATION)
        return void response.status(405).set('allow', 'POST').json(coded('BAD_USER_INPUT', 'A mutation is sent by POST.'));
      if (!isOwnPage(request, options.origins)) throw forbidden('Requests from other sites are refused.');
    }
    // Gone while we asked who it is: nobody would say that it has left.
    if (response.destroyed) return;
    const address = `address ${options.addressOf(request) ?? ''}`;
    if (!census.enter(address, settings.connectionsPerAddress)) throw tooMany(response);
    response.once('close', () => census.leave(address));
    await begin(write, asked, request, response);
  };

  async function begin(write: Writer, asked: Asked, request: Request, response: ServerResponse): Promise<void> {
    const answer = write(response, logger);
    const { session, release } = await sessions.open(credentialsOf(request, options.addressOf(request)), (why) => {
      const error = why === 'revoked' ? new AppError('UNAUTHENTICATED', 'Sign in again.') : unavailable('Sign-in');
      answer.sink.end([publicError(error, traceId(), logger)]);
    });
    response.once('close', release);
    if (response.destroyed) return release();
    const payer = payerOf(session.viewer.viewer);
    if (session.viewer.viewer.kind !== 'anonymous') {
      if (!census.enter(payer, settings.connectionsPerViewer)) throw tooMany(response);
      response.once('close', () => census.leave(payer));
    }
    const protocol = write === multipart ? 'multipart' : 'sse';
    const count = counts[protocol];
    const next = (message: Message) => {
      count.sent += 1;
      answer.sink.next(message);
    };
    const started = starter.start(
      { ...asked, client: clientOf(request, request.ip ?? null), isRead: true },
      session,
      { ...answer.sink, next },
      protocol,
    );
    const beat = setInterval(answer.beat, settings.heartbeatMs);
    beat.unref();
    const entry: Open = { response, isStream: started.isStream, end: answer.leave };
    open.add(entry);
    count.open += 1;
    response.once('close', () => {
      open.delete(entry);
      count.open -= 1;
      clearInterval(beat);
      started.stop();
    });
  }

  return {
    handler,
    async stop() {
      isDraining = true;
      await Promise.all(
        [...open].map(async ({ response, isStream, end }) => {
          const closed = new Promise<void>((resolve) => (response.closed ? resolve() : response.once('close', () => resolve())));
          await Promise.race([
            closed,
            after(isStream ? Math.random() * settings.drainMs : settings.drainWaitMs, undefined, { ref: false }),
          ]);
          end();
          await Promise.race([closed, after(1_000, undefined, { ref: false })]);
          response.destroy();
        }),
      );
    },
  };
}

function tooMany(response: ServerResponse): AppError {
  response.setHeader('retry-after', '10');
  return new AppError('RATE_LIMITED', 'Too many connections are open: close some.');
}

/**
 * A GET with cookies can be made by any page, and an EventSource cannot add a header that would need leave. What browsers say of the
 * sender is believed; a request that says nothing is refused, unless a header stands there that no foreign page may add.
 */
function isOwnPage(request: Request, origins: OriginGuard): boolean {
  const { cookie, origin, host } = request.headers;
  if (cookie === undefined) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin !== undefined) return origins.allows(origin, host);
  return preflighted.some((header) => request.headers[header] !== undefined);
}
/** As Apollo Server's own guard for a GET. */
const preflighted = ['x-apollo-operation-name', 'apollo-require-preflight', 'x-atelier-studio'];
const coded = (code: string, message: string) => ({ errors: [{ message, extensions: { code, traceId: traceId() } }] });

/** Of what a client accepts, the first that we stream. */
function writerFor(accept: string | undefined): Writer | null {
  for (const each of (accept ?? '').toLowerCase().split(',')) {
    const [type, ...parameters] = each.split(';').map((part) => part.trim());
    if (type === 'text/event-stream') return eventStream;
    const spec = parameters.find((parameter) => parameter.startsWith('subscriptionspec='))?.slice('subscriptionspec='.length);
    if (type === 'multipart/mixed' && spec?.replaceAll('"', '') === '1.0') return multipart;
  }
  return null;
}

/** What a request asks; null for what is not GraphQL over HTTP, which is Apollo Server's to refuse. */
function askedBy(request: Request): Asked | null {
  if (request.method === 'GET') {
    const { query, variables, operationName } = request.query;
    if (typeof query !== 'string') return null;
    const read = typeof variables === 'string' ? parseObject(variables) : {};
    return read && { query, variables: read, operationName: typeof operationName === 'string' ? operationName : undefined };
  }
  if (request.method !== 'POST' || !request.is('application/json')) return null;
  const body: unknown = request.body;
  if (!isObject(body) || typeof body.query !== 'string') return null;
  const { query, variables = null, operationName } = body;
  if (variables !== null && !isObject(variables)) return null;
  return { query, variables: variables ?? {}, operationName: typeof operationName === 'string' ? operationName : undefined };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
