import type { LiveBus, LiveEvent } from '@atelier/service-kit/activity';
import type { Logger } from '@atelier/service-kit/log';

/**
 * What came after a version, in order, from the subgraph that the channel names; `resync` when that is no longer known. Asked by the
 * router for itself: whether a viewer may have it is decided event by event.
 */
export type History = (channel: string, after: number) => Promise<LiveEvent[] | 'resync'>;

/** An event, or word that some were missed and cannot be had any more. */
export type Heard = { kind: 'event'; event: LiveEvent } | { kind: 'resync'; version: number };

/** One listener of a channel. */
export interface Membership {
  /** Says which version this listener has caught up with, so that a gap after it is noticed. */
  caughtUp(version: number): void;
  leave(): void;
}

/** Spreads each channel's events in version order to its listeners, with one subscription to the bus a channel. */
export interface Hub {
  join(channel: string, listener: (heard: Heard) => void): Membership;
}

interface Room {
  listeners: Set<(heard: Heard) => void>;
  last: number | null;
  waiting: LiveEvent[];
  isWorking: boolean;
  leave: () => void;
}

/**
 * Events are published after their commit, twice, and from several processes: they can come late, again, or not at all. Versions
 * are without holes, so a hole is filled from the history before the event that showed it is passed on.
 */
export function createHub(options: { bus: LiveBus; history: History; logger: Logger }): Hub {
  const { bus, history, logger } = options;
  const rooms = new Map<string, Room>();

  async function missing(room: Room, event: LiveEvent, after: number): Promise<Heard[]> {
    try {
      const found = await history(event.channel, after);
      if (found === 'resync') return [{ kind: 'resync', version: event.version }];
      return found
        .filter(({ version }) => version > (room.last ?? 0) && version < event.version)
        .map((each) => ({ kind: 'event', event: each }));
    } catch (error) {
      logger.warn({ err: error, channel: event.channel }, 'missed events cannot be had');
      return [{ kind: 'resync', version: event.version }];
    }
  }

  async function work(room: Room): Promise<void> {
    if (room.isWorking) return;
    room.isWorking = true;
    for (let event = room.waiting.shift(); event !== undefined; event = room.waiting.shift()) {
      if (room.last !== null && event.version <= room.last) continue;
      const hasHole = room.last !== null && event.version > room.last + 1;
      const heard = hasHole ? await missing(room, event, room.last ?? 0) : [];
      for (const each of [...heard, { kind: 'event' as const, event }]) for (const listener of room.listeners) listener(each);
      room.last = event.version;
    }
    room.isWorking = false;
  }

  return {
    join(channel, listener) {
      let room = rooms.get(channel);
      if (!room) {
        const made: Room = { listeners: new Set(), last: null, waiting: [], isWorking: false, leave: () => {} };
        made.leave = bus.subscribe(channel, (event) => {
          made.waiting.push(event);
          void work(made);
        });
        rooms.set(channel, made);
        room = made;
      }
      const joined = room;
      joined.listeners.add(listener);
      return {
        caughtUp(version) {
          joined.last ??= version;
        },
        leave() {
          joined.listeners.delete(listener);
          if (joined.listeners.size > 0 || rooms.get(channel) !== joined) return;
          rooms.delete(channel);
          joined.leave();
        },
      };
    },
  };
}
