/** What the line to the server is doing: `offline` when the browser has no network, `lost` while a socket that stood is being re-made. */
export type ConnectionState = 'online' | 'lost' | 'offline';

type Facts = { browser: boolean; socket: 'idle' | 'open' | 'lost' };

/** The state that the reader is told, from what the browser and the socket say. */
export function connectionState({ browser, socket }: Facts): ConnectionState {
  if (!browser) return 'offline';
  return socket === 'lost' ? 'lost' : 'online';
}

/** Watches the browser and the socket. `onBack` runs when the line stands again after it was gone, so that pages can catch up. */
export function createConnection(target: EventTarget, initiallyOnline: boolean, onBack: () => void) {
  let facts: Facts = { browser: initiallyOnline, socket: 'idle' };
  const listeners = new Set<() => void>();

  function change(next: Partial<Facts>) {
    const before = connectionState(facts);
    facts = { ...facts, ...next };
    const after = connectionState(facts);
    if (before === after) return;
    for (const listener of listeners) listener();
    if (after === 'online') onBack();
  }

  const goOnline = () => change({ browser: true });
  const goOffline = () => change({ browser: false });
  target.addEventListener('online', goOnline);
  target.addEventListener('offline', goOffline);

  return {
    /** For useSyncExternalStore. */
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    get: () => connectionState(facts),
    socketOpened: () => change({ socket: 'open' }),
    socketLost: () => change({ socket: 'lost' }),
    socketIdle: () => change({ socket: 'idle' }),
    stop() {
      target.removeEventListener('online', goOnline);
      target.removeEventListener('offline', goOffline);
    },
  };
}

export type Connection = ReturnType<typeof createConnection>;
