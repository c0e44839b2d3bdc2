import { createHash } from 'node:crypto';
import { uuidOf } from './ids.ts';

/** A UUID (version 8, RFC 9562) that follows from a name alone: the same demo thing has the same id on every machine. */
export function demoId(name: string): string {
  const bytes = createHash('sha256').update(`atelier-demo:${name}`).digest().subarray(0, 16);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x80;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  return uuidOf(bytes);
}

/** Numbers in [0, 1) that follow from a seed alone (the mulberry32 generator). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
