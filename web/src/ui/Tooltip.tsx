import { Slot } from 'radix-ui';
import {
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Kbd } from './Kbd.tsx';
import { besides } from './place.ts';

const DELAY = 400;
const LEAVE = 120;

type TooltipProps = {
  content: ReactNode;
  /** The shortcut that does the same. */
  keys?: string;
  side?: 'top' | 'bottom';
  /** The one control that it is about. */
  children: ReactElement;
};

/** The bubble itself, in the browser's top layer; it stays while it is pointed at. */
function Bubble({
  id,
  anchor,
  side,
  onStay,
  onLeave,
  children,
}: {
  id: string;
  anchor: Element;
  side: 'top' | 'bottom';
  onStay: () => void;
  onLeave: () => void;
  children: ReactNode;
}) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = bubble.current;
    if (!box) return;
    box.showPopover();
    const { left, top } = besides(
      anchor.getBoundingClientRect(),
      box.getBoundingClientRect(),
      { width: innerWidth, height: innerHeight },
      side,
    );
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
  }, [anchor, side]);
  return (
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      popover="manual"
      onPointerEnter={onStay}
      onPointerLeave={onLeave}
      className="enter-fade fixed m-0 flex max-w-72 items-center gap-2 rounded-4 bg-ink-1 px-2 py-1 text-12 text-ground"
    >
      {children}
    </div>
  );
}

/** A word about a control on hover or focus. It only repeats or adds: nothing may be reachable only here. */
export function Tooltip({ content, keys, side = 'top', children }: TooltipProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const after = (wait: number, next: Element | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(next), wait);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!anchor) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setAnchor(null);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [anchor]);
  const leave = () => after(LEAVE, null);
  return (
    <>
      <Slot.Root
        aria-describedby={anchor ? id : undefined}
        onPointerEnter={(event: PointerEvent) => event.pointerType === 'mouse' && after(DELAY, event.currentTarget)}
        onPointerLeave={leave}
        onPointerDown={() => after(0, null)}
        onFocus={(event: FocusEvent) => event.currentTarget.matches(':focus-visible') && after(0, event.currentTarget)}
        onBlur={leave}
      >
        {children}
      </Slot.Root>
      {anchor && (
        <Bubble id={id} anchor={anchor} side={side} onStay={() => clearTimeout(timer.current)} onLeave={leave}>
          {content}
          {keys && <Kbd keys={keys} inverted />}
        </Bubble>
      )}
    </>
  );
}
