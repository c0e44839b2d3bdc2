import { beginProgress } from './progress.ts';

/** The whole of a stop must fit in 5 s. */
const STOP_WITHIN_MS = 4800;

/** The course of one start: named steps, each of which may leave something to stop. */
export type Launch = {
  /** Aborted as soon as the start is given up or Atelier is to stop. */
  readonly signal: AbortSignal;
  /**
   * Runs one step of the start with its progress on the screen.
   * @param start gets a function that says what goes on inside the step
   * @param stop how to end what `start` gave; called in reverse order of the steps
   */
  step<T>(name: string, start: (say: (detail: string) => void) => Promise<T> | T, stop?: (started: T) => unknown): Promise<T>;
  /** Stops all that the steps left, last one first, within 5 s. Every call waits for the same stop. True when all went well. */
  stop(): Promise<boolean>;
};

/** Begins a start in which nothing runs yet. */
export function beginLaunch(): Launch {
  const giveUp = new AbortController();
  const stops: { name: string; stop: () => unknown }[] = [];
  let current: Promise<unknown> = Promise.resolve();
  let stopping: Promise<boolean> | undefined;

  async function stopInOrder(): Promise<boolean> {
    giveUp.abort();
    // A step that is under way sees the signal; what it started by then is stopped with the rest.
    await current.catch(() => undefined);
    let well = true;
    for (let last = stops.pop(); last !== undefined; last = stops.pop()) {
      try {
        await last.stop();
      } catch (error) {
        well = false;
        console.error(`Stopping ${last.name} failed:`, error);
      }
    }
    return well;
  }

  return {
    signal: giveUp.signal,
    step(name, start, stop) {
      const run = async () => {
        giveUp.signal.throwIfAborted();
        const progress = beginProgress(name);
        try {
          const started = await start((detail) => progress.say(detail));
          if (stop) stops.push({ name, stop: () => stop(started) });
          progress.done();
          return started;
        } catch (error) {
          progress.dropped();
          throw error;
        }
      };
      const running = run();
      current = running;
      return running;
    },
    stop() {
      stopping ??= withDeadline(stopInOrder());
      return stopping;
    },
  };
}

async function withDeadline(stopped: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), STOP_WITHIN_MS);
  });
  const well = await Promise.race([stopped, late]);
  clearTimeout(timer);
  return well;
}
