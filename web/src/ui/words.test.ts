import { describe, expect, test } from '@jest/globals';
import { formatMoney, fractionDigits } from './money.ts';
import { initials, personColour } from './person.ts';
import { dateIn, daysBetween, relativeTime, shortDate } from './time.ts';

describe('a sum of money', () => {
  test('has the digits of its currency', () => {
    expect(fractionDigits('EUR')).toBe(2);
    expect(formatMoney(128_050, 'EUR', 'en')).toBe('€1,280.50');
    expect(formatMoney(980_000, 'JPY', 'en')).toBe('¥980,000');
    expect(formatMoney(5, 'EUR', 'en')).toBe('€0.05');
  });

  test('carries a real minus when it is negative', () => {
    expect(formatMoney(-12_000, 'EUR', 'en')).toBe('\u2212€120.00');
  });

  test('is exact where a float is not', () => {
    expect(formatMoney(9_007_199_254_740_993n, 'EUR', 'en')).toBe('€90,071,992,547,409.93');
  });

  test('is written as the reader writes it', () => {
    expect(formatMoney(128_050, 'EUR', 'es')).toBe('1280,50\u00a0€');
  });
});

describe('a moment', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const at = (iso: string) => relativeTime(new Date(iso), now, 'en');

  test('is told by the largest unit that has passed', () => {
    expect(at('2026-11-22T11:59:40Z')).toBe('now');
    expect(at('2026-11-22T11:15:00Z')).toBe('45 minutes ago');
    expect(at('2026-11-22T09:00:01Z')).toBe('2 hours ago');
    expect(at('2026-11-20T12:00:00Z')).toBe('2 days ago');
    expect(at('2026-12-06T12:00:00Z')).toBe('in 2 weeks');
  });
});

describe('a due date', () => {
  test('belongs to the day that it is in the studio, not in London', () => {
    const lateEvening = new Date('2026-11-22T23:30:00Z');
    expect(dateIn('Europe/Berlin', lateEvening)).toBe('2026-11-23');
    expect(dateIn('America/Lima', lateEvening)).toBe('2026-11-22');
  });

  test('is a word when near, a weekday this week, a date beyond', () => {
    const short = (date: string) => shortDate(date, '2026-11-22', 'en');
    expect(short('2026-11-22')).toBe('today');
    expect(short('2026-11-21')).toBe('yesterday');
    expect(short('2026-11-25')).toBe('Wednesday');
    expect(short('2026-11-29')).toBe('Nov 29');
    expect(short('2027-01-04')).toBe('Jan 4, 2027');
  });

  test('counts whole days across a change of the clock', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });
});

describe('a person without a picture', () => {
  test('is drawn with the first letters of the first and last name', () => {
    expect(initials('Mara Linden')).toBe('ML');
    expect(initials('Inés de la Alcorta')).toBe('IA');
    expect(initials('sol')).toBe('S');
    expect(initials('  ')).toBe('');
  });

  test('keeps their colour', () => {
    expect(personColour('user_a')).toBe(personColour('user_a'));
    const used = new Set(Array.from({ length: 200 }, (_, index) => personColour(`user_${index}`)));
    expect(used.size).toBe(8);
  });
});
