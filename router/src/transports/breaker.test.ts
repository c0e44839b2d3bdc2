import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Breaker, type BreakerState, createBreaker } from './breaker.ts';

let time: number;
let breaker: Breaker;
let changes: BreakerState[];

beforeEach(() => {
  time = 0;
  changes = [];
  breaker = createBreaker({
    failures: 3,
    minimum: 10,
    rate: 0.5,
    windowMs: 1_000,
    openMs: 100,
    now: () => time,
    onChange: (state) => changes.push(state),
  });
});
const admit = (isProbe = false) => {
  const ticket = breaker.admit(isProbe);
  if (!ticket) throw new Error('not admitted');
  return ticket;
};
const run = (outcome: 'success' | 'failure' | 'neither') => breaker.settle(admit(), outcome);
const open = () => {
  for (let index = 0; index < 3; index += 1) run('failure');
};

describe('a breaker', () => {
  test('opens after failures in a row, and lets nothing pass then', () => {
    run('failure');
    run('failure');
    run('success');
    run('failure');
    run('failure');
    expect(breaker.state).toBe('closed');
    run('failure');
    expect([breaker.state, breaker.opened, breaker.admit()]).toEqual(['open', 1, null]);
  });

  test('opens when half of what was sent lately failed, though never in a row', () => {
    for (let index = 0; index < 5; index += 1) {
      run('success');
      run('failure');
    }
    expect(breaker.state).toBe('open');
  });

  test('forgets failures of long ago', () => {
    for (let index = 0; index < 4; index += 1) {
      run('success');
      run('failure');
    }
    time = 1_500;
    for (let index = 0; index < 4; index += 1) {
      run('success');
      run('failure');
    }
    expect(breaker.state).toBe('closed');
  });

  test('says nothing of a subgraph by requests that failed for another reason', () => {
    for (let index = 0; index < 30; index += 1) run('neither');
    expect(breaker.state).toBe('closed');
  });

  test('lets one request try after a while, and closes when it succeeds', () => {
    open();
    time = 100;
    const trial = admit();
    expect([breaker.state, breaker.admit()]).toEqual(['half-open', null]);
    breaker.settle(trial, 'success');
    expect([breaker.state, changes]).toEqual(['closed', ['open', 'half-open', 'closed']]);
  });

  test('opens again when the trial fails, and gives the trial to the next when it says nothing', () => {
    open();
    time = 100;
    run('neither');
    run('failure');
    expect([breaker.state, breaker.opened]).toEqual(['open', 2]);
    time = 199;
    expect(breaker.admit()).toBeNull();
  });

  test('is closed by a health check that succeeds, and never opened by one that fails', () => {
    for (let index = 0; index < 5; index += 1) breaker.settle(admit(true), 'failure');
    expect(breaker.state).toBe('closed');
    open();
    breaker.settle(admit(true), 'success');
    expect(breaker.state).toBe('closed');
  });

  test('does not open for requests that began before it healed', () => {
    const late = [admit(), admit(), admit()];
    open();
    time = 100;
    run('success');
    for (const ticket of late) breaker.settle(ticket, 'failure');
    expect(breaker.state).toBe('closed');
  });
});
