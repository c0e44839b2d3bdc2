import { Popover as Primitive } from 'radix-ui';
import { cx } from './cx.ts';
import { floating } from './floating.ts';
import type { PopoverProps } from './Popover.tsx';

/** The opened panel and its button: what Popover loads when somebody reaches for it. */
export function PopoverRoot({ trigger, align = 'start', side = 'bottom', open, onOpenChange, label, children }: PopoverProps) {
  return (
    <Primitive.Root defaultOpen open={open} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cx(floating, 'w-72 max-w-[calc(100vw-16px)] p-4')}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
