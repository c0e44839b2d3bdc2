import { Plural, useLingui } from '@lingui/react/macro';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useRef } from 'react';
import { cx } from '../../ui/cx.ts';
import { StatusMark } from '../../ui/StatusChip.tsx';
import { taskStatus } from '../tasks/words.ts';
import { BoardCard } from './BoardCard.tsx';
import { useBoard } from './BoardContext.ts';
import type { Column } from './columns.ts';
import { useSlotIn } from './drag.ts';
import { QuickAdd } from './QuickAdd.tsx';

const CARD = 76;
const GAP = 8;
const NEAR_END = 12;

/** What the board needs to know of a column that it cannot see from its data. */
export type ColumnHandle = {
  box: () => DOMRect | null;
  /** Before which card something let go at this height of the window would land. */
  slotAt: (y: number) => number;
  scrollTo: (index: number) => void;
  scrollBy: (pixels: number) => void;
};

/** A column with any number of cards; only those in sight are in the page, and more are fetched as one scrolls. */
export function BoardColumn({ column, handle }: { column: Column; handle: (handle: ColumnHandle | null) => void }) {
  const { t } = useLingui();
  const board = useBoard();
  const box = useRef<HTMLDivElement | null>(null);
  const slot = useSlotIn(board.drag, column.key);
  const { cards } = column;
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => box.current,
    estimateSize: () => CARD,
    gap: GAP,
    paddingStart: 4,
    paddingEnd: 4,
    overscan: 6,
    getItemKey: (index) => cards[index]?.id ?? index,
    // The carried card stays in the page wherever one scrolls: it holds the focus, and the finger.
    rangeExtractor: (range) => {
      const visible = defaultRangeExtractor(range);
      const carried = cards.findIndex((card) => card.id === board.drag.get()?.id);
      return carried < 0 || visible.includes(carried) ? visible : [...visible, carried].sort((a, b) => a - b);
    },
  });
  const visible = rows.getVirtualItems();

  const nearEnd = column.more !== null && (visible.at(-1)?.index ?? 0) >= cards.length - NEAR_END;
  const { loadMore } = board;
  useEffect(() => {
    if (nearEnd) loadMore(column);
  }, [nearEnd, column, loadMore]);

  // A card that was just moved here by keys is brought into sight, so that it can take the focus.
  const { waitsForFocus } = board;
  useEffect(() => {
    const index = cards.findIndex((card) => waitsForFocus(card.id));
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' });
  }, [cards, rows, waitsForFocus]);

  const own: ColumnHandle = {
    box: () => box.current?.getBoundingClientRect() ?? null,
    slotAt(y) {
      const top = box.current;
      if (!top) return 0;
      const offset = y - top.getBoundingClientRect().top + top.scrollTop;
      if (offset > rows.getTotalSize()) return cards.length;
      const row = rows.getVirtualItemForOffset(offset);
      if (!row) return cards.length;
      return offset > row.start + row.size / 2 ? row.index + 1 : row.index;
    },
    scrollBy: (pixels) => box.current?.scrollBy(0, pixels),
    scrollTo: (index) => rows.scrollToIndex(Math.max(0, Math.min(index, cards.length - 1)), { align: 'auto' }),
  };
  useImperativeHandle(handle, () => own);

  const lineAt = (index: number) => {
    const next = rows.measurementsCache[index];
    if (next) return next.start - GAP / 2;
    const last = rows.measurementsCache[cards.length - 1];
    return last ? last.end + GAP / 2 : 0;
  };
  const name = board.nameOf(column);
  return (
    <section
      aria-label={name}
      data-column={column.key}
      className={cx(
        'relative flex h-full w-full shrink-0 snap-center flex-col md:w-auto md:flex-1 md:snap-align-none md:border-r md:px-3 md:first:pl-0 md:last:border-r-0 md:last:pr-0',
        board.columns.length > 4 ? 'md:min-w-66' : 'md:min-w-56',
      )}
    >
      <header className="flex h-10 shrink-0 items-center gap-2 px-1 max-md:sr-only">
        {column.status && <StatusMark kind={taskStatus[column.status].kind} />}
        <h2 className="min-w-0 truncate text-13 font-medium text-ink-1">{name}</h2>
        <span className="figures text-12 text-ink-3">
          <span aria-hidden>{column.count}</span>
          <span className="sr-only">
            <Plural value={column.count} one="# task" other="# tasks" />
          </span>
        </span>
      </header>
      <div
        ref={box}
        className={cx('relative min-h-0 flex-1 overflow-y-auto overscroll-y-contain rounded-8 px-1', slot !== null && 'bg-surface-2/60')}
      >
        <ul aria-label={t`Tasks in ${name}`} className="relative" style={{ height: rows.getTotalSize() }}>
          {visible.map((row) => {
            const task = cards[row.index];
            if (!task) return null;
            return (
              <li
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                aria-setsize={column.count}
                aria-posinset={row.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <BoardCard task={task} column={column} index={row.index} />
              </li>
            );
          })}
          {slot !== null && (
            <li
              aria-hidden
              className="pointer-events-none absolute inset-x-0 top-0 z-10 h-0.5 -translate-y-px rounded-full bg-accent"
              style={{ top: lineAt(slot) }}
            />
          )}
        </ul>
        {!board.readOnly && column.more === null && <QuickAdd column={column} />}
      </div>
      {!board.readOnly && column.more !== null && <QuickAdd column={column} />}
    </section>
  );
}
