import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

export interface DrainOptions {
  /** Milliseconds that new connections are still taken, so that whoever sends us requests can hear of it first. */
  delayMs: number;
  /** Milliseconds, after that, that what is under way has to end. */
  timeoutMs: number;
}

/** The end of an HTTP server without a failed request. */
export interface Drain {
  /** Goes before what serves the requests. */
  over(listener: RequestListener): RequestListener;
  /**
   * From now on readiness says 503 and every answer asks its client to connect anew, elsewhere. After the delay no connection is
   * taken, idle ones are closed, and `endStreams` ends what would stay open for ever; resolves when all are gone, or cut off.
   */
  start(endStreams?: () => void): Promise<void>;
}

export function createDrain(server: Server, { delayMs, timeoutMs }: DrainOptions): Drain {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  let isDraining = false;
  let drained: Promise<void> | undefined;

  async function drain(endStreams?: () => void): Promise<void> {
    isDraining = true;
    // The server, which still listens, keeps the process alive meanwhile.
    await after(delayMs, undefined, { ref: false });
    endStreams?.();
    const cut = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, timeoutMs);
    // An answer that was begun before could not ask for it: its connection is idle afterwards.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Node takes a connection on which nothing was ever said, as browsers open them in advance, for a request under way.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    await closed;
    clearTimeout(cut);
    clearInterval(sweep);
  }

  return {
    over: (listener) => (request, response) => {
      if (!isDraining) return listener(request, response);
      response.setHeader('connection', 'close');
      if (request.url?.startsWith('/health/ready') !== true) return listener(request, response);
      response.writeHead(503, { 'content-type': 'application/json' }).end('{"status":"stopping"}');
    },
    start(endStreams) {
      drained ??= drain(endStreams);
      return drained;
    },
  };
}
