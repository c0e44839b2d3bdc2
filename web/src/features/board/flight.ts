const places = new Map<string, { box: DOMRect; at: number }>();
const MILLISECONDS = 180;
const FRESH = 500;

/** Remembers where cards stand before somebody else's change, and lets them glide to where they stand after it. */
export const flight = {
  /** Call it right before the change is drawn. A card out of sight has no place to glide from. */
  from(id: string) {
    const card = document.querySelector(`[data-task="${CSS.escape(id)}"]`);
    if (card) places.set(id, { box: card.getBoundingClientRect(), at: performance.now() });
    else places.delete(id);
  },
  take(id: string): DOMRect | undefined {
    const place = places.get(id);
    places.delete(id);
    return place && performance.now() - place.at < FRESH ? place.box : undefined;
  },
  fly(card: HTMLElement, from: DOMRect) {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const to = card.getBoundingClientRect();
    const [x, y] = [from.left - to.left, from.top - to.top];
    if (x === 0 && y === 0) return;
    card.animate(
      [
        { transform: `translate(${x}px, ${y}px)`, zIndex: 1 },
        { transform: 'none', zIndex: 1 },
      ],
      {
        duration: MILLISECONDS,
        easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      },
    );
  },
};
