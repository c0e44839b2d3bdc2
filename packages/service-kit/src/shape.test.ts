import { expect, test } from '@jest/globals';
import { makerOf } from './shape.ts';

test('each object is one of its own, with every name in order and nothing in it', () => {
  const make = makerOf(['b', 'a']);
  const first = make();
  first.a = 'something';
  expect(Object.entries(make())).toEqual([
    ['b', null],
    ['a', null],
  ]);
  expect(first).toEqual({ b: null, a: 'something' });
});
