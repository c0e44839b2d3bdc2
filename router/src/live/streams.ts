import { notFound } from '@atelier/service-kit/errors';
import { encodeId } from '@atelier/service-kit/ids';
import type { Logger } from '@atelier/service-kit/log';
import type { EntityRef } from '../entities.ts';
import { publicError } from '../errors.ts';
import type { Operation } from '../operations.ts';
import { newTraceId } from '../trace.ts';
import { type Channel, channelOf, type Person, personOf } from './channel.ts';
import { type Deliverer, refOf, versionOf } from './deliver.ts';
import type { Groups } from './groups.ts';
import type { Heard, History, Hub } from './hub.ts';
import type { Presence } from './presence.ts';
import type { Session } from './sessions.ts';
import type { Sink } from './sink.ts';
import type { Subscribed } from './subscription.ts';

/** One subscription that a client asked for. */
export interface StreamRequest {
  operation: Operation;
  subscribed: Subscribed;
  variables: Record<string, unknown>;
  /** Who listens; looked at anew for every event. */
  session: Session;
  sink: Sink;
}

/** Opens live streams. */
export interface Streams {
  /**
   * Resolves with what stops the stream, once it runs.
   * @throws NOT_FOUND when the viewer may not read the subject, UNAUTHENTICATED for strangers
   */
  open(request: StreamRequest): Promise<() => void>;
}

export function createStreams(options: {
  hub: Hub;
  groups: Groups;
  deliverer: Deliverer;
  history: History;
  presence: Presence;
  logger: Logger;
}): Streams {
  const { hub, groups, deliverer, history, presence, logger } = options;
  /** Many come back at once with the same `after`: what they missed is read once. */
  const reading = new Map<string, Promise<Heard[] | 'resync'>>();

  function missedSince(channel: string, after: number): Promise<Heard[] | 'resync'> {
    const key = `${after} ${channel}`;
    const known = reading.get(key);
    if (known) return known;
    const read = history(channel, after)
      .then((found) => (found === 'resync' ? found : found.map((event): Heard => ({ kind: 'event', event }))))
      .finally(() => reading.delete(key));
    reading.set(key, read);
    return read;
  }

  async function openChanges({ operation, subscribed, variables, session, sink }: StreamRequest, channel: Channel) {
    const { field, args, key } = subscribed;
    const member = groups.join(key, { operation, field, variables }, channel, session, sink);
    const { after } = args;
    if (typeof after !== 'number') {
      member.begin(0, null);
      return member.leave;
    }
    // Listening already, so that nothing falls between what was missed and what comes.
    try {
      const missed = await missedSince(channel.name, after);
      if (missed !== 'resync') member.begin(after, missed);
      else member.begin(after, [{ kind: 'resync', version: Math.max(after + 1, ...member.early().map(versionOf)) }]);
      return member.leave;
    } catch (error) {
      member.leave();
      throw error;
    }
  }

  function openPresence({ operation, subscribed, variables, session, sink }: StreamRequest, channel: Channel) {
    const question = { operation, field: subscribed.field, variables };
    const { viewer } = session.viewer;
    let sent: string | null = null;
    let isMarked = false;
    let isWorking = false;
    let isOver = false;
    const leave = () => {
      isOver = true;
      membership.leave();
      watch.leave();
    };
    const end = (error?: unknown) => {
      if (isOver) return;
      leave();
      sink.end(error === undefined ? undefined : [publicError(error, newTraceId(), logger)]);
    };
    // One mark is enough: what is sent is who is there when it is read.
    const mark = () => {
      isMarked = true;
      if (!isWorking) work().catch(end);
    };
    async function work() {
      isWorking = true;
      while (isMarked && !isOver) {
        if (sink.isBehind()) await sink.drained();
        isMarked = false;
        const current = session.isFresh() ? session.viewer : await session.renew();
        const entities = deliverer.readerFor(current);
        if (channel.subject && !(await entities.mayRead(channel.subject))) return end();
        const refs = watch.people().map(personRef);
        const visible = await Promise.all(refs.map((ref) => entities.mayRead(ref)));
        const people = refs.filter((_, index) => visible[index]);
        const now = people.map(({ id }) => id).join();
        if (now === sent) continue;
        sent = now;
        const message = await deliverer.say(question, { __typename: 'Presence', people }, current, entities);
        if (!isOver && !session.isOver) sink.next(message);
      }
      isWorking = false;
    }
    const watch = presence.watch(channel.name, channel.studioId, viewer.kind === 'apiKey' ? null : personOf(viewer), mark);
    // Who is shut out of the subject is there no longer, and no longer told who is.
    const membership = hub.join(channel.name, (heard) => {
      if (heard.kind === 'resync' || refOf(heard.event).id === channel.subject?.id) mark();
    });
    mark();
    return leave;
  }

  return {
    async open(request) {
      const { session, subscribed } = request;
      const viewer = session.isFresh() ? session.viewer : await session.renew();
      const channel = channelOf(subscribed.field, subscribed.args, viewer.viewer);
      if (channel.subject && !(await deliverer.readerFor(viewer).mayRead(channel.subject))) throw notFound();
      return subscribed.field.ephemeral ? openPresence(request, channel) : openChanges(request, channel);
    },
  };
}

function personRef({ kind, id }: Person): EntityRef {
  const __typename = kind === 'contact' ? 'Contact' : 'Member';
  return { __typename, id: encodeId(__typename, id) };
}
