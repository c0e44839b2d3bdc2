import type { LiveBus, LiveEvent } from '@atelier/service-kit/activity';
import { uuidv7 } from '@atelier/service-kit/ids';
import type { Person } from './channel.ts';

/** One open stream on a channel's presence. */
export interface Watch {
  /** Everybody who is there now, each once, the first to come first. */
  people(): Person[];
  leave(): void;
}

/** Who holds a channel's presence open, over all routers. */
export interface Presence {
  /** Watches a channel; `person` is there from now until `leave`, null only looks on. `onChange` follows who comes and goes. */
  watch(channel: string, studioId: string, person: Person | null, onChange: () => void): Watch;
  /** Says that everybody here has left. */
  stop(): void;
}

interface Room {
  studioId: string;
  watchers: Set<() => void>;
  here: Map<string, { person: Person; count: number }>;
  /** By router and person: those who are there by way of another router, and when it last said so. */
  elsewhere: Map<string, { person: Person; at: number }>;
  unsubscribe: () => void;
}

const keyOf = (person: Person) => `${person.kind}:${person.id}`;

/**
 * Each router tells the others whom it holds: at every coming and going, when asked, when the bus is back, and every `beatMs`. Word that is older than
 * three beats is forgotten, so that a router that died takes its people along.
 * On the bus: `id` is the router, `actor` the person (null asks for everybody), `version` 1 for there and 0 for gone.
 */
export function createPresence(options: { bus: LiveBus; now: () => Date; beatMs?: number }): Presence {
  const { bus } = options;
  const beatMs = options.beatMs ?? 20_000;
  const now = () => options.now().getTime();
  const routerId = uuidv7();
  const rooms = new Map<string, Room>();

  const say = (channel: string, studioId: string, actor: Person | null, version: 0 | 1) =>
    bus.publish({
      channel: `presence:${channel}`,
      studioId,
      version,
      typename: 'Presence',
      id: routerId,
      actor,
      audienceBefore: [],
      audienceAfter: [],
      at: options.now().toISOString(),
    });
  const sayAll = (channel: string, room: Room, version: 0 | 1) => {
    for (const { person } of room.here.values()) say(channel, room.studioId, person, version);
  };
  const changed = (room: Room) => {
    for (const watcher of room.watchers) watcher();
  };

  function hear(channel: string, room: Room, { id, actor, version }: LiveEvent): void {
    if (id === routerId) return;
    if (actor === null) {
      sayAll(channel, room, 1);
      return;
    }
    const { kind, id: personId } = actor;
    if (kind === 'system' || personId === null) return;
    const person: Person = { kind, id: personId };
    const key = `${id}/${keyOf(person)}`;
    const was = room.elsewhere.has(key);
    if (version === 0) room.elsewhere.delete(key);
    else room.elsewhere.set(key, { person, at: now() });
    if (was !== (version !== 0)) changed(room);
  }

  function open(channel: string, studioId: string): Room {
    const known = rooms.get(channel);
    if (known) return known;
    const room: Room = { studioId, watchers: new Set(), here: new Map(), elsewhere: new Map(), unsubscribe: () => {} };
    rooms.set(channel, room);
    room.unsubscribe = bus.subscribe(`presence:${channel}`, (event) => hear(channel, room, event));
    say(channel, studioId, null, 1);
    return room;
  }

  const beat = setInterval(() => {
    for (const [channel, room] of rooms) {
      sayAll(channel, room, 1);
      const before = room.elsewhere.size;
      for (const [key, { at }] of room.elsewhere) if (now() - at > 3 * beatMs) room.elsewhere.delete(key);
      if (room.elsewhere.size !== before) changed(room);
    }
  }, beatMs);
  beat.unref();

  // What was said while the bus was away, nobody heard.
  const stopListening = bus.onRestored(() => {
    for (const [channel, room] of rooms) {
      sayAll(channel, room, 1);
      say(channel, room.studioId, null, 1);
    }
  });

  return {
    watch(channel, studioId, person, onChange) {
      const room = open(channel, studioId);
      room.watchers.add(onChange);
      if (person) {
        const there = room.here.get(keyOf(person)) ?? { person, count: 0 };
        there.count += 1;
        room.here.set(keyOf(person), there);
        if (there.count === 1) {
          say(channel, studioId, person, 1);
          changed(room);
        }
      }
      return {
        people() {
          const all = [...room.here.values(), ...room.elsewhere.values()].map((each) => each.person);
          return [...new Map(all.map((each) => [keyOf(each), each])).values()];
        },
        leave() {
          if (!room.watchers.delete(onChange)) return;
          const there = person && room.here.get(keyOf(person));
          if (person && there) {
            there.count -= 1;
            if (there.count === 0) {
              room.here.delete(keyOf(person));
              say(channel, studioId, person, 0);
              changed(room);
            }
          }
          if (room.watchers.size > 0) return;
          rooms.delete(channel);
          room.unsubscribe();
        },
      };
    },
    stop() {
      clearInterval(beat);
      stopListening();
      for (const [channel, room] of rooms) {
        sayAll(channel, room, 0);
        room.unsubscribe();
      }
      rooms.clear();
    },
  };
}
