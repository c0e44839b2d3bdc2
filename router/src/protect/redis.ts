import { Redis } from 'ioredis';
import { type BucketRedis, bucketScript } from './buckets.ts';

/** Texts that routers share, by name; each is forgotten after its time. */
export interface TextRedis {
  get(key: string): Promise<string | null>;
  set(key: string, text: string, seconds: number): Promise<void>;
  isReady(): boolean;
  /** Called each time that Redis can be asked again. */
  onReady(listener: () => void): void;
}

/** How long Redis may take, in ms; whoever waits longer is served without it. */
const patienceMs = 100;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    atelierBucket(
      key: string,
      maximum: number,
      restoreRate: number,
      points: number,
      isForced: 0 | 1,
    ): Context extends { type: 'default' } ? Promise<[number, number]> : unknown;
  }
}

/** Redis as the guards use it: commands of one turn leave together, none waits for a connection, and none is tried again. */
export function connectGuards(url: string): BucketRedis & TextRedis {
  const redis = new Redis(url, {
    enableAutoPipelining: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: patienceMs,
    retryStrategy: (times) => Math.min(100 * times, 1_000),
  });
  // Whoever asks is told by the rejected command.
  redis.on('error', () => undefined);
  redis.defineCommand('atelierBucket', { numberOfKeys: 1, lua: bucketScript });
  return {
    bucket: (key, maximum, restoreRate, points, isForced) => redis.atelierBucket(key, maximum, restoreRate, points, isForced),
    get: (key) => redis.get(key),
    set: async (key, text, seconds) => void (await redis.set(key, text, 'EX', seconds)),
    isReady: () => redis.status === 'ready',
    onReady: (listener) => void redis.on('ready', listener),
    close: async () => redis.disconnect(),
  };
}
