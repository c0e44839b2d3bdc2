/** Something that must have ended at a point in time. */
export interface Watched {
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  /** Called once, at most a tenth of a second late. */
  expire(): void;
}

const tickMs = 100;
const watched = new Set<Watched>();
let timer: NodeJS.Timeout | undefined;

/** Watches until `unwatch`. One timer serves all: a timer or a signal for each fetch costs more than the fetch's own bookkeeping. */
export function watch(each: Watched): void {
  watched.add(each);
  timer ??= setInterval(sweep, tickMs).unref();
}

export function unwatch(each: Watched): void {
  watched.delete(each);
}

function sweep(): void {
  const now = performance.now();
  for (const each of watched) {
    if (each.deadline > now) continue;
    watched.delete(each);
    each.expire();
  }
  if (watched.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}
