import { useSyncExternalStore } from 'react';
import type { Slot } from './columns.ts';

/** A card that is being carried, by pointer or by keys, and where it would land. */
export type Drag = { id: string; by: 'pointer' | 'keys'; slot: Slot | null };

/** Holds what is carried, so that only the columns that it touches are drawn again. */
export function createDrag() {
  let state: Drag | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(next: Drag | null) {
      const isSame =
        next?.id === state?.id &&
        next?.by === state?.by &&
        next?.slot?.column === state?.slot?.column &&
        next?.slot?.index === state?.slot?.index;
      if (isSame) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export type DragStore = ReturnType<typeof createDrag>;

/** Where in this column the carried card would land; null when elsewhere. */
export const useSlotIn = (drag: DragStore, column: string): number | null =>
  useSyncExternalStore(drag.subscribe, () => {
    const slot = drag.get()?.slot;
    return slot?.column === column ? slot.index : null;
  });

/** Whether this card is being carried, and how. */
export const useCarried = (drag: DragStore, id: string): Drag['by'] | null =>
  useSyncExternalStore(drag.subscribe, () => {
    const state = drag.get();
    return state?.id === id ? state.by : null;
  });
