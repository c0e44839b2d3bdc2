import { expect, test } from '@jest/globals';
import { mayBeLetIn } from './grant.ts';

test("only the client's own people are let into a client's project", () => {
  expect(mayBeLetIn('client', 'client')).toBe(true);
  expect(mayBeLetIn('client', 'other')).toBe(false);
  expect(mayBeLetIn('client', null)).toBe(false);
});

test('anybody is let into a project without a client', () => {
  expect(mayBeLetIn(null, 'client')).toBe(true);
});
