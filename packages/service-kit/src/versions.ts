import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Logger } from './log.ts';

/**
 * Tells whether something may have changed since an answer was made. Each subgraph's rows of each studio are one scope; whoever keeps
 * answers keeps the state of their scopes with them, and an answer whose state is no longer that is not given out.
 */
export interface Versions {
  /**
   * Does `work`, which may change what the scopes hold. Once the promise has settled, no reader meets a state from before; while it
   * is under way, or for two seconds after a crash in the middle, there is none.
   */
  change<T>(scopes: readonly string[], work: () => Promise<T>): Promise<T>;
  /** Names the state of all scopes together; null while one is being changed or nobody can tell. */
  state(scopes: readonly string[]): Promise<string | null> | string | null;
  close(): Promise<void>;
}

/** The scope of a subgraph's rows of one studio; null for those that belong to no single studio. */
export const versionScope = (subgraph: string, studioId: string | null): string => `${subgraph}:${studioId ?? '*'}`;

/** Everything of a subgraph that an answer for a viewer in `studioId` can hold. */
export function versionScopes(subgraphs: readonly string[], studioId: string | null): string[] {
  return subgraphs.flatMap((name) =>
    studioId === null ? [versionScope(name, null)] : [versionScope(name, null), versionScope(name, studioId)],
  );
}

/** Scopes that are remembered; of one that was forgotten every answer counts as old. */
const MOST_SCOPES = 100_000;

/** For one process. */
export function createMemoryVersions(): Versions {
  const scopes = new Map<string, { version: number; changes: number }>();
  let last = 0;
  const entryOf = (scope: string) => {
    let entry = scopes.get(scope);
    if (!entry) {
      last += 1;
      entry = { version: last, changes: 0 };
      scopes.set(scope, entry);
      if (scopes.size > MOST_SCOPES) forgetOne();
    }
    return entry;
  };
  const forgetOne = () => {
    for (const [scope, { changes }] of scopes) {
      if (changes > 0) continue;
      scopes.delete(scope);
      return;
    }
  };
  return {
    async change(names, work) {
      const entries = names.map(entryOf);
      for (const entry of entries) entry.changes += 1;
      try {
        return await work();
      } finally {
        for (const entry of entries) {
          last += 1;
          entry.version = last;
          entry.changes -= 1;
        }
      }
    },
    state(names) {
      let state = '';
      for (const name of names) {
        const { version, changes } = entryOf(name);
        if (changes > 0) return null;
        state += `${version} `;
      }
      return state;
    },
    async close() {},
  };
}

const PREFIX = 'atelier:version:';
/** How long a change that never ended (its process died) keeps answers from being kept. */
const CHANGING_MS = 2_000;
const KEPT_SECONDS = 24 * 3_600;
const CHANGING = '!';

/** For several processes that share a Redis. While Redis does not answer, nobody can tell the state: every answer is made anew. */
export function createRedisVersions(url: string, logger: Pick<Logger, 'warn'>): Versions {
  const redis = new Redis(url, {
    enableAutoPipelining: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 250,
    retryStrategy: (attempt) => Math.min(attempt * 50, 1_000),
  });
  redis.on('error', () => {});
  const keysOf = (scopes: readonly string[]) => scopes.map((scope) => PREFIX + scope);
  const warn = (error: unknown) => logger.warn({ err: error }, 'Redis does not answer: nothing is answered from memory');

  async function mark(scopes: readonly string[], isChanging: boolean): Promise<void> {
    const keys = keysOf(scopes);
    try {
      await Promise.all(
        isChanging
          ? keys.map((key) => redis.set(key, CHANGING + randomUUID(), 'PX', CHANGING_MS))
          : keys.map((key) => redis.set(key, randomUUID(), 'EX', KEPT_SECONDS)),
      );
    } catch (error) {
      warn(error);
    }
  }

  return {
    async change(scopes, work) {
      await mark(scopes, true);
      try {
        return await work();
      } finally {
        await mark(scopes, false);
      }
    },
    async state(scopes) {
      const keys = keysOf(scopes);
      try {
        const versions = await redis.mget(keys);
        const missing = keys.filter((_, index) => versions[index] === null);
        if (missing.length > 0) {
          await Promise.all(missing.map((key) => redis.set(key, randomUUID(), 'EX', KEPT_SECONDS, 'NX')));
          return null;
        }
        return versions.some((version) => version?.startsWith(CHANGING)) ? null : versions.join(' ');
      } catch {
        return null;
      }
    },
    async close() {
      redis.disconnect();
    },
  };
}
