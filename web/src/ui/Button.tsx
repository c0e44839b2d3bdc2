import { Slot } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

/** `primary` is the one thing to do on a screen; `danger` is for what cannot be undone. */
export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover',
  plain: 'bg-surface-1 text-ink-1 inset-ring inset-ring-line-strong hover:bg-surface-2',
  quiet: 'text-ink-2 hover:bg-surface-2 hover:text-ink-1',
  danger: 'bg-surface-1 text-late inset-ring inset-ring-late hover:bg-late-wash',
};

const shape =
  'relative inline-flex shrink-0 items-center justify-center rounded-4 font-medium whitespace-nowrap select-none ' +
  'transition-[background-color,color,transform] active:translate-y-px ' +
  'disabled:pointer-events-none disabled:opacity-50';

type ButtonProps = ComponentProps<'button'> & {
  tone?: ButtonTone;
  size?: 'normal' | 'small';
  /** The request is on its way: the button keeps its width, cannot be pressed again and says so. */
  busy?: boolean;
  /** Renders the only child (a link) with the looks of a button. */
  asChild?: boolean;
  icon?: ReactNode;
};

/** A button with a word on it. Use `asChild` around a link that should look like one. */
export function Button({
  tone = 'plain',
  size = 'normal',
  busy = false,
  asChild = false,
  icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  const Component = asChild ? Slot.Root : 'button';
  return (
    <Component
      type={asChild ? undefined : 'button'}
      data-tone={tone}
      {...rest}
      {...(busy && { 'aria-disabled': true, 'aria-busy': true, onClick: undefined, type: 'button' as const })}
      className={cx(
        shape,
        tones[tone],
        size === 'small' ? 'h-control-small gap-1 px-2 text-13' : 'h-control gap-2 px-3 text-14',
        busy && 'cursor-progress',
        className,
      )}
    >
      {asChild ? (
        <Slot.Slottable>{children}</Slot.Slottable>
      ) : (
        <>
          {icon}
          <span className={cx(busy && 'breathe')}>{children}</span>
        </>
      )}
    </Component>
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** What it does, in words: read aloud and shown by the tooltip of the caller. */
  label: string;
  size?: 'normal' | 'small';
  children: ReactNode;
};

/** A button with only an icon, for actions that are universal: close, more, back. */
export function IconButton({ label, size = 'normal', className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={cx(shape, tones.quiet, size === 'small' ? 'size-control-small' : 'size-control', className)}
    >
      {children}
    </button>
  );
}
