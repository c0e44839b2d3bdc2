import { until } from '@atelier/testing/until';
import { describe, expect, test } from '@jest/globals';
import { HowFar, tellMeanwhile } from './progress.ts';

describe('how far an export is', () => {
  test('rises with its rows, its pictures and what is packed, and is never said to be all', () => {
    const howFar = new HowFar();
    const seen = [howFar.percent];
    for (const step of ['rows', 'pictures', 'packed'] as const) {
      for (const done of [1, 2, 3, 4]) {
        howFar.at(step, done, 4);
        seen.push(howFar.percent);
      }
    }
    expect(seen).toEqual([0, 12, 25, 37, 50, 55, 60, 65, 70, 77, 84, 91, 99]);
  });

  test('does not fall when there is more than was counted, or when nothing is to be done', () => {
    const howFar = new HowFar();
    howFar.at('rows', 30, 20);
    expect(howFar.percent).toBe(50);
    howFar.at('pictures', 0, 0);
    howFar.at('packed', 600, 1_000);
    const before = howFar.percent;
    howFar.at('packed', 600, 2_000);
    expect([before, howFar.percent]).toEqual([87, 87]);
  });
});

describe('what takes its time', () => {
  test('is told of again and again until it is done', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let told = 0;
    const waiting = tellMeanwhile(
      promise,
      async () => {
        told += 1;
      },
      1,
    );
    await until(async () => told > 2);
    resolve();
    await waiting;
  });

  test('fails with what it failed with, and is left when telling fails', async () => {
    await expect(tellMeanwhile(Promise.reject(new Error('no room')), async () => undefined, 60_000)).rejects.toThrow('no room');
    const telling = tellMeanwhile(
      new Promise(() => undefined),
      async () => {
        throw new Error('cancelled');
      },
      1,
    );
    await expect(telling).rejects.toThrow('cancelled');
  });
});
