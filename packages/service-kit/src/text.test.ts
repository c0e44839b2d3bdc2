import { expect, test } from '@jest/globals';
import { isStorable } from './text.ts';

test.each(['', 'Ångström', 'a\nb\tc', '\u{1F33F}', 7, null, undefined, true, { a: ['b', { c: 'd' }] }])('%j can be kept', (value) => {
  expect(isStorable(value)).toBe(true);
});

test.each(['a\0b', 'half \ud800 a pair', '\udc00', ['fine', 'not\0'], { deep: [{ down: '\0' }] }, { 'key\0': 1 }])(
  '%j cannot be kept',
  (value) => {
    expect(isStorable(value)).toBe(false);
  },
);
