import { expect, test } from '@jest/globals';
import { text } from './leaf.ts';

test('a text is written as JSON, whatever stands in it and however long it is', () => {
  for (const unit of ['a', '日', '😀', 'aé😀', '"', '\\', '\u0000', '\ud800', '\u2028'])
    for (const length of [0, 1, 9_999, 10_000, 10_001, ...(unit === 'a' ? [15_000_000] : [])]) {
      const value = `${unit.repeat(length / unit.length)}"`;
      expect(text(value) === JSON.stringify(value)).toBe(true);
      expect(text(unit) === JSON.stringify(unit)).toBe(true);
    }
});
