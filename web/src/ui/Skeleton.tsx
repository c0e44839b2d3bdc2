import { useLingui } from '@lingui/react/macro';
import { cx } from './cx.ts';

/** The place of one thing that is on its way; give it the size of that thing, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('breathe block rounded-4 bg-surface-2', className)} />;
}

const widths = ['w-3/5', 'w-2/5', 'w-1/2', 'w-1/3', 'w-5/12'];

/** Rows of a list that is loading; says so once to screen readers. */
export function SkeletonRows({ rows = 5, picture = false }: { rows?: number; picture?: boolean }) {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className="divide-y divide-line">
      {Array.from({ length: rows }, (_, index) => `row-${index}`).map((key, index) => (
        <div key={key} className="flex h-row items-center gap-3">
          {picture && <Skeleton className="size-6 rounded-full" />}
          <Skeleton className={cx('h-3', widths[index % widths.length])} />
          <Skeleton className="ml-auto h-3 w-16" />
        </div>
      ))}
    </div>
  );
}
