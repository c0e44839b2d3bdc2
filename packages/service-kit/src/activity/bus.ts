import { EventEmitter } from 'node:events';
import { Redis } from 'ioredis';
import type { Logger } from '../log.ts';
import type { LiveEvent } from './events.ts';

/** Carries live events to whoever streams them. Nothing on it may be missed for good: a stream that lost some replays them. */
export interface LiveBus {
  /** Never throws and never waits. */
  publish(event: LiveEvent): void;
  /** Hears the events of one channel until the returned function is called. */
  subscribe(channel: string, listener: (event: LiveEvent) => void): () => void;
  close(): Promise<void>;
}

/** A bus inside this process. */
export function createMemoryBus(logger?: Pick<Logger, 'warn'>): LiveBus {
  const listeners = new Listeners((error) => logger?.warn({ err: error }, 'live bus'));
  return {
    // Not at once: a publisher is not held up by its listeners, nor do their errors reach it.
    publish: (event) => queueMicrotask(() => listeners.tell(event)),
    subscribe(channel, listener) {
      listeners.add(channel, listener);
      return () => listeners.remove(channel, listener);
    },
    async close() {
      listeners.clear();
    },
  };
}

/** Prefix of the Redis channels. */
const PREFIX = 'atelier:live:';

/** A bus between processes, over Redis publish/subscribe. While Redis is away events are lost; the relay and `replay` make up for it. */
export function createRedisBus(url: string, logger?: Pick<Logger, 'warn'>): LiveBus {
  const sender = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  // After a reconnect ioredis subscribes again by itself.
  const receiver = new Redis(url, { maxRetriesPerRequest: null });
  const warn = (error: unknown) => logger?.warn({ err: error }, 'live bus');
  const listeners = new Listeners(warn);
  sender.on('error', warn);
  receiver.on('error', warn);
  receiver.on('message', (_channel: string, message: string) => listeners.tell(JSON.parse(message) as LiveEvent));
  return {
    publish(event) {
      sender.publish(PREFIX + event.channel, JSON.stringify(event)).catch(warn);
    },
    subscribe(channel, listener) {
      if (listeners.add(channel, listener)) receiver.subscribe(PREFIX + channel).catch(warn);
      return () => {
        if (listeners.remove(channel, listener)) receiver.unsubscribe(PREFIX + channel).catch(warn);
      };
    },
    async close() {
      listeners.clear();
      sender.disconnect();
      receiver.disconnect();
    },
  };
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

  clear(): void {
    this.#emitter.removeAllListeners();
  }
}
