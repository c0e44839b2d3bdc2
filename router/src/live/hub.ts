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

/** Rooms that ask at one time for what they missed while the bus was away. */
const CATCH_UPS = 8;

interface Room {
  listeners: Set<(heard: Heard) => void>;
  last: number | null;
  waiting: LiveEvent[];
  isWorking: boolean;
  /** The bus was away: events may have come and gone. */
  isBehind: boolean;
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

  const tell = (room: Room, heard: readonly Heard[]) => {
    for (const each of heard) for (const listener of room.listeners) listener(each);
  };

  /** What the room missed while the bus was away. Without a version that it had caught up with, nobody was promised anything. */
  async function catchUp(channel: string, room: Room): Promise<void> {
    if (room.last === null) return;
    const after = room.last;
    const found = await history(channel, after).catch((error: unknown) => {
      logger.warn({ err: error, channel }, 'missed events cannot be had');
      return 'resync' as const;
    });
    if (found === 'resync') return tell(room, [{ kind: 'resync', version: after }]);
    const missed = found.filter(({ version }) => version > after);
    tell(
      room,
      missed.map((event) => ({ kind: 'event', event })),
    );
    room.last = missed.at(-1)?.version ?? after;
  }

  async function work(channel: string, room: Room): Promise<void> {
    if (room.isWorking) return;
    room.isWorking = true;
    while (room.isBehind || room.waiting.length > 0) {
      if (room.isBehind) {
        room.isBehind = false;
        await catchUp(channel, room);
        continue;
      }
      const event = room.waiting.shift();
      if (event === undefined || (room.last !== null && event.version <= room.last)) continue;
      const hasHole = room.last !== null && event.version > room.last + 1;
      const heard = hasHole ? await missing(room, event, room.last ?? 0) : [];
      tell(room, [...heard, { kind: 'event', event }]);
      room.last = event.version;
    }
    room.isWorking = false;
  }

  bus.onRestored(() => {
    const all = [...rooms];
    for (const [, room] of all) room.isBehind = true;
    const next = async (): Promise<void> => {
      for (let each = all.pop(); each !== undefined; each = all.pop()) await work(...each);
    };
    for (let worker = 0; worker < CATCH_UPS; worker += 1) void next();
  });

  return {
    join(channel, listener) {
      let room = rooms.get(channel);
      if (!room) {
        const made: Room = { listeners: new Set(), last: null, waiting: [], isWorking: false, isBehind: false, leave: () => {} };
        made.leave = bus.subscribe(channel, (event) => {
          made.waiting.push(event);
          void work(channel, made);
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
