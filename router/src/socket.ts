import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError, unauthenticated } from '@atelier/service-kit/errors';
import type { Logger } from '@atelier/service-kit/log';
import type { Credentials } from '@atelier/service-kit/viewer-source';
import { type FormattedExecutionResult, OperationTypeNode } from 'graphql';
import { type Context, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { publicError, publicGraphQLError } from './errors.ts';
import type { Documents, SocketDocument } from './live/documents.ts';
import type { Streams } from './live/streams.ts';
import type { OriginGuard } from './origin.ts';
import { newTraceId } from './trace.ts';
import { concerns, type ResolvedViewer, sameIdentity, type Viewers } from './viewer.ts';

/** Close codes beside those of the graphql-transport-ws protocol. */
export const closeCodes = {
  /** The session, key, membership or link behind the socket has ended. Sign in before trying again. */
  revoked: 4403,
  /** The client reads more slowly than things change: reconnect with `after`. */
  tooSlow: 4413,
  /** Who the client is cannot be told just now: reconnect after a moment. */
  tryLater: 1013,
  /** This process is about to end: reconnect after a moment, with `after`. */
  restarting: 1012,
} as const;

const maxMessageBytes = 256 * 1024;
const mostOperations = 100;
const keepAliveMs = 12_000;
/** How often every socket's viewer is asked for anew, so that a session that just ran out is noticed without an event. */
const sweepMs = 60_000;

/** Runs a query or mutation that came over a socket, as HTTP would. */
export type RunOperation = (
  request: { query: string; variables: Record<string, unknown>; operationName: string | undefined },
  viewer: ResolvedViewer,
  traceId: string,
) => Promise<FormattedExecutionResult>;

interface Extra {
  socket: WebSocket;
  request: IncomingMessage;
  /** Set once the client has said who it is. */
  session?: { credentials: Credentials; viewer: ResolvedViewer };
}
type SocketContext = Context<Record<string, unknown>, Extra>;

/** GraphQL over WebSocket (graphql-transport-ws) on the HTTP server's own port. */
export interface Sockets {
  attach(server: Server): void;
  /** Closes every socket with 1012 and waits until they are gone. */
  stop(): Promise<void>;
}

export function createSockets(options: {
  path: string;
  viewers: Viewers;
  documents: Documents;
  streams: Streams;
  run: RunOperation;
  origins: OriginGuard;
  logger: Logger;
}): Sockets {
  const { viewers, documents, streams, logger, origins } = options;
  const live = new Set<Extra>();

  /** The viewer as of now; closes the socket when it is no longer who it was opened for. */
  async function currentViewer(extra: Extra): Promise<ResolvedViewer> {
    const { session } = extra;
    if (!session) throw unauthenticated();
    const now = await viewers.resolve(session.credentials);
    if (!sameIdentity(now.viewer, session.viewer.viewer)) {
      extra.socket.close(closeCodes.revoked, 'Signed out');
      throw unauthenticated();
    }
    session.viewer = now;
    return now;
  }
  /** `isRevoked`: something about the viewer has ended, so that not to know is to close. */
  const check = (extra: Extra, isRevoked: boolean) =>
    currentViewer(extra).catch((error) => {
      logger.debug({ err: error }, 'a socket has no viewer');
      if (isRevoked) extra.socket.close(closeCodes.tryLater, 'Try again later');
    });

  const server = makeServer<Record<string, unknown>, Extra>({
    async onConnect(context) {
      const credentials = credentialsOf(context.extra.request, context.connectionParams);
      try {
        const viewer = await viewers.resolve(credentials);
        if (viewer.viewer.kind === 'anonymous') return false;
        context.extra.session = { credentials, viewer };
        live.add(context.extra);
        return true;
      } catch (error) {
        logger.warn({ err: error }, 'a socket could not be opened');
        context.extra.socket.close(closeCodes.tryLater, 'Try again later');
        return false;
      }
    },
    async onSubscribe(context, _id, { query, variables, operationName }) {
      const traceId = newTraceId();
      const refuse = (errors: readonly unknown[]) => errors.map((error) => publicGraphQLError(error, traceId, logger));
      try {
        if (Object.keys(context.subscriptions).length > mostOperations) {
          return refuse([new AppError('RATE_LIMITED', `A socket carries at most ${mostOperations} operations at once.`)]);
        }
        const read = documents.read(query, operationName ?? undefined);
        if (!('document' in read)) return refuse(read);
        const operation = await open(
          context,
          read,
          { query, variables: variables ?? {}, operationName: operationName ?? undefined },
          traceId,
        );
        if (Array.isArray(operation)) return refuse(operation);
        return { schema: null as never, document: read.document, operationName, contextValue: operation };
      } catch (error) {
        return refuse([error]);
      }
    },
    execute: ({ contextValue }) => contextValue as never,
    subscribe: ({ contextValue }) => contextValue as never,
    onNext: (_context, _id, _payload, _args, result) => {
      const traceId = newTraceId();
      return result.errors
        ? { ...result, errors: result.errors.map((error) => publicError(error, traceId, logger)), extensions: undefined }
        : { data: result.data };
    },
    onError: (_context, _id, _payload, errors) => {
      const traceId = newTraceId();
      return errors.map((error) => publicError(error, traceId, logger));
    },
  });

  async function open(context: SocketContext, read: SocketDocument, request: Parameters<RunOperation>[0], traceId: string) {
    const { extra } = context;
    if (!read.live || read.operation !== OperationTypeNode.SUBSCRIPTION) return options.run(request, await currentViewer(extra), traceId);
    const bound = documents.bind(read.live, request.variables);
    if (!('args' in bound)) return [...bound];
    return streams.open({
      operation: read.live.planned,
      field: read.live.field,
      ...bound,
      viewer: () => currentViewer(extra),
      isBehind: () => extra.socket.bufferedAmount > 0,
      onTooSlow: () => {
        logger.info({ traceId }, 'a client read too slowly and was cut off');
        extra.socket.close(closeCodes.tooSlow, 'Too slow');
      },
    });
  }

  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false, handleProtocols });
  sockets.on('connection', (socket, request) => {
    const extra: Extra = { socket, request };
    socket.on('error', (error) => logger.debug({ err: error }, 'socket error'));
    const stopPinging = keepAlive(socket);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) return resolve();
            socket.send(data, (error) => (error ? reject(error) : resolve()));
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (receive) =>
          socket.on('message', (data) => {
            receive(String(data)).catch((error: unknown) => {
              logger.error({ err: error }, 'a message could not be handled');
              socket.close(4500, 'Internal server error');
            });
          }),
      },
      extra,
    );
    socket.once('close', (code, reason) => {
      stopPinging();
      live.delete(extra);
      void closed(code, String(reason));
    });
  });

  const stopListening = viewers.onRevoked((what) => {
    for (const extra of live) if (extra.session && concerns(what, extra.session.viewer.viewer)) void check(extra, true);
  });
  const sweep = setInterval(() => {
    for (const extra of live) void check(extra, false);
  }, sweepMs);
  sweep.unref();

  let attached: Server | null = null;
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== options.path) return;
    if (!origins.allows(request.headers.origin, request.headers.host)) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request));
  };

  return {
    attach(httpServer) {
      attached = httpServer;
      httpServer.on('upgrade', upgrade);
    },
    async stop() {
      attached?.off('upgrade', upgrade);
      clearInterval(sweep);
      stopListening();
      const gone = [...sockets.clients].map((socket) => goodbye(socket));
      await Promise.all(gone);
      sockets.close();
    },
  };
}

/** Closes a socket and gives it a second to agree. */
function goodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => socket.terminate(), 1_000);
    socket.once('close', () => {
      clearTimeout(late);
      resolve();
    });
    socket.close(closeCodes.restarting, 'Restarting');
  });
}

function keepAlive(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, keepAliveMs);
  return () => clearInterval(timer);
}

function credentialsOf(request: IncomingMessage, init: Record<string, unknown> | undefined): Credentials {
  const text = (value: unknown) => (typeof value === 'string' && value.length <= 4_096 ? value : null);
  return {
    cookieHeader: request.headers.cookie ?? null,
    authorization: text(init?.authorization) ?? request.headers.authorization ?? null,
    studioSlug: text(init?.studio),
    address: request.socket.remoteAddress ?? null,
    userAgent: request.headers['user-agent'] ?? null,
    as: init?.as === 'contact' ? 'contact' : null,
  };
}
