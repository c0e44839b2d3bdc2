/** Within this distance of an edge, what is under the pointer scrolls, at most so many pixels a frame. */
const EDGE = 56;
const FASTEST = 18;

/** How fast something scrolls for a pointer between two edges: pixels a frame, negative towards the first. */
export function scrollSpeed(at: number, from: number, to: number): number {
  if (at < from + EDGE) return -Math.round(FASTEST * Math.min(1, (from + EDGE - at) / EDGE));
  if (at > to - EDGE) return Math.round(FASTEST * Math.min(1, (at - to + EDGE) / EDGE));
  return 0;
}
