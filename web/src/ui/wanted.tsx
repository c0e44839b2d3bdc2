import { Slot } from 'radix-ui';
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useState } from 'react';

type WhenWantedProps<Parts> = {
  trigger: ReactElement;
  kind: 'menu' | 'dialog';
  /** Loads what opens; begun when the button is pointed at or focused, so that the press finds it there. */
  load: () => Promise<Parts>;
  /** It is opened from elsewhere. */
  wanted?: boolean;
  /** The real thing, which brings its own button. */
  children: (parts: Parts) => ReactNode;
};

/** Stands in for the button of something that floats until somebody reaches for it: what floats is a quarter of a page's code. */
export function WhenWanted<Parts>({ trigger, kind, load, wanted = false, children }: WhenWantedProps<Parts>) {
  const [reached, setReached] = useState(false);
  const [parts, setParts] = useState<Parts | null>(null);
  const needed = reached || wanted;
  useEffect(() => {
    if (!needed) return;
    let gone = false;
    // A failed load leaves the button as it was: the next press tries again.
    load().then(
      (loaded) => !gone && setParts(() => loaded),
      () => !gone && setReached(false),
    );
    return () => {
      gone = true;
    };
  }, [needed, load]);
  if (needed && parts) return children(parts);
  const preload = () => void load().catch(() => undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (kind === 'menu' && event.key === 'ArrowDown') {
      event.preventDefault();
      setReached(true);
    }
  };
  return (
    <Slot.Root
      aria-haspopup={kind}
      aria-expanded={false}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => setReached(true)}
      onKeyDown={onKeyDown}
    >
      {trigger}
    </Slot.Root>
  );
}
