import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Picture, type PictureName } from './pictures.tsx';

type EmptyStateProps = {
  picture: PictureName;
  title: ReactNode;
  children?: ReactNode;
  /** The one thing to do from here. */
  action?: ReactNode;
  /** The level of the title: `h1` where the empty state is the whole page. */
  heading?: 'h1' | 'h2' | 'h3' | 'p';
  /** In a panel: the picture stands beside the words. */
  compact?: boolean;
};

/** Nothing here yet: a drawing, what would be here, and one action. */
export function EmptyState({ picture, title, children, action, heading: Heading = 'p', compact = false }: EmptyStateProps) {
  return (
    <div
      className={cx(
        'flex gap-6 text-ink-2',
        compact ? 'items-center py-4' : 'flex-col items-start py-12 sm:flex-row sm:items-center sm:gap-10',
      )}
    >
      <Picture name={picture} className={cx('shrink-0 text-ink-1', compact ? 'w-24' : 'w-40')} />
      <div className="flex max-w-96 flex-col items-start">
        <Heading className={cx('name text-ink-1', compact ? 'text-16' : 'text-20')}>{title}</Heading>
        {children && <div className="pt-1 text-14">{children}</div>}
        {action && <div className="pt-4">{action}</div>}
      </div>
    </div>
  );
}
