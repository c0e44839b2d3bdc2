const FIRST = 500;
const LONGEST = 20_000;

/**
 * Milliseconds to wait before try number `tries` (0 the first): doubling, at most 20 s, and anywhere between half and all of it,
 * so that a thousand browsers do not come back in the same instant after a restart.
 */
export function backoff(tries: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST, FIRST * 2 ** tries);
  return Math.round(full / 2 + (full / 2) * random());
}
