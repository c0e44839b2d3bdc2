import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from './cx.ts';

type VirtualListProps<Item> = {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  renderItem: (item: Item, index: number) => ReactNode;
  /** The usual height of a row in pixels; rows are measured, so it may be off. */
  estimate: number;
  label: string;
  /** How many there are in all, when more can be loaded. */
  total?: number;
  /** Called when the last loaded rows come into view. */
  onEnd?: () => void;
  className?: string;
};

const OVERSCAN = 8;
const NEAR_END = 10;

/** A list of any length in a scrolling box of its own: only the rows in sight are in the page. */
export function VirtualList<Item>({ items, keyOf, renderItem, estimate, label, total, onEnd, className }: VirtualListProps<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => estimate,
    overscan: OVERSCAN,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  const nearEnd = items.length > 0 && last >= items.length - NEAR_END;
  useEffect(() => {
    if (nearEnd) onEnd?.();
  }, [nearEnd, onEnd]);
  return (
    <div ref={box} className={cx('overflow-y-auto contain-strict', className)}>
      <ul aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {visible.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              aria-setsize={total ?? items.length}
              aria-posinset={row.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {renderItem(item, row.index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
