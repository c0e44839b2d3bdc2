import { setTimeout as pause } from 'node:timers/promises';

/** What making an export consists of, and which part of the whole each is, in percent. That it is ready is the last one. */
const SHARES = { rows: 50, pictures: 20, packed: 29 } as const;

/** How far the making of one export is. */
export class HowFar {
  readonly #parts = { rows: 0, pictures: 0, packed: 0 };

  /** Of a step this much is done, of so much in all. Of nothing all is done. A step never goes back. */
  at(step: keyof typeof SHARES, done: number, total: number): void {
    const part = total === 0 ? 1 : Math.min(1, done / total);
    this.#parts[step] = Math.max(this.#parts[step], part);
  }

  /** A whole number, 0 to 99. */
  get percent(): number {
    const { rows, pictures, packed } = this.#parts;
    return Math.floor(rows * SHARES.rows + pictures * SHARES.pictures + packed * SHARES.packed);
  }
}

/**
 * Waits for a work, and calls `tell` now and then until it is done.
 * @throws what the work rejects with; or what `tell` does, and then the work is left to itself
 */
export async function tellMeanwhile(work: Promise<void>, tell: () => Promise<void>, everyMs: number): Promise<void> {
  const over = new AbortController();
  const done = work.then(() => true).finally(() => over.abort());
  // Nobody waits for it any more once telling has failed.
  done.catch(() => undefined);
  const timeIsUp = () => pause(everyMs, false, { signal: over.signal }).catch(() => done);
  while (!(await Promise.race([done, timeIsUp()]))) await tell();
}
