/** How often relative times move, in milliseconds. */
export const TICK_MS = 30_000;

/**
 * One clock for a page: every relative time moves together, and nothing runs while none is shown. `read` gives the same moment until
 * the next tick; whoever starts the clock anew sets it, since it stood still until then.
 */
export function createClock(): { subscribe(reader: () => void): () => void; read(): Date } {
  const readers = new Set<() => void>();
  let now = new Date();
  let timer: ReturnType<typeof setInterval> | undefined;

  function tick() {
    now = new Date();
    for (const each of readers) each();
  }
  function start() {
    now = new Date();
    return setInterval(tick, TICK_MS);
  }
  return {
    subscribe(reader) {
      timer ??= start();
      readers.add(reader);
      return () => {
        readers.delete(reader);
        if (readers.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    read: () => now,
  };
}
