import { describe, expect, test } from '@jest/globals';
import { changesOf, clashes, fieldsOf, parseSum, printSum } from './client-fields.ts';

describe('a sum as people type it', () => {
  test.each([
    ['65', 'EUR', 6500],
    ['65,5', 'EUR', 6550],
    ['1.250,50', 'EUR', 125_050],
    ['1,250.50', 'EUR', 125_050],
    ['1 250', 'EUR', 125_000],
    ['1.250', 'EUR', 125_000],
    ['8000', 'JPY', 8000],
  ])('%p in %s is %d in minor units', (text, currency, amount) => {
    expect(parseSum(text, currency)).toBe(amount);
  });

  test.each(['abc', '-5', '1.2345', '1,2,3x'])('%p is none', (text) => {
    expect(parseSum(text, 'EUR')).toBeNull();
  });

  test('is printed back as it can be typed', () => {
    expect(parseSum(printSum(125_050, 'EUR'), 'EUR')).toBe(125_050);
    expect(printSum(8000, 'JPY')).toBe('8000');
  });
});

test('a rate that is no sum names its control', () => {
  expect(fieldsOf({ name: 'A', currency: 'EUR', rate: 'plenty' })).toEqual({ wrong: 'rate' });
});

describe('two people who change one thing', () => {
  type Fields = { name: string; notes: string };
  const base: Fields = { name: 'Harbour', notes: 'old' };

  test('send only what they changed', () => {
    expect(changesOf(base, { ...base, notes: 'new' })).toEqual({ notes: 'new' });
  });

  test('do not clash over different fields, or over the same change', () => {
    expect(clashes<Fields>({ notes: 'new' }, { name: 'Harbor' })).toEqual([]);
    expect(clashes<Fields>({ notes: 'new' }, { notes: 'new' })).toEqual([]);
  });

  test('clash over a field that both changed', () => {
    expect(clashes<Fields>({ notes: 'mine', name: 'N' }, { notes: 'theirs' })).toEqual(['notes']);
  });
});
