import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createClock, TICK_MS } from './clock.ts';

describe('the clock of a page', () => {
  beforeEach(() => void jest.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z') }));
  afterEach(() => void jest.useRealTimers());

  test('tells its readers when it moves', () => {
    const clock = createClock();
    const reader = jest.fn();
    clock.subscribe(reader);
    const before = clock.read();
    jest.advanceTimersByTime(TICK_MS - 1);
    expect(clock.read()).toBe(before);
    jest.advanceTimersByTime(1);
    expect(reader).toHaveBeenCalledTimes(1);
    expect(clock.read()).toEqual(new Date('2026-11-22T12:00:30Z'));
  });

  test('is right for the first reader after nothing was shown for an hour', () => {
    const clock = createClock();
    clock.subscribe(() => undefined)();
    jest.advanceTimersByTime(3_600_000);
    clock.subscribe(() => undefined);
    expect(clock.read()).toEqual(new Date('2026-11-22T13:00:00Z'));
  });

  test('stops with its last reader', () => {
    const clock = createClock();
    clock.subscribe(() => undefined)();
    expect(jest.getTimerCount()).toBe(0);
  });
});
