import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { ColumnHandle } from './BoardColumn.tsx';
import type { BoardTask, Column, Slot } from './columns.ts';
import { cardBefore, staysThere } from './columns.ts';
import { createDrag } from './drag.ts';

type Carrying = {
  columns: readonly Column[];
  nameOf: (column: Column) => string;
  drop: (task: BoardTask, from: Column, slot: Slot) => void;
};

/** Carries cards by keys: Space lifts, arrows carry over rows and columns, Space or Enter puts down, Escape takes back. */
export function useCarry(carrying: Carrying) {
  const { t } = useLingui();
  const [drag] = useState(createDrag);
  const [said, say] = useState('');
  const handles = useRef(new Map<string, ColumnHandle>());
  const toFocus = useRef<string | null>(null);
  const latest = useRef(carrying);
  latest.current = carrying;

  const tools = useMemo(() => {
    const columnOf = (key: string) => latest.current.columns.find((column) => column.key === key);
    const titleOf = (id: string) => latest.current.columns.flatMap((column) => column.cards).find((card) => card.id === id)?.title ?? '';

    /** Where a slot is, in words: the column and the place among its other cards. */
    function placeOf(slot: Slot, id: string) {
      const column = columnOf(slot.column);
      const others = column?.cards.filter((card) => card.id !== id) ?? [];
      const above = column ? cardBefore(column.cards, slot, id) : null;
      const place = above ? others.indexOf(above) + 2 : 1;
      const places = Math.max(column?.count ?? 0, others.length) + (column?.cards.length === others.length ? 1 : 0);
      return t`${column ? latest.current.nameOf(column) : ''}, place ${place} of ${places}`;
    }

    function carry(id: string, slot: Slot) {
      drag.set({ id, by: 'keys', slot });
      handles.current.get(slot.column)?.scrollTo(slot.index);
      document.querySelector(`[data-column="${CSS.escape(slot.column)}"]`)?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
      say(placeOf(slot, id));
    }

    /** The next slot that would change something, in one direction. */
    function step(column: Column, id: string, index: number, by: 1 | -1): number {
      const next = index + by;
      if (next < 0 || next > column.cards.length) return index;
      const home = column.cards.findIndex((card) => card.id === id);
      // Right above and right below itself are one place.
      if (home >= 0 && next === home + 1) return by > 0 ? Math.min(home + 2, column.cards.length) : home;
      return next;
    }

    function focusCard(column: Column | undefined, index: number) {
      const card = column?.cards[index];
      if (!column || !card) return;
      const link = document.querySelector<HTMLElement>(`[data-task="${CSS.escape(card.id)}"] a`);
      if (link) return link.focus();
      toFocus.current = card.id;
      handles.current.get(column.key)?.scrollTo(index);
    }

    function beside(column: Column, by: 1 | -1): Column | undefined {
      return latest.current.columns[latest.current.columns.findIndex((each) => each.key === column.key) + by];
    }

    function wander(event: KeyboardEvent, column: Column, index: number): boolean {
      const go: Record<string, () => void> = {
        ArrowDown: () => focusCard(column, index + 1),
        ArrowUp: () => focusCard(column, index - 1),
        ArrowRight: () => focusBeside(column, index, 1),
        ArrowLeft: () => focusBeside(column, index, -1),
      };
      go[event.key]?.();
      return event.key in go;
    }
    function focusBeside(column: Column, index: number, by: 1 | -1) {
      let next = beside(column, by);
      while (next && next.cards.length === 0) next = beside(next, by);
      if (next) focusCard(next, Math.min(index, next.cards.length - 1));
    }

    function keys(event: KeyboardEvent, task: BoardTask, column: Column, index: number) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const state = drag.get();
      if (state?.by === 'pointer') return;
      if (!state) {
        if (event.key === ' ') {
          event.preventDefault();
          drag.set({ id: task.id, by: 'keys', slot: { column: column.key, index } });
          say(
            t`Lifted ${task.title}. ${placeOf({ column: column.key, index }, task.id)}. Arrows carry it, Space puts it down, Escape takes it back.`,
          );
        } else if (wander(event, column, index)) event.preventDefault();
        return;
      }
      const slot = state.slot ?? { column: column.key, index };
      const here = columnOf(slot.column) ?? column;
      const goBeside = (by: 1 | -1) => {
        const next = beside(here, by);
        if (next) carry(task.id, { column: next.key, index: Math.min(slot.index, next.cards.length) });
      };
      const act: Record<string, () => void> = {
        ArrowUp: () => carry(task.id, { ...slot, index: step(here, task.id, slot.index, -1) }),
        ArrowDown: () => carry(task.id, { ...slot, index: step(here, task.id, slot.index, 1) }),
        ArrowRight: () => goBeside(1),
        ArrowLeft: () => goBeside(-1),
        Home: () => carry(task.id, { ...slot, index: 0 }),
        End: () => carry(task.id, { ...slot, index: here.cards.length }),
        ' ': () => putDown(task, column, slot, here),
        Enter: () => putDown(task, column, slot, here),
        Escape: () => letGo(task.id),
        Tab: () => letGo(task.id),
      };
      const action = act[event.key];
      if (!action) return;
      if (event.key !== 'Tab') event.preventDefault();
      event.stopPropagation();
      action();
    }

    function putDown(task: BoardTask, from: Column, slot: Slot, to: Column) {
      drag.set(null);
      if (to.key === from.key && staysThere(from, slot, task.id)) return say(t`${task.title} stays where it was.`);
      say(t`Put down ${task.title}: ${placeOf(slot, task.id)}.`);
      toFocus.current = task.id;
      latest.current.drop(task, from, slot);
    }

    function letGo(id: string) {
      const state = drag.get();
      if (state?.by !== 'keys' || state.id !== id) return;
      drag.set(null);
      say(t`${titleOf(id)} is back where it was.`);
    }

    return {
      drag,
      handles: handles.current,
      keys,
      letGo,
      /** For a card or column: whether this card waits for the focus. */
      waitsForFocus: (id: string) => toFocus.current === id,
      takeFocus(id: string) {
        if (toFocus.current !== id) return false;
        toFocus.current = null;
        return true;
      },
      say,
      placeOf,
      titleOf,
    };
  }, [drag, t]);
  return { tools, said };
}
