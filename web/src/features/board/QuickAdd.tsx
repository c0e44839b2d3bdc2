import { useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useBoard } from './BoardContext.ts';
import type { Column } from './columns.ts';

const LONGEST = 200;

/** The foot of a column: a line to type into. Enter adds and stays, Escape leaves. */
export function QuickAdd({ column }: { column: Column }) {
  const { t } = useLingui();
  const board = useBoard();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  const name = board.nameOf(column);

  const add = async () => {
    const wanted = title.trim();
    if (!wanted) return;
    setTitle('');
    const last = column.cards.at(-1);
    const made = await board.changes.create({
      title: wanted,
      status: column.status ?? 'TODO',
      stage: column.stage,
      position: `${last?.position ?? ''}\u0002`,
    });
    // What was typed is not lost: it comes back unless something else was begun.
    if (!made) setTitle((now) => now || wanted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void add();
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
      requestAnimationFrame(() => button.current?.focus());
    }
  };

  if (!open)
    return (
      <button
        ref={button}
        type="button"
        data-quick-add={column.key}
        onClick={() => setOpen(true)}
        className="my-1 flex h-9 w-full shrink-0 items-center gap-2 rounded-8 px-3 text-14 text-ink-3 transition-colors hover:bg-surface-2 hover:text-ink-1 pointer-coarse:h-11"
      >
        <Plus size={14} strokeWidth={1.5} aria-hidden />
        {t`Add a task`}
        <span className="sr-only">{t`to ${name}`}</span>
      </button>
    );
  return (
    <textarea
      ref={field}
      rows={1}
      maxLength={LONGEST}
      value={title}
      onChange={(event) => setTitle(event.target.value.replaceAll('\n', ' '))}
      onKeyDown={onKeyDown}
      onBlur={() => !title.trim() && setOpen(false)}
      aria-label={t`New task in ${name}`}
      placeholder={t`What is to be done`}
      className="field-sizing-content my-1 w-full shrink-0 resize-none rounded-8 bg-surface-1 px-3 py-2.5 text-14 inset-ring inset-ring-line-field outline-offset-0 pointer-coarse:text-16"
    />
  );
}
