import { useSyncExternalStore } from 'react';

const OWN_FOR = 5000;
const glows = new Map<string, { colour: string; count: number }>();
const own = new Map<string, number>();
const listeners = new Set<() => void>();

/** Notes that the next change of this thing is the reader's own: it must not glow. */
export function noteOwn(id: string): void {
  own.set(id, Date.now());
}

/** Lets a thing glow once, unless the reader has just changed it. */
export function letGlow(id: string, colour: string): void {
  if (Date.now() - (own.get(id) ?? 0) < OWN_FOR) return;
  glows.set(id, { colour, count: (glows.get(id)?.count ?? 0) + 1 });
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The glow of a thing that somebody else changed while the page is open; give `key` to the element, so that it glows anew. */
export function useGlow(id: string): { key: number; colour: string } | null {
  const glow = useSyncExternalStore(subscribe, () => glows.get(id));
  return glow ? { key: glow.count, colour: glow.colour } : null;
}
