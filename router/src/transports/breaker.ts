/** `closed` lets everything pass, `open` nothing, `half-open` one request at a time, until one succeeds. */
export type BreakerState = 'closed' | 'open' | 'half-open';

export interface BreakerOptions {
  /** Failures in a row that open it. */
  failures?: number;
  /** Share of failures in the window that opens it, once the window holds `minimum` requests. */
  rate?: number;
  minimum?: number;
  /** Milliseconds over which the share is taken. */
  windowMs?: number;
  /** Milliseconds that it stays open before it lets one request try. */
  openMs?: number;
  /** Milliseconds, monotonic. */
  now?: () => number;
  onChange?: (state: BreakerState) => void;
}

/** Lets a process that does not answer rest, and spares those who would wait for it. */
export interface Breaker {
  readonly state: BreakerState;
  readonly opened: number;
  /** A ticket for one request; null when it must not be sent. `isProbe` is always let through. */
  admit(isProbe?: boolean): Ticket | null;
  /** Every ticket is handed back once. `neither`: its end says nothing about the subgraph. */
  settle(ticket: Ticket, outcome: 'success' | 'failure' | 'neither'): void;
}

export interface Ticket {
  /** The period between two changes of state in which it was given: what began before says nothing about now. */
  readonly period: number;
  readonly isProbe: boolean;
}

export function createBreaker(options: BreakerOptions = {}): Breaker {
  const { failures = 5, rate = 0.5, minimum = 20, windowMs = 10_000, openMs = 1_000 } = options;
  const now = options.now ?? (() => performance.now());
  let state: BreakerState = 'closed';
  let period = 0;
  let opened = 0;
  let openUntil = 0;
  let isTrying = false;
  let inARow = 0;
  // The window in two halves: the older is dropped when the newer is full.
  let half = { since: now(), all: 0, failed: 0 };
  let before = { all: 0, failed: 0 };

  function change(next: BreakerState): void {
    state = next;
    period += 1;
    isTrying = false;
    inARow = 0;
    before = { all: 0, failed: 0 };
    half = { since: now(), all: 0, failed: 0 };
    if (next === 'open') {
      opened += 1;
      openUntil = now() + openMs;
    }
    options.onChange?.(next);
  }

  function count(isFailure: boolean): void {
    const time = now();
    if (time - half.since >= windowMs / 2) {
      before = time - half.since >= windowMs ? { all: 0, failed: 0 } : half;
      half = { since: time, all: 0, failed: 0 };
    }
    half.all += 1;
    inARow = isFailure ? inARow + 1 : 0;
    if (!isFailure) return;
    half.failed += 1;
    const all = half.all + before.all;
    if (inARow >= failures || (all >= minimum && (half.failed + before.failed) / all >= rate)) change('open');
  }

  return {
    get state() {
      return state === 'open' && now() >= openUntil ? 'half-open' : state;
    },
    get opened() {
      return opened;
    },
    admit(isProbe = false) {
      if (state === 'open' && now() >= openUntil) change('half-open');
      if (isProbe || state === 'closed') return { period, isProbe };
      if (state === 'open' || isTrying) return null;
      isTrying = true;
      return { period, isProbe };
    },
    settle(ticket, outcome) {
      if (ticket.isProbe) {
        if (outcome === 'success' && state !== 'closed') change('closed');
        return;
      }
      if (ticket.period !== period) return;
      if (state === 'closed') {
        if (outcome !== 'neither') count(outcome === 'failure');
        return;
      }
      isTrying = false;
      if (outcome !== 'neither') change(outcome === 'success' ? 'closed' : 'open');
    },
  };
}
