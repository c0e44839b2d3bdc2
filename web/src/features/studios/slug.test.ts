import { expect, test } from '@jest/globals';
import { slugFrom } from './slug.ts';

test.each([
  ['Añil & Co.', 'anil-co'],
  ['  Studio   Nord  ', 'studio-nord'],
  ['線', ''],
  ['The House of Extraordinarily Long Names', 'the-house-of-extraordinarily-long'],
])('the address of %p is %p', (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});
