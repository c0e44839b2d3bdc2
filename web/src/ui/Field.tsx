import { ChevronDown, CircleAlert } from 'lucide-react';
import { type ComponentProps, createContext, type ReactNode, useContext, useId } from 'react';
import { cx } from './cx.ts';
import { useFocusOnError } from './useFocusOnError.ts';

type FieldWiring = { id: string; describedBy: string | undefined; invalid: boolean };

const FieldContext = createContext<FieldWiring | null>(null);

type FieldProps = {
  label: ReactNode;
  /** Shown under the label before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong and what to do. Replaces nothing that was typed. */
  error?: ReactNode;
  /** The label is read aloud but not shown: only where the place says what the field is. */
  labelHidden?: boolean;
  /** A word after the label, such as "optional". */
  note?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Label, hint and error of one control, wired for screen readers. The control inside takes its id from here. */
export function Field({ label, hint, error, labelHidden = false, note, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined;
  const holder = useFocusOnError<HTMLDivElement>(Boolean(error));
  return (
    <div ref={holder} className={cx('flex flex-col gap-1', className)}>
      <div className={cx('flex items-baseline justify-between gap-3', labelHidden && 'sr-only')}>
        <label htmlFor={id} className="text-13 font-medium text-ink-1">
          {label}
        </label>
        {note && <span className="text-12 text-ink-3">{note}</span>}
      </div>
      {hint && (
        <p id={hintId} className="text-13 text-ink-3">
          {hint}
        </p>
      )}
      <FieldContext value={{ id, describedBy, invalid: Boolean(error) }}>{children}</FieldContext>
      {error && <Wrong id={errorId}>{error}</Wrong>}
    </div>
  );
}

function Wrong({ id, children }: { id: string | undefined; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1 pt-1 text-13 text-late">
      <CircleAlert size={14} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** Several boxes to tick under one legend, with what is wrong with them as a whole: above them, as the first one gets the focus. */
export function FieldGroup({ legend, error, children }: { legend: ReactNode; error?: ReactNode; children: ReactNode }) {
  const id = useId();
  const holder = useFocusOnError<HTMLFieldSetElement>(Boolean(error));
  return (
    <fieldset ref={holder} aria-describedby={error ? id : undefined} className="flex flex-col">
      <legend className="pb-1 text-13 font-medium">{legend}</legend>
      {error && <Wrong id={id}>{error}</Wrong>}
      {children}
    </fieldset>
  );
}

/** What a control inside a Field has to carry; empty outside of one. */
function useFieldWiring() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return { id: field.id, 'aria-describedby': field.describedBy, 'aria-invalid': field.invalid || undefined };
}

const box =
  'w-full min-w-0 rounded-4 bg-surface-1 px-3 text-14 text-ink-1 inset-ring inset-ring-line-field ' +
  'transition-shadow hover:inset-ring-ink-3 focus-visible:inset-ring-focus focus-visible:outline-offset-0 ' +
  'aria-invalid:inset-ring-late disabled:bg-surface-2 disabled:text-ink-3 disabled:inset-ring-line pointer-coarse:text-16';

/** One line of text. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" {...useFieldWiring()} {...rest} className={cx(box, 'h-control', className)} />;
}

/** Several lines of text; it grows with what is typed. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea rows={3} {...useFieldWiring()} {...rest} className={cx(box, 'field-sizing-content max-h-96 min-h-20 py-2', className)} />
  );
}

/** A choice of one among few, by the system's own list: it is the best one on a phone. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cx('relative block', className)}>
      <select {...useFieldWiring()} {...rest} className={cx(box, 'h-control appearance-none pr-8')}>
        {children}
      </select>
      <ChevronDown size={16} strokeWidth={1.5} aria-hidden className="pointer-events-none absolute inset-y-0 right-2 my-auto text-ink-3" />
    </span>
  );
}
