import type { LiveEvent } from '@atelier/service-kit/activity';
import { unavailable } from '@atelier/service-kit/errors';
import { encodeId } from '@atelier/service-kit/ids';
import type { Logger } from '@atelier/service-kit/log';
import { createEntityReader, type EntityReader, type EntityRef } from '../entities.ts';
import { publicError } from '../errors.ts';
import type { Operation, Operations } from '../operations.ts';
import type { PlanContext, Planner } from '../plan.ts';
import type { LiveField } from '../supergraph.ts';
import { newTraceId } from '../trace.ts';
import type { SubgraphTransport } from '../transports/index.ts';
import type { ResolvedViewer } from '../viewer.ts';
import { verdictOf } from './audience.ts';
import type { Channel } from './channel.ts';
import type { Heard } from './hub.ts';
import { createMessage, type Message, outcomeText } from './message.ts';

/** What is to be sent for something heard; `last` ends the stream after it. */
export interface Delivery {
  message: Message | null;
  last?: boolean;
}
export const silence: Delivery = { message: null };

/** A subscription as far as it is the same for everybody who asks it. */
export interface Question {
  operation: Operation;
  field: LiveField;
  variables: Record<string, unknown>;
}

/** Turns what was heard into what one viewer is shown of it. */
export interface Deliverer {
  /** Every event is authorised anew. Rejects with UNAVAILABLE when an owner cannot tell. */
  deliver(question: Question, channel: Channel, heard: Heard, viewer: ResolvedViewer): Promise<Delivery>;
  /** Runs the question's plan with a payload for its field. */
  say(question: Question, payload: Record<string, unknown>, viewer: ResolvedViewer, entities?: EntityReader): Promise<Message>;
  /** Says what this viewer may see. */
  readerFor(viewer: ResolvedViewer): EntityReader;
}

export function createDeliverer(options: {
  planner: Planner;
  operations: Operations;
  transports: Readonly<Record<string, SubgraphTransport>>;
  logger: Logger;
}): Deliverer {
  const { planner, operations, transports, logger } = options;
  const readerWith = (viewer: ResolvedViewer, traceId: string) =>
    createEntityReader({ owners: planner.engine().facts.owners, transports, viewer, traceId });

  /** The question over the newest supergraph. Throws what is wrong with it there, which ends its stream. */
  function current(question: Question): Question {
    const { operation, field } = question;
    if (operation.engine === planner.engine()) return question;
    const read = operations.read(operation.query, operation.name);
    if (!('prepared' in read)) throw read[0] ?? unavailable('This stream');
    if (JSON.stringify(read.engine.facts.liveFields.get(field.name)) !== JSON.stringify(field)) throw unavailable('This stream');
    return { ...question, operation: read };
  }

  async function run(question: Question, payload: Record<string, unknown>, context: PlanContext): Promise<Message> {
    const { operation, field, variables } = current(question);
    const outcome = await planner.execute(operation.engine, operation.prepared, variables, {
      ...context,
      event: { [field.name]: payload },
    });
    const errors = outcome.errors.map((error) => publicError(error, context.traceId, logger));
    return createMessage(outcomeText(outcome.data, errors));
  }

  /** The event as this viewer sees it; null when its thing is not theirs to see. */
  async function changed(question: Question, event: LiveEvent, viewer: ResolvedViewer): Promise<Message | null> {
    const traceId = newTraceId();
    const entities = readerWith(viewer, traceId);
    const node = refOf(event);
    if (!(await entities.mayRead(node))) return null;
    return run(question, { __typename: 'Changed', version: event.version, at: event.at, node }, { viewer, traceId, entities });
  }

  const deliverer: Deliverer = {
    readerFor: (viewer) => readerWith(viewer, newTraceId()),
    say(question, payload, viewer, entities) {
      const traceId = newTraceId();
      return run(question, payload, { viewer, traceId, entities: entities ?? readerWith(viewer, traceId) });
    },
    async deliver(question, channel, heard, viewer) {
      const say = async (payload: Record<string, unknown>) => deliverer.say(question, payload, viewer);
      if (heard.kind === 'resync') return { message: await say({ __typename: 'Resync', version: heard.version }) };
      const { event } = heard;
      const verdict = verdictOf(event, viewer.viewer);
      if (verdict === 'nothing') return silence;
      const { id } = refOf(event);
      const message = verdict === 'changed' ? await changed(question, event, viewer) : null;
      if (message) return { message };
      const { subject } = channel;
      const isLost = subject !== null && (id === subject.id || !(await deliverer.readerFor(viewer).mayRead(subject)));
      // What the whole stream is about is gone for this viewer: they knew its id, so they are told.
      if (isLost) return { message: await say({ __typename: 'Dropped', version: event.version, id: subject.id }), last: true };
      return verdict === 'changed' ? silence : { message: await say({ __typename: 'Dropped', version: event.version, id }) };
    },
  };
  return deliverer;
}

/** The thing that an event is about. */
export const refOf = (event: LiveEvent): EntityRef => ({ __typename: event.typename, id: encodeId(event.typename, event.id) });

/** The version after what was heard. */
export const versionOf = (heard: Heard): number => (heard.kind === 'event' ? heard.event.version : heard.version);
