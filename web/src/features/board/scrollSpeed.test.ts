import { describe, expect, test } from '@jest/globals';
import { scrollSpeed } from './scrollSpeed.ts';

describe('a column under a carried card', () => {
  test('rests while the pointer is away from its edges', () => {
    expect(scrollSpeed(300, 100, 700)).toBe(0);
  });

  test('scrolls faster the nearer the pointer comes to an edge', () => {
    const [near, nearer, beyond] = [650, 690, 900].map((at) => scrollSpeed(at, 100, 700));
    expect(near).toBeGreaterThan(0);
    expect(nearer).toBeGreaterThan(near ?? 0);
    expect(beyond).toBe(18);
    expect(scrollSpeed(0, 100, 700)).toBe(-18);
  });
});
