import { useEffect } from 'react';
import type { ColumnHandle } from './BoardColumn.tsx';
import type { Slot } from './columns.ts';
import type { DragStore } from './drag.ts';

/** The slot under a point of the window: the column by the nearest edge, the place by the cards' middles. */
function slotUnder(handles: ReadonlyMap<string, ColumnHandle>, x: number, y: number): Slot | null {
  let nearest: { key: string; handle: ColumnHandle; distance: number } | null = null;
  for (const [key, handle] of handles) {
    const box = handle.box();
    if (!box) continue;
    const distance = Math.max(box.left - x, x - box.right, 0);
    if (!nearest || distance < nearest.distance) nearest = { key, handle, distance };
  }
  return nearest && { column: nearest.key, index: nearest.handle.slotAt(y) };
}

/** While a card is carried by mouse or finger, keeps its slot at the pointer, also when the columns scroll under it. */
export function usePointerSlot(drag: DragStore, handles: ReadonlyMap<string, ColumnHandle>, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let point: { x: number; y: number } | null = null;
    const update = () => {
      const state = drag.get();
      if (point && state?.by === 'pointer') drag.set({ ...state, slot: slotUnder(handles, point.x, point.y) });
    };
    const onMove = (event: MouseEvent | TouchEvent) => {
      const at = 'touches' in event ? event.touches[0] : event;
      if (!at) return;
      point = { x: at.clientX, y: at.clientY };
      update();
    };
    window.addEventListener('mousemove', onMove);
    window.addEventListener('touchmove', onMove, { passive: true });
    window.addEventListener('scroll', update, { capture: true, passive: true });
    return () => {
      window.removeEventListener('mousemove', onMove);
      window.removeEventListener('touchmove', onMove);
      window.removeEventListener('scroll', update, { capture: true });
    };
  }, [active, drag, handles]);
}
