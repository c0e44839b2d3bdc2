import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from '@atelier/service-kit/log';
import type { Credentials } from '@atelier/service-kit/viewer-source';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AddressOf } from './http-request.ts';
import { type Census, payerOf } from './live/census.ts';
import type { LiveCount } from './live/counts.ts';
import { type Conversation, createConversation } from './live/protocol.ts';
import type { HeldSession, SessionEnd, Sessions } from './live/sessions.ts';
import type { LiveSettings } from './live/settings.ts';
import type { Starter } from './live/start.ts';
import { SocketWire } from './live/wire.ts';
import type { OriginGuard } from './origin.ts';

/** Close codes beside those of the graphql-transport-ws protocol. */
export const closeCodes = {
  /** There is nothing more to do here: nobody asked for anything for a long time. */
  idle: 1000,
  /** We failed over a message: open one anew without it. */
  failed: 1011,
  /** This process is about to end: reconnect after a moment, with `after`. */
  restarting: 1012,
  /** Who the client is cannot be told just now: reconnect after a moment. */
  tryLater: 1013,
  /** The session, key, membership or link behind the socket has ended. Sign in before trying again. */
  revoked: 4403,
  /** The client reads more slowly than things change: reconnect with `after`. */
  tooSlow: 4413,
  /** The viewer has too many connections open: close some. */
  tooManySockets: 4430,
} as const;

/** GraphQL over WebSocket (graphql-transport-ws) on the HTTP server's own port. */
export interface Sockets {
  attach(server: Server): void;
  /** Refuses new sockets, lets queries and mutations finish, and closes every socket with 1012, spread over `drainMs`. */
  stop(): Promise<void>;
}

interface Open {
  socket: WebSocket;
  conversation: Conversation;
  isAlive: boolean;
  heardAt: number;
}

export function createSockets(options: {
  path: string;
  sessions: Sessions;
  starter: Starter;
  census: Census;
  origins: OriginGuard;
  addressOf: AddressOf;
  settings: LiveSettings;
  counts: LiveCount;
  logger: Logger;
}): Sockets {
  const { sessions, starter, census, settings, counts, logger, origins } = options;
  const open = new Set<Open>();
  const wireOptions = { settings, counts, logger, tooSlow: closeCodes.tooSlow };
  let isDraining = false;

  /** Runs a handler of what came from outside. What it throws costs the one connection: from an event of Node's it would end the process. */
  function guard(handle: () => void, giveUp: () => void): void {
    try {
      handle();
    } catch (error) {
      logger.error({ err: error }, 'a live connection failed');
      giveUp();
    }
  }

  function accept(socket: WebSocket, stream: Duplex, request: IncomingMessage): void {
    const wire = new SocketWire(socket, stream, wireOptions);
    let payer: string | null = null;
    let held: HeldSession | null = null;
    const onEnd = (why: SessionEnd) =>
      why === 'revoked' ? socket.close(closeCodes.revoked, 'Signed out') : socket.close(closeCodes.tryLater, 'Try again later');

    async function identify(params: Record<string, unknown> | undefined) {
      try {
        const { session, release } = await sessions.open(credentialsOf(request, params, options.addressOf(request)), onEnd);
        const isGone = socket.readyState !== socket.OPEN;
        if (isGone || session.viewer.viewer.kind === 'anonymous') {
          release();
          socket.close(closeCodes.revoked, 'Forbidden');
          return null;
        }
        const key = payerOf(session.viewer.viewer);
        if (!census.enter(key, settings.connectionsPerViewer)) {
          release();
          socket.close(closeCodes.tooManySockets, 'Too many connections');
          return null;
        }
        payer = key;
        held = { session, release };
        return session;
      } catch (error) {
        logger.warn({ err: error }, 'a socket could not be opened');
        socket.close(closeCodes.tryLater, 'Try again later');
        return null;
      }
    }

    const conversation = createConversation({ wire, settings, starter, logger, identify });
    const entry: Open = { socket, conversation, isAlive: true, heardAt: Date.now() };
    open.add(entry);
    counts.open += 1;
    socket.on('error', (error) => logger.debug({ err: error }, 'socket error'));
    socket.on('pong', () => {
      entry.isAlive = true;
    });
    socket.on('message', (data) => {
      entry.isAlive = true;
      entry.heardAt = Date.now();
      if (socket.readyState === socket.OPEN) guard(() => conversation.receive(String(data), entry.heardAt), failed(socket));
    });
    socket.once('close', () => {
      open.delete(entry);
      counts.open -= 1;
      guard(conversation.stop, () => {});
      held?.release();
      if (payer !== null) census.leave(payer);
    });
    if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) socket.close(4406, 'Subprotocol not acceptable');
  }

  const server = new WebSocketServer({ noServer: true, maxPayload: settings.maxMessageBytes, perMessageDeflate: false, handleProtocols });

  const beat = setInterval(() => {
    const now = Date.now();
    for (const each of open) {
      if (!each.isAlive) each.socket.terminate();
      else if (each.conversation.running() === 0 && now - each.heardAt > settings.idleMs) each.socket.close(closeCodes.idle, 'Idle');
      else if (now - each.heardAt > settings.pingMs) {
        each.isAlive = false;
        each.socket.ping();
      }
    }
  }, settings.pingMs);
  beat.unref();

  let attached: Server | null = null;
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (pathOf(request) !== options.path) {
      // Others listen on the same server; where nobody does, the connection would stay open for ever.
      if (attached?.listenerCount('upgrade') === 1) refuse(stream, '404 Not Found');
      return;
    }
    if (isDraining) return refuse(stream, '503 Service Unavailable', 'Retry-After: 1\r\n');
    if (!origins.allows(request.headers.origin, request.headers.host)) return refuse(stream, '403 Forbidden');
    const address = `address ${options.addressOf(request) ?? ''}`;
    if (!census.enter(address, settings.connectionsPerAddress)) return refuse(stream, '429 Too Many Requests', 'Retry-After: 10\r\n');
    stream.once('close', () => census.leave(address));
    server.handleUpgrade(request, stream, head, (socket) => guard(() => accept(socket, stream, request), failed(socket)));
  };
  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) =>
    guard(
      () => upgrade(request, stream, head),
      () => refuse(stream, '400 Bad Request'),
    );

  return {
    attach(httpServer) {
      attached = httpServer;
      httpServer.on('upgrade', onUpgrade);
    },
    async stop() {
      isDraining = true;
      clearInterval(beat);
      await Promise.all([...open].map((each) => goodbye(each, settings)));
      attached?.off('upgrade', onUpgrade);
      server.close();
    },
  };
}

const failed = (socket: WebSocket) => () => socket.close(closeCodes.failed, 'Something went wrong on our side');

/** The path that is asked for; null for a request line that is no address. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  return URL.parse(url, 'http://localhost')?.pathname ?? null;
}

function refuse(stream: Duplex, status: string, headers = ''): void {
  stream.on('error', () => stream.destroy());
  // No time-out of the server's looks after it any more, and its client may never close.
  stream.once('finish', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status}\r\n${headers}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Waits its turn, lets what runs be answered, closes, and gives the client a second to agree. */
async function goodbye({ socket, conversation }: Open, { drainMs, drainWaitMs }: LiveSettings): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    if (socket.readyState === socket.CLOSED) resolve();
    else socket.once('close', () => resolve());
  });
  await Promise.race([closed, after(Math.random() * drainMs, undefined, { ref: false })]);
  await Promise.race([closed, conversation.finish(), after(drainWaitMs, undefined, { ref: false })]);
  socket.close(closeCodes.restarting, 'Restarting');
  const late = setTimeout(() => socket.terminate(), 1_000);
  await closed;
  clearTimeout(late);
}

function credentialsOf(request: IncomingMessage, init: Record<string, unknown> | undefined, address: string | null): Credentials {
  const text = (value: unknown) => (typeof value === 'string' && value.length <= 4_096 ? value : null);
  return {
    cookieHeader: request.headers.cookie ?? null,
    authorization: text(init?.authorization) ?? request.headers.authorization ?? null,
    studioSlug: text(init?.studio),
    address,
    userAgent: request.headers['user-agent'] ?? null,
    as: init?.as === 'contact' ? 'contact' : null,
  };
}
