import { expect, test } from '@jest/globals';
import { csvCell } from './csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['\t=1', "\t'=1"],
  ['\r=1', "\r'=1"],
  ['＝1+1', "'＝1+1"],
])('a cell that begins as a formula is text: %j', (text, cell) => {
  expect(csvCell(text)).toBe(`"${cell}"`);
});

test.each([
  ['Ana;=1+1', "Ana;'=1+1"],
  ['Ana; @SUM(A1)', "Ana;' @SUM(A1)"],
  ['Ana;"=1+1"', 'Ana;\'""=1+1""'],
  ['Ana\n-1+1', "Ana\n'-1+1"],
  ['Ana\t+1', "Ana\t'+1"],
])('what becomes a cell where lists are separated by semicolons is text, too: %j', (text, cell) => {
  expect(csvCell(text)).toBe(`"${cell}"`);
});

test('what only looks like it stays as it is', () => {
  for (const text of ['a = b', 'a; b', 'mail@people.example', 'a-b; c+d']) expect(csvCell(text)).toBe(`"${text}"`);
});

test('a cell keeps quotes, commas and line breaks', () => {
  expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"');
  expect(csvCell(null)).toBe('""');
  expect(csvCell(7)).toBe('7');
});
