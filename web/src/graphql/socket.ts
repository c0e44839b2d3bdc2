import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { backoff } from './backoff.ts';
import { isRenewing } from './renewal.ts';

const KEEP_ALIVE = 12_000;
const PONG_WITHIN = 5_000;
/** Close codes after which the session is over: another try with the same cookie would end the same way. */
const SIGNED_OUT = new Set([4401, 4403]);

/** Who opens it, beside the cookie: the studio to act in, or that it is the client's contact. */
export type Who = { studio?: string; as?: 'contact' };

export type SocketEvents = {
  opened: () => void;
  lost: () => void;
  /** Closed because nobody listens any more. */
  idle: () => void;
  signedOut: () => void;
};

/** The close code of what graphql-ws hands over; null for an error before any close. */
function closeCode(event: unknown): number | null {
  return event !== null && typeof event === 'object' && 'code' in event && typeof event.code === 'number' ? event.code : null;
}

/**
 * The socket for live updates. It opens with the first subscription, is re-made with growing pauses for as long as somebody listens,
 * and is given up only when the session has ended. A line that swallows pings is cut, so that it is noticed within seconds.
 */
export function createSocket(url: string, who: Who, events: SocketEvents): { link: GraphQLWsLink; dispose: () => void } {
  let pong: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url,
    connectionParams: who,
    lazy: true,
    keepAlive: KEEP_ALIVE,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (tries) => new Promise((resolve) => setTimeout(resolve, backoff(tries))),
    shouldRetry: (event) => isRenewing() || !SIGNED_OUT.has(closeCode(event) ?? 0),
    on: {
      connected: events.opened,
      ping: (received) => {
        if (!received) pong = setTimeout(() => client.terminate(), PONG_WITHIN);
      },
      pong: (received) => {
        if (received) clearTimeout(pong);
      },
      closed: (event) => {
        clearTimeout(pong);
        const code = closeCode(event);
        if (code !== null && SIGNED_OUT.has(code) && !isRenewing()) events.signedOut();
        else if (code === 1000) events.idle();
        else events.lost();
      },
    },
  });
  return { link: new GraphQLWsLink(client), dispose: () => void client.dispose() };
}
