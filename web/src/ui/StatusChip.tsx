import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** What a status means to whoever looks: the colour and the shape follow from it, the word is the caller's. */
export type StatusKind = 'draft' | 'waiting' | 'live' | 'done' | 'late' | 'money-in' | 'money-out';

const looks: Record<StatusKind, string> = {
  draft: 'text-ink-2',
  waiting: 'text-waiting',
  live: 'text-live',
  done: 'text-done',
  late: 'text-late',
  'money-in': 'text-money-in',
  'money-out': 'text-money-out',
};

const washes: Record<StatusKind, string> = {
  draft: 'bg-surface-2',
  waiting: 'bg-waiting-wash',
  live: 'bg-live-wash',
  done: 'bg-done-wash',
  late: 'bg-late-wash',
  'money-in': 'bg-money-in-wash',
  'money-out': 'bg-money-out-wash',
};

/* Each shape is told from the others without colour, at 12 pixels. */
const shapes: Record<StatusKind, ReactNode> = {
  draft: <circle cx="6" cy="6" r="4.25" strokeDasharray="2 2.45" />,
  waiting: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="M6 3.5V6l1.75 1.25" />
    </>
  ),
  live: (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <circle cx="6" cy="6" r="1.75" fill="currentColor" stroke="none" />
    </>
  ),
  done: (
    <>
      <circle cx="6" cy="6" r="5" fill="currentColor" stroke="none" />
      <path d="m3.75 6.1 1.5 1.5 3-3.1" stroke="var(--surface-1)" />
    </>
  ),
  late: <path d="M6 1.5 11 10.5H1zM6 5v2.25M6 8.75v.01" />,
  'money-in': <path d="M9.5 2.5 2.75 9.25M2.75 4.5v4.75H7.5" />,
  'money-out': <path d="M2.5 9.5 9.25 2.75M9.25 7.5V2.75H4.5" />,
};

/** The mark of a status alone; a word must stand beside it. */
export function StatusMark({ kind, className }: { kind: StatusKind; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden
      className={cx('size-3 shrink-0', looks[kind], className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shapes[kind]}
    </svg>
  );
}

/** A status: shape and word. `quiet` leaves the wash out, for rows that hold many. */
export function StatusChip({ kind, quiet = false, children }: { kind: StatusKind; quiet?: boolean; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 text-12 whitespace-nowrap',
        looks[kind],
        !quiet && cx('h-5 rounded-full px-2', washes[kind]),
      )}
    >
      <StatusMark kind={kind} />
      {children}
    </span>
  );
}
