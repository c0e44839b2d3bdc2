import { describe, expect, test } from '@jest/globals';
import { besides } from './place.ts';

const screen = { width: 400, height: 300 };
const box = { width: 100, height: 20 };
const anchor = (left: number, top: number) => ({ left, top, width: 40, height: 40 });

describe('a tooltip', () => {
  test('stands centred above its control', () => {
    expect(besides(anchor(180, 100), box, screen, 'top')).toEqual({ left: 150, top: 74 });
  });

  test('goes below where there is no room above', () => {
    expect(besides(anchor(180, 0), box, screen, 'top')).toEqual({ left: 150, top: 46 });
  });

  test('goes above where there is no room below', () => {
    expect(besides(anchor(180, 255), box, screen, 'bottom')).toEqual({ left: 150, top: 229 });
  });

  test('never leaves the window at the side', () => {
    expect(besides(anchor(0, 100), box, screen, 'top').left).toBe(8);
    expect(besides(anchor(360, 100), box, screen, 'top').left).toBe(292);
  });
});
