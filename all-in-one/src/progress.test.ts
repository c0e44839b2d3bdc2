import { expect, test } from '@jest/globals';
import { barOf } from './progress.ts';

test('a bar fills as work is done, and never beyond its end', () => {
  expect(barOf(0, 4)).toBe(`[${'-'.repeat(24)}]`);
  expect(barOf(1, 4)).toBe(`[${'#'.repeat(6)}${'-'.repeat(18)}]`);
  expect(barOf(5, 4)).toBe(`[${'#'.repeat(24)}]`);
  expect(barOf(0, 0)).toBe(`[${'-'.repeat(24)}]`);
});
