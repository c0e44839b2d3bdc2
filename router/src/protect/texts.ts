import type { TextStore } from './documents.ts';
import type { TextRedis } from './redis.ts';

/** Texts in this process: the longest unused go first. Time is in ms. */
export function createMemoryTexts(options: { now: () => number; maxCharacters: number }): TextStore {
  const { now, maxCharacters } = options;
  const texts = new Map<string, { text: string; until: number }>();
  let characters = 0;

  const forget = (hash: string) => {
    characters -= texts.get(hash)?.text.length ?? 0;
    texts.delete(hash);
  };
  return {
    async get(hash) {
      const found = texts.get(hash);
      if (!found) return null;
      texts.delete(hash);
      texts.set(hash, found);
      if (found.until > now()) return found.text;
      forget(hash);
      return null;
    },
    async set(hash, text, seconds) {
      forget(hash);
      texts.set(hash, { text, until: now() + seconds * 1_000 });
      characters += text.length;
      for (const oldest of texts.keys()) {
        if (characters <= maxCharacters) break;
        forget(oldest);
      }
    },
  };
}

/** Texts that all routers share, in Redis, and this process' own before it: what was read once is not asked for again. */
export function createSharedTexts(options: { redis: TextRedis; prefix: string; near: TextStore; seconds: number }): TextStore {
  const { redis, prefix, near, seconds } = options;
  return {
    async get(hash) {
      const known = await near.get(hash);
      if (known !== null || !redis.isReady()) return known;
      const text = await redis.get(prefix + hash).catch(() => null);
      if (text !== null) await near.set(hash, text, seconds);
      return text;
    },
    async set(hash, text, lifetime) {
      await near.set(hash, text, lifetime);
      if (redis.isReady()) await redis.set(prefix + hash, text, lifetime).catch(() => undefined);
    },
  };
}
