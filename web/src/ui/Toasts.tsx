import { type ComponentType, useEffect, useState } from 'react';
import { whenFirstToast } from './toast.ts';

/** How long a page may be busy with itself before the host is loaded all the same, in milliseconds. */
const PATIENCE = 3_000;

function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, PATIENCE);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: PATIENCE });
  return () => cancelIdleCallback(asked);
}

/**
 * Place once in each entry. Loads the drawing part when the page is at rest, or at the first toast if that is sooner: a message that the
 * network is gone could not fetch it any more. What did not come is asked for again by the next toast, and when the network is back.
 */
export function Toasts() {
  const [Host, setHost] = useState<ComponentType | null>(null);
  useEffect(() => {
    let gone = false;
    const load = () =>
      void import('./ToastHost.tsx').then(
        ({ default: Loaded }) => !gone && setHost(() => Loaded),
        () => undefined,
      );
    const leave = [whenIdle(load), whenFirstToast(load)];
    addEventListener('online', load);
    return () => {
      gone = true;
      removeEventListener('online', load);
      for (const each of leave) each();
    };
  }, []);
  return Host && <Host />;
}
