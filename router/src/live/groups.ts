import type { Logger } from '@atelier/service-kit/log';
import { publicError } from '../errors.ts';
import { newTraceId } from '../trace.ts';
import type { ResolvedViewer } from '../viewer.ts';
import type { Channel } from './channel.ts';
import { type Deliverer, type Delivery, type Question, versionOf } from './deliver.ts';
import type { Heard, Hub } from './hub.ts';
import { createRoster, Listener, type Roster } from './listener.ts';
import type { Session } from './sessions.ts';
import type { LiveSettings } from './settings.ts';
import type { Sink } from './sink.ts';

/** One listener of a group. */
export interface Member {
  /**
   * Begins with what came after `version`, which was read from the history while the group already listened; `missed` null: nothing was
   * asked for. Call it once.
   */
  begin(version: number, missed: readonly Heard[] | null): void;
  /** The versions that were heard since the member joined. */
  early(): readonly Heard[];
  leave(): void;
}

/**
 * Everybody who asks the same is a group: what is heard is authorised and run once a scope, written out once, and handed to all. Who
 * reads slowly, or begins in the past, goes through what waits for them alone and joins the others when they have caught up.
 */
export interface Groups {
  /** @param key two questions with one key on one channel are the same */
  join(key: string, question: Question, channel: Channel, session: Session, sink: Sink): Member;
}

interface Group {
  key: string;
  question: Question;
  channel: Channel;
  roster: Roster;
  queue: Heard[];
  isWorking: boolean;
  /** What the last things heard came to, by scope: for those who are a little behind. */
  recent: Map<Heard, Map<string, Promise<Delivery>>>;
  caughtUp(version: number): void;
  leave(): void;
}

const mostRecent = 16;
/** Listeners that are looked at together before they are told. */
const fewAtATime = 32;

export function createGroups(options: { hub: Hub; deliverer: Deliverer; settings: LiveSettings; logger: Logger }): Groups {
  const { hub, deliverer, settings, logger } = options;
  const groups = new Map<string, Group>();

  function deliver(group: Group, heard: Heard, scope: string, viewer: ResolvedViewer): Promise<Delivery> {
    const byScope = group.recent.get(heard) ?? new Map<string, Promise<Delivery>>();
    if (!group.recent.has(heard)) {
      const [oldest] = group.recent.keys();
      if (oldest && group.recent.size >= mostRecent) group.recent.delete(oldest);
      group.recent.set(heard, byScope);
    }
    const delivery = byScope.get(scope) ?? deliverer.deliver(group.question, group.channel, heard, viewer);
    byScope.set(scope, delivery);
    return delivery;
  }

  async function work(group: Group): Promise<void> {
    if (group.isWorking) return;
    group.isWorking = true;
    for (let heard = group.queue.shift(); heard !== undefined; heard = group.queue.shift()) await tell(group, heard);
    group.isWorking = false;
  }

  /** Asks for nobody who is known to be current, and runs the plan once a scope that somebody waits in. */
  async function tell(group: Group, heard: Heard): Promise<void> {
    const { roster } = group;
    for (const listener of roster.behind) fallBehind(group, listener, heard);
    // Who comes or catches up from here on has what was heard from elsewhere.
    const ready = [...roster.current].map(([session, listeners]) => ({ session, listeners: [...listeners] }));
    const stale = ready.filter(({ session }) => !session.isFresh());
    await Promise.all(stale.map(({ session }) => renew(group, session)));
    const scopes = Map.groupBy(ready, ({ session }) => session.scope);
    const telling = [...scopes].map(([scope, those]) => {
      const inScope = those.flatMap(({ listeners }) => listeners);
      return tellScope(group, heard, scope, inScope);
    });
    await Promise.all(telling);
  }

  async function tellScope(group: Group, heard: Heard, scope: string, listeners: readonly Listener[]): Promise<void> {
    const first = listeners.find(({ session }) => !session.isOver);
    if (!first) return;
    let delivery: Delivery | null = null;
    let failure: unknown;
    try {
      delivery = await deliver(group, heard, scope, first.session.viewer);
    } catch (error) {
      failure = error;
    }
    for (let from = 0; from < listeners.length; from += fewAtATime) {
      const few = listeners.slice(from, from + fewAtATime);
      // What this looks at lies scattered in memory. With nothing sent in between, the processor fetches it for all of them at one time.
      const areBehind = few.map(({ sink }) => sink.isBehind());
      few.forEach((listener, index) => {
        // Who became somebody else for the answer meanwhile is looked at alone.
        if (listener.session.scope !== scope) fallBehind(group, listener, heard);
        else if (!delivery) fail(group, listener, failure);
        else if (!listener.isOver && !listener.session.isOver && !isOld(heard, listener.seen)) {
          // Asked again: others of these few may be on the same socket, and have filled it.
          if (delivery.message && (areBehind[index] || listener.sink.isBehind())) fallBehind(group, listener, heard);
          else send(group, listener, heard, delivery);
        }
      });
    }
  }

  async function renew(group: Group, session: Session): Promise<void> {
    try {
      await session.renew();
    } catch (error) {
      const { current, behind } = group.roster;
      for (const listener of [...(current.get(session) ?? []), ...behind]) if (listener.session === session) fail(group, listener, error);
    }
  }

  function send(group: Group, listener: Listener, heard: Heard, { message, last }: Delivery): void {
    listener.seen = versionOf(heard);
    if (message) listener.sink.next(message);
    if (!last) return;
    leave(group, listener);
    listener.sink.end();
  }

  function fail(group: Group, listener: Listener, error: unknown): void {
    if (listener.isOver) return;
    leave(group, listener);
    listener.sink.end([publicError(error, newTraceId(), logger)]);
  }

  function fallBehind(group: Group, listener: Listener, heard: Heard): void {
    if (listener.isOver) return;
    const isAlone = listener.waiting !== null;
    listener.waiting ??= [];
    if (!isAlone) group.roster.place(listener);
    if (!wait(listener.waiting, heard, listener.sink.isBehind())) {
      leave(group, listener);
      listener.sink.cut();
    } else if (!isAlone) void catchUp(group, listener);
  }

  /** Many changes at once are nobody's fault: one fetch is cheaper than so many events. False for who does not read. */
  function wait(waiting: Heard[], heard: Heard, isBehind: boolean): boolean {
    if (waiting.length < settings.waitingEvents) waiting.push(heard);
    else if (isBehind) return false;
    else waiting.splice(0, waiting.length, { kind: 'resync', version: versionOf(heard) });
    return true;
  }

  async function catchUp(group: Group, listener: Listener): Promise<void> {
    try {
      while (!listener.isOver) {
        if (listener.sink.isBehind()) {
          await listener.sink.drained();
          continue;
        }
        const heard = listener.waiting?.shift();
        if (!heard) {
          listener.waiting = null;
          return group.roster.place(listener);
        }
        if (isOld(heard, listener.seen)) continue;
        const { session } = listener;
        const viewer = session.isFresh() ? session.viewer : await session.renew();
        const delivery = await deliver(group, heard, session.scope, viewer);
        // Others on the same socket may have filled it meanwhile.
        if (delivery.message && listener.sink.isBehind()) listener.waiting?.unshift(heard);
        else if (!listener.isOver && !session.isOver) send(group, listener, heard, delivery);
      }
    } catch (error) {
      fail(group, listener, error);
    }
  }

  function leave(group: Group, listener: Listener): void {
    if (listener.isOver) return;
    listener.isOver = true;
    listener.waiting = null;
    const { roster } = group;
    roster.remove(listener);
    if (roster.current.size + roster.behind.size > 0) return;
    if (groups.get(group.key) === group) groups.delete(group.key);
    group.queue.length = 0;
    group.leave();
  }

  function groupFor(key: string, question: Question, channel: Channel): Group {
    const known = groups.get(key);
    if (known) return known;
    const group: Group = {
      key,
      question,
      channel,
      roster: createRoster(),
      queue: [],
      isWorking: false,
      recent: new Map(),
      caughtUp: () => {},
      leave: () => {},
    };
    const { caughtUp, leave } = hub.join(channel.name, (heard) => {
      wait(group.queue, heard, false);
      void work(group);
    });
    groups.set(key, Object.assign(group, { caughtUp, leave }));
    return group;
  }

  return {
    join(key, question, channel, session, sink) {
      const group = groupFor(`${channel.name}\n${key}`, question, channel);
      const listener = new Listener(session, sink);
      group.roster.place(listener);
      return {
        early: () => listener.waiting ?? [],
        begin(version, missed) {
          if (listener.isOver || listener.hasBegun) return;
          listener.hasBegun = true;
          const early = listener.waiting ?? [];
          const waiting: Heard[] = [];
          listener.seen = version;
          listener.waiting = waiting;
          for (const heard of [...(missed ?? []), ...early]) wait(waiting, heard, false);
          const last = missed?.at(-1);
          // After a resync nobody knows which version they have: no event may look like one after a hole.
          if (missed && last?.kind !== 'resync') group.caughtUp(last ? versionOf(last) : version);
          void catchUp(group, listener);
        },
        leave: () => leave(group, listener),
      };
    },
  };
}

/** To fetch anew says something to who has seen the last version, too: nobody knows what came after it. */
const isOld = (heard: Heard, seen: number) => (heard.kind === 'event' ? heard.event.version <= seen : heard.version < seen);
