import type { Logger } from '@atelier/service-kit/log';

/** How much a bucket holds, and how fast it fills again. */
export interface BucketSize {
  /** Points. */
  maximum: number;
  /** Points a second. */
  restoreRate: number;
}

/** A bucket of somebody's. */
export interface Bucket extends BucketSize {
  /** Names it over all routers: `apiKey:019a…`. */
  name: string;
}

/** What came of taking points. */
export interface Taken {
  isTaken: boolean;
  /** Points that are left. */
  available: number;
}

/** Buckets that leak: points are taken, and come back with time. */
export interface Buckets {
  /** Takes points if that many are there, all or nothing. Taking 0 asks whether the bucket is in debt. */
  take(bucket: Bucket, points: number): Taken | Promise<Taken>;
  /** Puts points back that were not needed; negative: takes what was needed beyond, into debt if need be. Waits for nothing. */
  giveBack(bucket: Bucket, points: number): void;
  close(): Promise<void>;
}

/** Seconds, whole, after which that many points are there; at least 1. */
export const secondsUntil = (bucket: BucketSize, available: number, points: number): number =>
  Math.max(1, Math.ceil((Math.min(points, bucket.maximum) - available) / bucket.restoreRate));

/** Buckets that nobody used for so long that others pushed them out are full again. */
const mostRemembered = 50_000;

/** Buckets of this process. */
export function createMemoryBuckets(now: () => number): Buckets {
  const levels = new Map<string, { level: number; at: number }>();

  function levelOf({ name, maximum, restoreRate }: Bucket): { level: number; at: number } {
    const at = now();
    const known = levels.get(name);
    if (!known) {
      const first = levels.size >= mostRemembered ? levels.keys().next().value : undefined;
      if (first !== undefined) levels.delete(first);
      const full = { level: maximum, at };
      levels.set(name, full);
      return full;
    }
    known.level = Math.min(maximum, known.level + (Math.max(0, at - known.at) * restoreRate) / 1_000);
    known.at = at;
    // The last used stand last, so that the first to go is the longest unused.
    levels.delete(name);
    levels.set(name, known);
    return known;
  }

  return {
    take(bucket, points) {
      const state = levelOf(bucket);
      const isTaken = points <= state.level;
      if (isTaken) state.level -= points;
      return { isTaken, available: Math.floor(state.level) };
    },
    giveBack(bucket, points) {
      const state = levelOf(bucket);
      state.level = Math.max(-bucket.maximum, Math.min(bucket.maximum, state.level + points));
    },
    close: async () => {},
  };
}

/** What the buckets need of a Redis client: one script, sent once and then named. */
export interface BucketRedis {
  /** Runs `bucketScript` on one key. Rejects when Redis does not answer in time. */
  bucket(key: string, maximum: number, restoreRate: number, points: number, isForced: 0 | 1): Promise<[number, number]>;
  isReady(): boolean;
  close(): Promise<void>;
}

/** Takes points by Redis' own clock, so that routers need not agree on theirs. Answers whether it did and what is left. */
export const bucketScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local maximum, rate, points = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local known = redis.call('HMGET', KEYS[1], 'level', 'at')
local level = tonumber(known[1]) or maximum
level = math.min(maximum, level + math.max(0, now - (tonumber(known[2]) or now)) * rate / 1000)
local taken = 0
if ARGV[4] == '1' or points <= level then
  taken = 1
  level = math.max(-maximum, math.min(maximum, level - points))
end
redis.call('HSET', KEYS[1], 'level', tostring(level), 'at', tostring(now))
redis.call('PEXPIRE', KEYS[1], math.ceil((maximum - level) / rate * 1000) + 1000)
return { taken, math.floor(level) }`;

/** After a failure, Redis is left alone for as long, in ms. */
const restMs = 1_000;

/**
 * Buckets that all routers share. While Redis is away or slow, this process' own stand in at once, and it is asked again
 * once a second by a single request.
 */
export function createSharedBuckets(options: { redis: BucketRedis; logger: Logger; now: () => number }): Buckets {
  const { redis, logger, now } = options;
  const memory = createMemoryBuckets(now);
  let restUntil: number | null = null;

  const isUsable = () => {
    if (!redis.isReady()) return false;
    if (restUntil === null) return true;
    if (now() < restUntil) return false;
    restUntil = now() + restMs;
    return true;
  };
  const failed = (error: unknown) => {
    if (restUntil === null) logger.warn({ err: error }, 'Redis does not answer: this router counts for itself');
    restUntil = now() + restMs;
  };
  const worked = () => {
    if (restUntil !== null) logger.info('Redis answers again: routers count together');
    restUntil = null;
  };

  return {
    take(bucket, points) {
      if (!isUsable()) return memory.take(bucket, points);
      return redis.bucket(keyOf(bucket), bucket.maximum, bucket.restoreRate, points, 0).then(
        ([taken, available]) => {
          worked();
          return { isTaken: taken === 1, available };
        },
        (error) => {
          failed(error);
          return memory.take(bucket, points);
        },
      );
    },
    giveBack(bucket, points) {
      if (points === 0) return;
      if (!isUsable()) return memory.giveBack(bucket, points);
      redis.bucket(keyOf(bucket), bucket.maximum, bucket.restoreRate, -points, 1).then(worked, failed);
    },
    close: () => redis.close(),
  };
}

const keyOf = ({ name }: Bucket) => `atelier:bucket:${name}`;
