import { CircleAlert, CloudOff, Eye, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** `offline`: no connection. `degraded`: part of the service does not answer. `problem`: needs the reader. `view`: a mode they are in. */
export type BannerKind = 'offline' | 'degraded' | 'problem' | 'view';

const looks: Record<BannerKind, string> = {
  offline: 'bg-surface-3 text-ink-1',
  degraded: 'bg-waiting-wash text-waiting',
  problem: 'bg-late-wash text-late',
  view: 'bg-accent-wash text-accent-text',
};
const icons = { offline: CloudOff, degraded: TriangleAlert, problem: CircleAlert, view: Eye };

/** A line across the top of the page about the page as a whole. What is safe comes first in its words. */
export function Banner({ kind, action, children }: { kind: BannerKind; action?: ReactNode; children: ReactNode }) {
  const Icon = icons[kind];
  return (
    <div role={kind === 'problem' ? 'alert' : 'status'} className={cx('flex min-h-9 items-center gap-3 px-4 py-1.5 text-13', looks[kind])}>
      <Icon size={16} strokeWidth={1.5} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  );
}
