import { useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { SegmentedControl } from '../../ui/Tabs.tsx';
import type { Column } from './columns.ts';

type ColumnSwitchProps = {
  strip: RefObject<HTMLElement | null>;
  columns: readonly Column[];
  nameOf: (column: Column) => string;
  aside?: ReactNode;
};

/** On a phone one column is in sight: this says which, follows a swipe, and leads to the others. */
export function ColumnSwitch({ strip, columns, nameOf, aside }: ColumnSwitchProps) {
  const { t } = useLingui();
  const [at, setAt] = useState(0);
  useEffect(() => {
    const box = strip.current;
    if (!box) return;
    const onScroll = () => setAt(Math.round((box.scrollLeft / Math.max(1, box.scrollWidth)) * columns.length));
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => box.removeEventListener('scroll', onScroll);
  }, [strip, columns.length]);
  const current = columns[Math.min(at, columns.length - 1)];
  if (!current) return null;
  const go = (key: string) => {
    const column = strip.current?.querySelector(`[data-column="${CSS.escape(key)}"]`);
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    column?.scrollIntoView({ inline: 'center', block: 'nearest', behavior: isCalm ? 'instant' : 'smooth' });
  };
  return (
    <div className="flex shrink-0 items-center gap-1 pt-2 pr-2 pb-1 pl-4 md:hidden">
      <div className="relative min-w-0 flex-1 overflow-x-auto">
        <SegmentedControl
          label={t`Column`}
          value={current.key}
          onChange={go}
          options={columns.map((column) => ({
            value: column.key,
            label: (
              <span className="whitespace-nowrap">
                {nameOf(column)} <span className="figures text-12 text-ink-3">{column.count}</span>
              </span>
            ),
          }))}
        />
      </div>
      {aside}
    </div>
  );
}
