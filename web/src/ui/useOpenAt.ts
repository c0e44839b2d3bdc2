import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Where a strip shows one column at a time. */
const PHONE = '(max-width: 767px)';

/**
 * On a phone, a strip of columns opens at the first one that holds something, and not at an empty one before it. Once: what comes
 * or goes later does not scroll it away.
 * @param first its place in the strip; -1 when all are empty
 * @param key what the columns are: another grouping opens anew
 */
export function useOpenAt(strip: RefObject<HTMLElement | null>, first: number, key: string): void {
  const opened = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (opened.current === key) return;
    opened.current = key;
    const column = strip.current?.children[first];
    if (first < 1 || !(column instanceof HTMLElement) || !matchMedia(PHONE).matches) return;
    strip.current?.scrollTo({ left: column.offsetLeft, behavior: 'instant' });
  }, [strip, first, key]);
}
