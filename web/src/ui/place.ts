type Box = { left: number; top: number; width: number; height: number };
type Size = { width: number; height: number };

const GAP = 6;
const EDGE = 8;

/** Where a small box goes above or below its anchor: centred, inside the window, on the other side where there is no room. */
export function besides(anchor: Box, box: Size, screen: Size, side: 'top' | 'bottom'): { left: number; top: number } {
  const above = anchor.top - GAP - box.height;
  const below = anchor.top + anchor.height + GAP;
  const fits = { top: above >= EDGE, bottom: below + box.height <= screen.height - EDGE };
  const top = (side === 'top' && (fits.top || !fits.bottom)) || (side === 'bottom' && !fits.bottom && fits.top) ? above : below;
  const centred = anchor.left + anchor.width / 2 - box.width / 2;
  return { left: Math.max(EDGE, Math.min(centred, screen.width - EDGE - box.width)), top };
}
