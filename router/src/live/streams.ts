import type { LiveEvent } from '@atelier/service-kit/activity';
import { notFound } from '@atelier/service-kit/errors';
import { encodeId } from '@atelier/service-kit/ids';
import type { ExecutionResult } from 'graphql';
import { createEntityReader, type EntityReader, type EntityRef } from '../entities.ts';
import type { PlannedOperation, Planner } from '../plan.ts';
import type { LiveField } from '../supergraph.ts';
import { newTraceId } from '../trace.ts';
import type { SubgraphTransport } from '../transport.ts';
import { type ResolvedViewer, scopeOf } from '../viewer.ts';
import { verdictOf } from './audience.ts';
import { type Channel, channelOf, type Person, personOf } from './channel.ts';
import type { Heard, History, Hub } from './hub.ts';
import type { Presence } from './presence.ts';
import { createQueue, type Queue } from './queue.ts';
import type { LiveRoot } from './root.ts';

/** How many events may wait for a reader. */
const mostWaiting = 256;

/** One subscription that a client asked for. */
export interface StreamRequest {
  operation: PlannedOperation;
  field: LiveField;
  /** The field's arguments, coerced. */
  args: Record<string, unknown>;
  variables: Record<string, unknown>;
  /** Who listens, asked anew for every event. Throws when they may no longer. */
  viewer(): Promise<ResolvedViewer>;
  /** Whether the client leaves unread what was sent before. */
  isBehind(): boolean;
  /** Called when too much waits for a client that is behind; the stream has ended. */
  onTooSlow(): void;
}

/** Opens live streams. */
export interface Streams {
  /** @throws NOT_FOUND when the viewer may not read the subject, UNAUTHENTICATED for strangers */
  open(request: StreamRequest): Promise<AsyncGenerator<ExecutionResult, void, void>>;
}

/** What is to be sent for something heard; `last` ends the stream after it. */
interface Delivery {
  result: ExecutionResult | null;
  last?: boolean;
}
const silence: Delivery = { result: null };

export function createStreams(options: {
  planner: Planner;
  owners: ReadonlyMap<string, string>;
  transports: Readonly<Record<string, SubgraphTransport>>;
  hub: Hub;
  history: History;
  presence: Presence;
}): Streams {
  const { planner, owners, transports, hub, history, presence } = options;
  /** Identical operations of one scope share the hydration of an event. */
  const shared = new WeakMap<LiveEvent, Map<string, Promise<ExecutionResult | null>>>();

  const readerFor = (viewer: ResolvedViewer, traceId: string) => createEntityReader({ owners, transports, viewer, traceId });

  function run(request: StreamRequest, payload: unknown, viewer: ResolvedViewer, traceId: string, entities: EntityReader) {
    const event: LiveRoot = { [request.field.name]: payload };
    return planner.executeEvent(request.operation, request.variables, { viewer, traceId, entities, event });
  }

  /** The event as this viewer sees it; null when its thing is not theirs to see. */
  async function hydrate(request: StreamRequest, event: LiveEvent, viewer: ResolvedViewer): Promise<ExecutionResult | null> {
    const traceId = newTraceId();
    const entities = readerFor(viewer, traceId);
    const node = refOf(event);
    if (!(await entities.mayRead(node))) return null;
    return run(request, { __typename: 'Changed', version: event.version, at: event.at, node }, viewer, traceId, entities);
  }

  function hydrateOnce(request: StreamRequest, event: LiveEvent, viewer: ResolvedViewer): Promise<ExecutionResult | null> {
    const key = `${scopeOf(viewer.viewer)}\n${request.operation.key}\n${JSON.stringify(request.variables)}`;
    const known = shared.get(event) ?? new Map<string, Promise<ExecutionResult | null>>();
    shared.set(event, known);
    const result = known.get(key) ?? hydrate(request, event, viewer);
    known.set(key, result);
    return result;
  }

  async function deliver(request: StreamRequest, channel: Channel, heard: Heard): Promise<Delivery> {
    const viewer = await request.viewer();
    const say = async (payload: Record<string, unknown>) => {
      const traceId = newTraceId();
      return run(request, payload, viewer, traceId, readerFor(viewer, traceId));
    };
    if (heard.kind === 'resync') return { result: await say({ __typename: 'Resync', version: heard.version }) };
    const { event } = heard;
    const verdict = verdictOf(event, viewer.viewer);
    if (verdict === 'nothing') return silence;
    const { id } = refOf(event);
    const result = verdict === 'changed' ? await hydrateOnce(request, event, viewer) : null;
    if (result) return { result };
    const { subject } = channel;
    const isLost = subject !== null && (id === subject.id || !(await readerFor(viewer, newTraceId()).mayRead(subject)));
    // What the whole stream is about is gone for this viewer: they knew its id, so they are told.
    if (isLost) return { result: await say({ __typename: 'Dropped', version: event.version, id: subject.id }), last: true };
    return verdict === 'changed' ? silence : { result: await say({ __typename: 'Dropped', version: event.version, id }) };
  }

  async function openChanges(request: StreamRequest, channel: Channel) {
    const queue = createQueue<Heard>(mostWaiting);
    let seen = 0;
    const hear = (heard: Heard) => {
      const version = versionOf(heard);
      if (version <= seen) return;
      seen = version;
      if (queue.push(heard)) return;
      queue.clear();
      // Many changes at once are nobody's fault: one fetch is cheaper than so many events. Who does not read is cut off.
      if (!request.isBehind()) queue.push({ kind: 'resync', version });
      else {
        queue.end();
        request.onTooSlow();
      }
    };
    const { after } = request.args;
    if (typeof after !== 'number') {
      const membership = hub.join(channel.name, hear);
      return iterate(queue, (heard) => deliver(request, channel, heard), membership.leave);
    }
    // Listen first, then read what was missed, so that nothing falls between the two.
    const early: Heard[] = [];
    let listen = (heard: Heard) => {
      early.push(heard);
    };
    const membership = hub.join(channel.name, (heard) => listen(heard));
    try {
      const missed = await history(channel.name, after);
      seen = after;
      if (missed === 'resync') hear({ kind: 'resync', version: Math.max(after + 1, ...early.map(versionOf)) });
      else {
        for (const event of missed) hear({ kind: 'event', event });
        membership.caughtUp(seen);
      }
      listen = hear;
      early.forEach(hear);
    } catch (error) {
      membership.leave();
      throw error;
    }
    return iterate(queue, (heard) => deliver(request, channel, heard), membership.leave);
  }

  function openPresence(request: StreamRequest, channel: Channel, viewer: ResolvedViewer) {
    // One mark is enough: what is sent is who is there when it is read.
    const queue = createQueue<true>(1);
    const mark = () => {
      queue.push(true);
    };
    const person = viewer.viewer.kind === 'apiKey' ? null : personOf(viewer.viewer);
    let sent = '';
    const watch = presence.watch(channel.name, channel.studioId, person, mark);
    // Who is shut out of the subject is there no longer, and no longer told who is.
    const membership = hub.join(channel.name, (heard) => {
      if (heard.kind === 'resync' || refOf(heard.event).id === channel.subject?.id) mark();
    });
    mark();
    return iterate(
      queue,
      async () => {
        const current = await request.viewer();
        const traceId = newTraceId();
        const entities = readerFor(current, traceId);
        if (channel.subject && !(await entities.mayRead(channel.subject))) return { result: null, last: true };
        const refs = watch.people().map(personRef);
        const visible = await Promise.all(refs.map((ref) => entities.mayRead(ref)));
        const people = refs.filter((_, index) => visible[index]);
        const now = people.map(({ id }) => id).join();
        if (now === sent) return silence;
        sent = now;
        return { result: await run(request, { __typename: 'Presence', people }, current, traceId, entities) };
      },
      () => {
        membership.leave();
        watch.leave();
      },
    );
  }

  return {
    async open(request) {
      const viewer = await request.viewer();
      const channel = channelOf(request.field, request.args, viewer.viewer);
      if (channel.subject && !(await readerFor(viewer, newTraceId()).mayRead(channel.subject))) throw notFound();
      return request.field.ephemeral ? openPresence(request, channel, viewer) : openChanges(request, channel);
    },
  };
}

const versionOf = (heard: Heard) => (heard.kind === 'event' ? heard.event.version : heard.version);
const refOf = (event: LiveEvent): EntityRef => ({ __typename: event.typename, id: encodeId(event.typename, event.id) });

function personRef({ kind, id }: Person): EntityRef {
  const __typename = kind === 'contact' ? 'Contact' : 'Member';
  return { __typename, id: encodeId(__typename, id) };
}

/** Reads the queue one by one; `return` takes effect at once, even while something is being read. */
function iterate<T>(
  queue: Queue<T>,
  deliver: (item: T) => Promise<Delivery>,
  leave: () => void,
): AsyncGenerator<ExecutionResult, void, void> {
  let isOver = false;
  const end = (): IteratorReturnResult<void> => {
    if (!isOver) {
      isOver = true;
      queue.end();
      leave();
    }
    return { done: true, value: undefined };
  };
  let isLast = false;
  return {
    async next() {
      while (!isLast) {
        const item = await queue.next();
        if (item === null) break;
        try {
          const { result, last } = await deliver(item);
          if (isOver) break;
          isLast = last ?? false;
          if (result) return { done: false, value: result };
        } catch (error) {
          end();
          throw error;
        }
      }
      return end();
    },
    async return() {
      return end();
    },
    async throw(error) {
      end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      end();
    },
  };
}
