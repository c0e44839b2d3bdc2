import { wrongCount } from '../batched.ts';
import { Failure } from './answer.ts';

/** What the answer to one operation waits for. */
export class Waiting {
  #promises = 0;
  #settled: { resolve(): void; reject(error: unknown): void } | null = null;

  /** The answer when everything is over that was waited for: at once where that was nothing. Rejects where an answer could not be made. */
  end<T>(answer: () => T): T | Promise<T> {
    if (this.#promises === 0) return answer();
    return new Promise<void>((resolve, reject) => {
      this.#settled = { resolve, reject };
    }).then(answer);
  }

  /** Goes on when all promises among the values have settled. */
  forEach(values: unknown[], next: () => void): void {
    const [only] = values;
    if (values.length === 1 && isPromise(only)) {
      const put = (value: unknown) => {
        values[0] = value;
        next();
      };
      this.#for(only, put, (reason) => put(new Failure(reason)));
      return;
    }
    const goOn = (settled: readonly unknown[]) => {
      for (let index = 0; index < settled.length; index += 1) values[index] = settled[index];
      next();
    };
    this.#for(Promise.all(values), goOn, async () => {
      const outcomes = await Promise.allSettled(values);
      goOn(outcomes.map((each) => (each.status === 'fulfilled' ? each.value : new Failure(each.reason))));
    });
  }

  /** Goes on with what is asked for many places at once: where that fails as a whole, each of them has failed. */
  forAll(ask: () => unknown, places: number, next: (values: readonly unknown[]) => void): void {
    const fail = (reason: unknown) => next(new Array<unknown>(places).fill(new Failure(reason)));
    const take = (given: unknown) => {
      if (Array.isArray(given) && given.length === places) next(given);
      else fail(wrongCount(places));
    };
    let given: unknown;
    try {
      given = ask();
    } catch (error) {
      fail(error);
      return;
    }
    if (isPromise(given)) this.#for(given, take, fail);
    else take(given);
  }

  #for<T>(promise: PromiseLike<T>, next: (value: T) => void, otherwise: (reason: unknown) => void | Promise<void>): void {
    this.#promises += 1;
    const done = () => {
      this.#promises -= 1;
      if (this.#promises === 0) this.#settled?.resolve();
    };
    // What can only be waited for, like a query that is being built, need not give promises of its own.
    Promise.resolve(promise)
      .then(
        (value) => {
          next(value);
          done();
        },
        async (reason: unknown) => {
          await otherwise(reason);
          done();
        },
      )
      .then(undefined, (error: unknown) => this.#settled?.reject(error));
  }
}

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
