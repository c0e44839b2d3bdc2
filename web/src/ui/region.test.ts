import { expect, test } from '@jest/globals';
import { regionOf } from './region.ts';

test('dates follow the region of the person, in the language of the words', () => {
  expect(regionOf('en', ['es-ES', 'en-GB', 'en-US'])).toBe('en-GB');
  expect(regionOf('es', ['en-GB', 'es-MX'])).toBe('es-MX');
});

test('dates follow the language alone where the person names no region of it', () => {
  expect(regionOf('en', ['de-AT'])).toBe('en');
  expect(regionOf('en', [])).toBe('en');
});
