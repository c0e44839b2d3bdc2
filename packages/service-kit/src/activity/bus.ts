import { EventEmitter } from 'node:events';
import { Redis } from 'ioredis';
import type { Logger } from '../log.ts';
import type { LiveEvent } from './events.ts';

/** Carries live events to whoever streams them. Nothing on it may be missed for good: a stream that lost some replays them. */
export interface LiveBus {
  /** Never throws, and need not be waited for: true once it was handed over, false when it was dropped. */
  publish(event: LiveEvent): Promise<boolean>;
  /** Hears the events of one channel until the returned function is called. */
  subscribe(channel: string, listener: (event: LiveEvent) => void): () => void;
  /** Calls back when it hears again after it was deaf for a while: what was published meanwhile is to be replayed. */
  onRestored(listener: () => void): () => void;
  close(): Promise<void>;
}

/** A bus inside this process. */
export function createMemoryBus(logger?: Pick<Logger, 'warn'>): LiveBus {
  const listeners = new Listeners((error) => logger?.warn({ err: error }, 'live bus'));
  return {
    // Not at once: a publisher is not held up by its listeners, nor do their errors reach it.
    async publish(event) {
      await null;
      listeners.tell(event);
      return true;
    },
    subscribe(channel, listener) {
      listeners.add(channel, listener);
      return () => listeners.remove(channel, listener);
    },
    onRestored: () => () => undefined,
    async close() {
      listeners.clear();
    },
  };
}

/** Prefix of the Redis channels. */
const PREFIX = 'atelier:live:';
/** Events that wait for Redis to come back; more are dropped, and heard of by the next one of their channel. */
const MOST_WAITING = 10_000;
/** It is to be noticed soon that Redis is back. */
const retryStrategy = (times: number): number => Math.min(times * 50, 500);

/**
 * A bus between processes, over Redis publish/subscribe. While Redis is away events wait here to be sent. Who listens hears of none
 * of those that were sent before it was back itself: `onRestored` says when to replay.
 */
export function createRedisBus(url: string, logger?: Pick<Logger, 'warn'>): LiveBus {
  const sender = new Redis(url, { maxRetriesPerRequest: null, retryStrategy });
  const receiver = new Redis(url, { maxRetriesPerRequest: null, autoResubscribe: false, retryStrategy });
  const warn = (error: unknown) => logger?.warn({ err: error }, 'live bus');
  const listeners = new Listeners(warn);
  const restored = new Set<() => void>();
  let waiting = 0;
  let wasReady = false;
  sender.on('error', warn);
  receiver.on('error', warn);
  receiver.on('ready', () => {
    if (wasReady) listenAgain().catch(warn);
    wasReady = true;
  });
  async function listenAgain(): Promise<void> {
    const channels = listeners.channels();
    if (channels.length > 0) await receiver.subscribe(...channels.map((channel) => PREFIX + channel));
    // Only now: what is published from here on is heard.
    for (const listener of restored) listener();
  }
  receiver.on('message', (_channel: string, message: string) => {
    try {
      listeners.tell(readEvent(message));
    } catch (error) {
      // Others may write to this Redis: what is no event ends no process.
      warn(error);
    }
  });
  return {
    async publish(event) {
      if (waiting >= MOST_WAITING) {
        warn(new Error('Too many events wait for Redis: one was dropped.'));
        return false;
      }
      waiting += 1;
      try {
        await sender.publish(PREFIX + event.channel, JSON.stringify(event));
        return true;
      } catch (error) {
        warn(error);
        return false;
      } finally {
        waiting -= 1;
      }
    },
    subscribe(channel, listener) {
      if (listeners.add(channel, listener)) receiver.subscribe(PREFIX + channel).catch(warn);
      return () => {
        if (listeners.remove(channel, listener)) receiver.unsubscribe(PREFIX + channel).catch(warn);
      };
    },
    onRestored(listener) {
      restored.add(listener);
      return () => restored.delete(listener);
    },
    async close() {
      listeners.clear();
      restored.clear();
      sender.disconnect();
      receiver.disconnect();
    },
  };
}

/** The event in a message. @throws for what is none: who listens takes its shape for granted */
function readEvent(message: string): LiveEvent {
  const event: unknown = JSON.parse(message);
  if (!isEvent(event)) throw new Error('A message on the live bus is no event.');
  return event;
}

function isEvent(value: unknown): value is LiveEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { channel, studioId, version, typename, id, audienceBefore, audienceAfter } = value as Record<string, unknown>;
  const areTexts = [channel, studioId, typename, id].every((each) => typeof each === 'string');
  return areTexts && Number.isSafeInteger(version) && Array.isArray(audienceBefore) && Array.isArray(audienceAfter);
}

class Listeners {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** True when it is the first of its channel. */
  add(channel: string, listener: (event: LiveEvent) => void): boolean {
    this.#emitter.on(channel, listener);
    return this.#emitter.listenerCount(channel) === 1;
  }

  /** True when nobody listens to the channel any more. */
  remove(channel: string, listener: (event: LiveEvent) => void): boolean {
    this.#emitter.off(channel, listener);
    return this.#emitter.listenerCount(channel) === 0;
  }

  /** One listener that throws keeps nobody else from hearing. */
  tell(event: LiveEvent): void {
    for (const listener of this.#emitter.listeners(event.channel)) {
      try {
        listener(event);
      } catch (error) {
        this.#onError(error);
      }
    }
  }

  /** Those that somebody listens to. */
  channels(): string[] {
    return this.#emitter.eventNames().map(String);
  }

  clear(): void {
    this.#emitter.removeAllListeners();
  }
}
