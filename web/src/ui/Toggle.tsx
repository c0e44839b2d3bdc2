import { Check, Minus } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from './cx.ts';

type ToggleProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  label: ReactNode;
  hint?: ReactNode;
  /** The label is read aloud but not shown. */
  labelHidden?: boolean;
};

const labelled = 'group relative inline-flex min-h-control items-center gap-3 text-14 has-disabled:opacity-50';
/* The real input covers the whole mark, so that touch, focus and screen readers meet a native control. */
const native = 'peer absolute inset-0 size-full appearance-none rounded-4 outline-offset-2';

/* A native checkbox carries its own state: aria-checked beside it would be said twice. */
const asSwitch = { role: 'switch' } as const;

function Words({ label, hint, hintId, labelHidden }: { label: ReactNode; hint?: ReactNode; hintId: string; labelHidden: boolean }) {
  return (
    <span className={cx('flex flex-col', labelHidden && 'sr-only')}>
      <span>{label}</span>
      {hint && (
        <span id={hintId} className="text-13 text-ink-3">
          {hint}
        </span>
      )}
    </span>
  );
}

/** A box to tick. `indeterminate` is for a list of which some are ticked. */
export function Checkbox({
  label,
  hint,
  labelHidden = false,
  indeterminate = false,
  className,
  ...rest
}: ToggleProps & { indeterminate?: boolean }) {
  const hintId = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className={cx(labelled, className)}>
      <span className="relative inline-flex size-4 shrink-0">
        <input ref={input} type="checkbox" aria-describedby={hint ? hintId : undefined} {...rest} className={native} />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-0 grid place-items-center rounded-4 bg-surface-1 text-accent-ink inset-ring inset-ring-line-field transition-colors group-hover:inset-ring-ink-3 peer-checked:bg-accent peer-checked:inset-ring-accent peer-indeterminate:bg-accent peer-indeterminate:inset-ring-accent [&>svg]:opacity-0 peer-checked:[&>svg]:opacity-100 peer-indeterminate:[&>svg]:opacity-100"
        >
          {indeterminate ? <Minus size={12} strokeWidth={2.5} /> : <Check size={12} strokeWidth={2.5} />}
        </span>
      </span>
      <Words label={label} hint={hint} hintId={hintId} labelHidden={labelHidden} />
    </label>
  );
}

/** On or off, at once: it needs no save button. */
export function Switch({ label, hint, labelHidden = false, className, ...rest }: ToggleProps) {
  const hintId = useId();
  return (
    <label className={cx(labelled, className)}>
      <span className="relative inline-flex h-5 w-8 shrink-0">
        <input
          type="checkbox"
          {...asSwitch}
          aria-describedby={hint ? hintId : undefined}
          {...rest}
          className={cx(native, 'rounded-full')}
        />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-0 rounded-full bg-surface-3 inset-ring inset-ring-line-field transition-colors peer-checked:bg-accent peer-checked:inset-ring-accent"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute top-1 left-1 size-3 rounded-full bg-ink-2 transition-transform peer-checked:translate-x-3 peer-checked:bg-accent-ink"
        />
      </span>
      <Words label={label} hint={hint} hintId={hintId} labelHidden={labelHidden} />
    </label>
  );
}
