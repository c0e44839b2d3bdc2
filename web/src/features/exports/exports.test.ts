import { expect, test } from '@jest/globals';
import { daysLeft, sizeText } from './exports.ts';

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [129_069, '129 kB'],
  [1_449_000, '1.4 MB'],
  [2_500_000_000, '2.5 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes, 'en')).toBe(text);
});

test('a day that has begun counts as one that is left', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  expect(['2026-11-29T10:00:09Z', '2026-11-22T11:00:00Z', '2026-11-22T09:00:00Z'].map((at) => daysLeft(at, now))).toEqual([7, 1, 0]);
});
