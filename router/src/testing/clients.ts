import type { AddressInfo } from 'node:net';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { World } from './world.ts';

/** What a stream or operation gave, in the order it came; `next` waits for the one after the last that was read. */
export interface Reader {
  next(): Promise<Received>;
  /** Everything that came and was not read. */
  rest(): Received[];
  end(): void;
  /** Resolves when the operation has ended, with the errors that ended it. */
  ended: Promise<unknown>;
}
export type Received = { data?: Record<string, unknown> | null; errors?: readonly unknown[] };

/** A browser tab: a socket with a cookie and a studio. */
export interface Tab {
  read(query: string, variables?: Record<string, unknown>): Reader;
  once(query: string, variables?: Record<string, unknown>): Promise<Received>;
  /** Resolves with the code with which the socket was closed. */
  closed: Promise<number>;
  /** Resolves once everything that was sent before has been handled. */
  settled(): Promise<void>;
  /** Stops reading from the socket, and goes on. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

/** Opens a tab with the graphql-ws client, as the web does. */
export function openTab(world: World, options: { cookie: string; studio?: string; as?: string }): Tab {
  const { port } = world.server.address() as AddressInfo;
  let socket: WebSocket | undefined;
  class Socket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { origin: world.url, headers: { cookie: options.cookie } });
      socket = this;
    }
  }
  const closed = Promise.withResolvers<number>();
  const client = createClient({
    url: `ws://localhost:${port}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => {},
    connectionParams: { studio: options.studio, as: options.as },
    on: { closed: (event) => closed.resolve((event as { code: number }).code) },
  });
  const read = (query: string, variables?: Record<string, unknown>): Reader => {
    const received: Received[] = [];
    const waiting: ((value: Received) => void)[] = [];
    const over = Promise.withResolvers<unknown>();
    const end = client.subscribe(
      { query, variables },
      {
        next: (value) => {
          const waiter = waiting.shift();
          if (waiter) waiter(value as Received);
          else received.push(value as Received);
        },
        error: (error) => over.resolve(error),
        complete: () => over.resolve(null),
      },
    );
    return {
      next: () => {
        const first = received.shift();
        return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
      },
      rest: () => received.splice(0),
      end,
      ended: over.promise,
    };
  };
  const once = (query: string, variables?: Record<string, unknown>) => read(query, variables).next();
  return {
    read,
    once,
    closed: closed.promise,
    settled: async () => void (await once('{ viewerKind }')),
    pause: () => socket?.pause(),
    resume: () => socket?.resume(),
    async close() {
      await client.dispose();
      await closed.promise;
    },
  };
}

/** A GraphQL request over HTTP, as a browser's page sends it. */
export async function post(
  world: World,
  body: { query?: string; variables?: Record<string, unknown> } | string,
  headers: Record<string, string> = {},
): Promise<{
  status: number;
  headers: Headers;
  text: string;
  body: { data?: Record<string, unknown> | null; errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[] };
}> {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text.startsWith('{') ? JSON.parse(text) : {} };
}
