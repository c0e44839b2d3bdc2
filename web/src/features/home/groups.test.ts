import { describe, expect, test } from '@jest/globals';
import { byWhen, partOfDay, weekEnd, whenOf } from './groups.ts';

const TODAY = '2026-11-22';

describe('when a task is to be done', () => {
  test.each([
    ['2026-11-21', 'late'],
    ['2026-11-22', 'today'],
    ['2026-11-28', 'week'],
    ['2026-11-29', 'later'],
    [null, 'someday'],
  ])('due on %p is %s', (dueOn, when) => {
    expect(whenOf(dueOn, TODAY)).toBe(when);
  });

  test('a week ends on its seventh day', () => {
    expect(weekEnd(TODAY)).toBe('2026-11-28');
    expect(weekEnd('2026-12-29')).toBe('2027-01-04');
  });

  test('groups stand in the order of a day, what is late first, and empty ones are left out', () => {
    const tasks = [{ dueOn: null }, { dueOn: '2026-11-30' }, { dueOn: '2026-11-01' }];
    expect(byWhen(tasks, TODAY).map(({ when }) => when)).toEqual(['late', 'later', 'someday']);
  });
});

test('the part of the day is that of the zone, not of the machine', () => {
  const at = new Date('2026-11-22T09:30:00Z');
  expect(partOfDay(at, 'Europe/Madrid')).toBe('morning');
  expect(partOfDay(at, 'Asia/Tokyo')).toBe('evening');
  expect(partOfDay(at, 'America/Los_Angeles')).toBe('evening');
});
