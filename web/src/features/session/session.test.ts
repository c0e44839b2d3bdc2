import { describe, expect, test } from '@jest/globals';
import { safeBack } from './session.ts';

describe('the way back after sign-in', () => {
  test('is a path of this site with what follows it', () => {
    expect(safeBack('/s/linden/projects?view=board#top')).toBe('/s/linden/projects?view=board#top');
  });

  test.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/..//elsewhere.example',
    '/.//elsewhere.example',
    '/a/%2e%2e//elsewhere.example',
    'javascript:alert(1)',
    '',
    7,
    undefined,
  ])('is dropped when it is %p', (value) => {
    expect(safeBack(value)).toBeUndefined();
  });
});
