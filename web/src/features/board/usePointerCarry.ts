import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { ColumnHandle } from './BoardColumn.tsx';
import type { BoardTask, Slot } from './columns.ts';
import type { DragStore } from './drag.ts';
import { scrollSpeed } from './scrollSpeed.ts';

/** How far a mouse goes before it carries; how long a finger rests before it lifts, and how far it may tremble meanwhile. */
const MOUSE_DISTANCE = 5;
const LONG_PRESS = 220;
const TREMBLE = 8;

type Point = { x: number; y: number };
/** The card in the hand: where its corner is at first, and how wide it is drawn. */
export type InHand = { task: BoardTask; corner: Point; width: number };

type Carrying = {
  drag: DragStore;
  handles: ReadonlyMap<string, ColumnHandle>;
  strip: RefObject<HTMLElement | null>;
  /** The drawing of the card in the hand; it is placed here, without drawing anything anew. */
  hand: RefObject<HTMLElement | null>;
  onLift: (inHand: InHand) => void;
  /** Put down where the slot is, or taken back. */
  onEnd: (isDrop: boolean) => void;
};

/** The slot under a point of the window: the column by the nearest edge, the place by the cards' middles. */
function slotUnder(handles: ReadonlyMap<string, ColumnHandle>, { x, y }: Point): Slot | null {
  let nearest: { key: string; handle: ColumnHandle; distance: number } | null = null;
  for (const [key, handle] of handles) {
    const box = handle.box();
    if (!box) continue;
    const distance = Math.max(box.left - x, x - box.right, 0);
    if (!nearest || distance < nearest.distance) nearest = { key, handle, distance };
  }
  return nearest && { column: nearest.key, index: nearest.handle.slotAt(y) };
}

/** Carries cards by mouse, pen or finger. Returns what a card calls when it is pressed. */
export function usePointerCarry(carrying: Carrying): (event: ReactPointerEvent, task: BoardTask) => void {
  const latest = useRef(carrying);
  latest.current = carrying;
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  // A finger that carries must not scroll; the browser asks before the first move, so this listens from the start.
  const { strip } = carrying;
  useEffect(() => {
    const box = strip.current;
    const onTouchMove = (event: TouchEvent) => {
      if (latest.current.drag.get()?.by === 'pointer' && event.cancelable) event.preventDefault();
    };
    box?.addEventListener('touchmove', onTouchMove, { passive: false });
    return () => box?.removeEventListener('touchmove', onTouchMove);
  }, [strip]);

  return useCallback((event, task) => {
    if (event.button !== 0 || !event.isPrimary || stop.current) return;
    if (event.target instanceof Element && event.target.closest('button, [role=menu]')) return;
    const card = event.currentTarget.getBoundingClientRect();
    const start = { x: event.clientX, y: event.clientY };
    const isTouch = event.pointerType === 'touch';
    let point = start;
    let isLifted = false;
    let frame = 0;

    const place = () => {
      const { drag, handles, hand } = latest.current;
      if (hand.current) hand.current.style.translate = `${card.left + point.x - start.x}px ${card.top + point.y - start.y}px`;
      drag.set({ id: task.id, by: 'pointer', slot: slotUnder(handles, point) });
    };
    const scroll = () => {
      const { strip: box, handles, drag } = latest.current;
      const column = handles.get(drag.get()?.slot?.column ?? '');
      const columnBox = column?.box();
      const stripBox = box.current?.getBoundingClientRect();
      const down = columnBox ? scrollSpeed(point.y, columnBox.top, columnBox.bottom) : 0;
      const along = stripBox ? scrollSpeed(point.x, stripBox.left, stripBox.right) : 0;
      if (down) column?.scrollBy(down);
      if (along) box.current?.scrollBy(along, 0);
      if (down || along) place();
      frame = requestAnimationFrame(scroll);
    };
    const lift = () => {
      isLifted = true;
      latest.current.onLift({ task, corner: { x: card.left, y: card.top }, width: card.width });
      place();
      frame = requestAnimationFrame(scroll);
    };
    const end = (isDrop: boolean) => {
      stop.current?.();
      if (!isLifted) return;
      // The press that carried is no click on the card's link.
      const swallow = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      latest.current.onEnd(isDrop);
    };
    const onMove = (move: PointerEvent) => {
      if (move.pointerId !== event.pointerId) return;
      point = { x: move.clientX, y: move.clientY };
      const far = Math.hypot(point.x - start.x, point.y - start.y);
      if (isLifted) place();
      else if (isTouch && far > TREMBLE) end(false);
      else if (!isTouch && far > MOUSE_DISTANCE) lift();
    };
    const onUp = () => end(true);
    const onCancel = () => end(false);
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape' || !isLifted) return;
      key.preventDefault();
      key.stopPropagation();
      end(false);
    };
    const onContextMenu = (menu: Event) => isTouch && menu.preventDefault();
    const timer = isTouch ? setTimeout(lift, LONG_PRESS) : undefined;
    const placeAfterScroll = () => isLifted && place();
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('blur', onCancel);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('contextmenu', onContextMenu);
    window.addEventListener('scroll', placeAfterScroll, { capture: true, passive: true });
    stop.current = () => {
      stop.current = null;
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('blur', onCancel);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('contextmenu', onContextMenu);
      window.removeEventListener('scroll', placeAfterScroll, { capture: true });
    };
  }, []);
}
