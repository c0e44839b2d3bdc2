import { Tooltip as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';

/** Wrap the app once: tooltips share one delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Primitive.Provider delayDuration={400} skipDelayDuration={200}>
      {children}
    </Primitive.Provider>
  );
}

type TooltipProps = { content: ReactNode; keys?: string; side?: 'top' | 'right' | 'bottom' | 'left'; children: ReactElement };

/** A word about a control on hover or focus. It only repeats or adds: nothing may be reachable only here. */
export function Tooltip({ content, keys, side = 'top', children }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="enter-fade z-50 flex max-w-72 items-center gap-2 rounded-4 bg-ink-1 px-2 py-1 text-12 text-ground"
        >
          {content}
          {keys && <Kbd keys={keys} inverted />}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
