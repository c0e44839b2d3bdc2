import { ApolloLink } from '@apollo/client';
import { from, mergeMap } from 'rxjs';
import { backoff } from './backoff.ts';
import type { createSocket, SocketEvents, Who } from './socket.ts';

/** The code of the socket, asked for until it comes: a line that is down for a moment must not end what is live for good. */
async function socketCode(): Promise<{ createSocket: typeof createSocket }> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await import('./socket.ts');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, backoff(tries)));
    }
  }
}

/** The line for live updates. A page is there and can be used before it: its code is loaded with the first subscription. */
export function createLive(url: string, who: Who, events: SocketEvents): { link: ApolloLink; dispose: () => void } {
  let socket: Promise<ReturnType<typeof createSocket>> | undefined;
  let isOver = false;
  const open = async () => {
    const { createSocket } = await socketCode();
    const made = createSocket(url, who, events);
    if (isOver) made.dispose();
    return made;
  };
  return {
    link: new ApolloLink((operation) => {
      socket ??= open();
      return from(socket).pipe(mergeMap(({ link }) => link.request(operation)));
    }),
    dispose() {
      isOver = true;
      void socket?.then(({ dispose }) => dispose());
    },
  };
}
