import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { World } from './world.ts';

/** A socket without a client library: what is sent is what crosses the wire. */
export interface Raw {
  socket: WebSocket;
  /** Sends text as it is, and anything else as JSON. */
  send(message: unknown): void;
  /** The next message that was not read yet. */
  next(): Promise<Record<string, unknown>>;
  /** Everything that came and was not read. */
  rest(): Record<string, unknown>[];
  /** Resolves once everything that was sent before has been handled; what comes before that stays to be read. */
  settled(): Promise<void>;
  /** Resolves with code and reason of the close. */
  closed: Promise<{ code: number; reason: string }>;
  close(): Promise<void>;
}

/** Opens a socket; `protocol` null names none. */
export async function openRaw(world: World, cookie: string, protocol: string | null = 'graphql-transport-ws'): Promise<Raw> {
  const socket = new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, protocol === null ? [] : [protocol], {
    origin: world.url,
    headers: { cookie },
  });
  const received: Record<string, unknown>[] = [];
  const waiting: ((message: Record<string, unknown>) => void)[] = [];
  let settling: { mark: string; resolve: () => void } | null = null;
  let marks = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Record<string, unknown>;
    const isMark = message.type === 'pong' && settling !== null && (message.payload as { mark?: string })?.mark === settling.mark;
    if (isMark) settling?.resolve();
    else {
      const waiter = waiting.shift();
      if (waiter) waiter(message);
      else received.push(message);
    }
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })),
  );
  await once(socket, 'open');
  const raw: Raw = {
    socket,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next() {
      const first = received.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
    },
    rest: () => received.splice(0),
    settled() {
      marks += 1;
      const mark = `mark ${marks}`;
      const { promise, resolve } = Promise.withResolvers<void>();
      settling = { mark, resolve };
      raw.send({ type: 'ping', payload: { mark } });
      return promise;
    },
    closed,
    async close() {
      socket.close();
      await closed;
    },
  };
  return raw;
}

/** Opens a socket and says who it is. */
export async function openAcknowledged(world: World, cookie: string): Promise<Raw> {
  const raw = await openRaw(world, cookie);
  raw.send({ type: 'connection_init' });
  await raw.next();
  return raw;
}
