import { expect, test } from '@jest/globals';
import { csvCell } from './csv.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('a cell that begins as a formula is text: %j', (text) => {
  expect(csvCell(text)).toBe(`"'${text}"`);
});

test('a cell keeps quotes, commas and line breaks', () => {
  expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"');
  expect(csvCell(null)).toBe('""');
  expect(csvCell(7)).toBe('7');
});
