const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls a listener when a signal is aborted, unless what it returns was called before. The platform's own listeners cost more than many a
 * fetch that they are for: this takes one a signal, however many fetches an operation has.
 */
export function whenAborted(signal: AbortSignal, listener: () => void): () => void {
  let listeners = waiting.get(signal);
  if (listeners === undefined) {
    const made = new Set<() => void>();
    listeners = made;
    waiting.set(signal, made);
    signal.addEventListener(
      'abort',
      () => {
        for (const each of [...made]) each();
      },
      { once: true },
    );
  }
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
