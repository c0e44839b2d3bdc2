import type { Heard } from './hub.ts';
import type { Session } from './sessions.ts';
import type { Sink } from './sink.ts';

/** One listener of a group. What every event looks at lies in this one object: with thousands of listeners each further one is felt. */
export class Listener {
  readonly session: Session;
  readonly sink: Sink;
  /** The version that they have. */
  seen = 0;
  /** What this one has still to go through alone; null when they keep up with the group. */
  waiting: Heard[] | null = [];
  hasBegun = false;
  isOver = false;

  constructor(session: Session, sink: Sink) {
    this.session = session;
    this.sink = sink;
  }
}

/** Who listens in a group. A listener is in one of the two. */
export interface Roster {
  /** Who keeps up, by session. */
  readonly current: ReadonlyMap<Session, ReadonlySet<Listener>>;
  /** Who goes through what waits for them alone. */
  readonly behind: ReadonlySet<Listener>;
  /** Puts a listener where their `waiting` says that they belong. */
  place(listener: Listener): void;
  remove(listener: Listener): void;
}

/** A roster of nobody. */
export function createRoster(): Roster {
  const current = new Map<Session, Set<Listener>>();
  const behind = new Set<Listener>();

  function remove(listener: Listener): void {
    const { session } = listener;
    behind.delete(listener);
    const ofSession = current.get(session);
    ofSession?.delete(listener);
    if (ofSession?.size === 0) current.delete(session);
  }

  return {
    current,
    behind,
    place(listener) {
      remove(listener);
      if (listener.waiting) behind.add(listener);
      else current.set(listener.session, (current.get(listener.session) ?? new Set()).add(listener));
    },
    remove,
  };
}
