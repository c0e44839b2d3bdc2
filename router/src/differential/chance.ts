/** Numbers that look random and are the same for the same seed. */
export interface Chance {
  /** From 0 up to, and without, `below`. */
  upTo(below: number): number;
  /** True in `share` of all cases; 0.25 is one in four. */
  is(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

/** A 32-bit hash (FNV-1a) of some text. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  return value >>> 0;
}

/** A stream of chances out of one seed (mulberry32). */
export function chanceOf(seed: string | number): Chance {
  let state = hash(String(seed));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    upTo: (below) => Math.floor(next() * below),
    is: (share) => next() < share,
    pick(list) {
      const [first] = list;
      const picked = list[Math.floor(next() * list.length)] ?? first;
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
  };
}
