import { describe, expect, test } from '@jest/globals';
import { backoff } from './backoff.ts';

describe('waiting before a reconnect', () => {
  test('doubles with every try and stops growing at 20 seconds', () => {
    const longest = [0, 1, 2, 3, 10, 1000].map((tries) => backoff(tries, () => 1));
    expect(longest).toEqual([500, 1000, 2000, 4000, 20_000, 20_000]);
  });

  test('never waits less than half of it', () => {
    expect(backoff(2, () => 0)).toBe(1000);
  });
});
