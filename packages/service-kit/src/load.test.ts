import { expect, test } from '@jest/globals';
import { isUuid } from './ids.ts';
import { copyChunks, loadClientId, loadContactId, loadStudioId } from './load.ts';

test('ids follow from their numbers alone and differ by kind', () => {
  const ids = [loadStudioId(1), loadClientId(1, 1), loadClientId(1, 2), loadClientId(11, 1), loadContactId(1, 1, 1)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isUuid)).toBe(true);
  expect(loadClientId(1, 2)).toBe(ids[2]);
});

test('what COPY reads as a sign is written so that it stays text', () => {
  const rows = [['a\tb\nc\\d', null, 5n, true, new Date(0), ['x"y', 'z']]];
  const text = [...copyChunks({ table: 't', columns: [], rows })].join('');
  expect(text).toBe('a\\tb\\nc\\\\d\t\\N\t5\ttrue\t1970-01-01T00:00:00.000Z\t{"x\\\\"y","z"}\n');
});

test('rows come in pieces, and each piece says how many', () => {
  const counts: number[] = [];
  const rows = Array.from({ length: 3000 }, () => ['x'.repeat(60)]);
  const chunks = [...copyChunks({ table: 't', columns: [], rows }, (count) => counts.push(count))];
  expect(chunks.length).toBeGreaterThan(1);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3000);
});
