import { createLogger } from '@atelier/service-kit/log';
import { describe, expect, test } from '@jest/globals';
import { type BucketRedis, createMemoryBuckets, createSharedBuckets, secondsUntil } from './buckets.ts';

const bucket = { name: 'apiKey:1', maximum: 100, restoreRate: 10 };
let time = 0;
const now = () => time;

describe('a bucket', () => {
  test('gives what it holds, refuses what it does not, and fills again with time up to its brim', () => {
    const buckets = createMemoryBuckets(now);
    expect(buckets.take(bucket, 60)).toEqual({ isTaken: true, available: 40 });
    expect(buckets.take(bucket, 41)).toEqual({ isTaken: false, available: 40 });
    time += 1_000;
    expect(buckets.take(bucket, 41)).toEqual({ isTaken: true, available: 9 });
    time += 3_600_000;
    expect(buckets.take(bucket, 0)).toEqual({ isTaken: true, available: 100 });
    expect(buckets.take({ ...bucket, name: 'apiKey:2' }, 100)).toEqual({ isTaken: true, available: 0 });
  });

  test('takes back what was not needed, and may be left in debt by what was needed beyond', () => {
    const buckets = createMemoryBuckets(now);
    buckets.take(bucket, 60);
    buckets.giveBack(bucket, 50);
    expect(buckets.take(bucket, 0)).toEqual({ isTaken: true, available: 90 });
    buckets.giveBack(bucket, 500);
    expect(buckets.take(bucket, 100)).toEqual({ isTaken: true, available: 0 });
    buckets.giveBack(bucket, -1_000);
    expect(buckets.take(bucket, 0)).toEqual({ isTaken: false, available: -100 });
  });

  test('says after how many seconds enough is there', () => {
    expect(secondsUntil(bucket, 0, 50)).toBe(5);
    expect(secondsUntil(bucket, 49, 50)).toBe(1);
    expect(secondsUntil(bucket, -100, 500)).toBe(20);
  });
});

describe('buckets that routers share', () => {
  test('stand on this process while Redis fails, and ask it again once a second by one request', async () => {
    let asked = 0;
    let answer: () => Promise<[number, number]> = () => Promise.reject(new Error('gone'));
    let isReady = true;
    const redis: BucketRedis = {
      bucket() {
        asked += 1;
        return answer();
      },
      isReady: () => isReady,
      close: async () => {},
    };
    const lines: string[] = [];
    const logger = createLogger({
      service: 'test',
      destination: { write: (line) => lines.push(line) },
    });
    const buckets = createSharedBuckets({ redis, logger, now });

    expect(await buckets.take(bucket, 60)).toEqual({ isTaken: true, available: 40 });
    expect(buckets.take(bucket, 30)).toEqual({ isTaken: true, available: 10 });
    buckets.giveBack(bucket, 5);
    expect(buckets.take(bucket, 15)).toEqual({ isTaken: true, available: 0 });
    expect(asked).toBe(1);

    time += 1_000;
    answer = async () => [1, 77];
    const probe = buckets.take(bucket, 1);
    expect(buckets.take(bucket, 1)).toEqual({ isTaken: true, available: 9 });
    expect(await probe).toEqual({ isTaken: true, available: 77 });
    expect(await buckets.take(bucket, 1)).toEqual({ isTaken: true, available: 77 });
    expect(asked).toBe(3);
    isReady = false;
    expect(buckets.take(bucket, 1)).toEqual({ isTaken: true, available: 8 });
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'Redis does not answer: this router counts for itself',
      'Redis answers again: routers count together',
    ]);
  });
});
