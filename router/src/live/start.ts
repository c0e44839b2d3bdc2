import type { Logger } from '@atelier/service-kit/log';
import type { GraphQLFormattedError } from 'graphql';
import { publicError } from '../errors.ts';
import type { Protocol } from '../observe/protocol.ts';
import type { Observation, Sight } from '../observe/sight.ts';
import { isSubscription, type Operation } from '../operations.ts';
import type { Answer } from '../pipeline.ts';
import type { Client } from '../protect/guard.ts';
import type { Intake } from '../protect/intake.ts';
import { unknownClient } from '../protect/pipeline-guard.ts';
import { traceId as currentTraceId } from '../trace.ts';
import type { ResolvedViewer } from '../viewer.ts';
import { createMessage, outcomeText } from './message.ts';
import type { Session } from './sessions.ts';
import type { Sink } from './sink.ts';
import type { Streams } from './streams.ts';
import { readSubscription } from './subscription.ts';

/** What a client asks, however it came. */
export interface Asked {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
  /** What the request told of its sender; a socket tells nothing more than who they are. */
  client?: Client;
  /** Whether the document was read on the way of this request already. */
  isRead?: boolean;
}

/** An operation that was begun. */
export interface Started {
  /** Whether it goes on until somebody ends it. */
  isStream: boolean;
  /** The client wants no more of it: nothing reaches the sink after this. */
  stop(): void;
}

/** Begins operations for everything that stays open: sockets, event streams, multipart answers. */
export interface Starter {
  /** Never throws: what is wrong ends the sink with errors. */
  start(asked: Asked, session: Session, sink: Sink, protocol: Protocol): Started;
}

/** Lets a subscription in as HTTP would let in a query; rejects otherwise. */
export type LetIn = (
  operation: Operation,
  variables: Record<string, unknown>,
  viewer: ResolvedViewer,
  traceId: string,
  client: Client,
) => Promise<void>;

/** Runs a query or mutation as HTTP would. */
export type Execute = (
  operation: Operation,
  variables: Record<string, unknown>,
  viewer: ResolvedViewer,
  traceId: string,
  client: Client,
  /** Aborted when the client wants no more of it. */
  signal: AbortSignal,
  sight: Sight | undefined,
) => Promise<Pick<Answer, 'data' | 'errors' | 'extensions'>>;

export function createStarter(options: {
  intake: Pick<Intake, 'readText'>;
  streams: Streams;
  execute: Execute;
  letIn: LetIn;
  observation: Observation | null;
  logger: Logger;
}): Starter {
  const { intake, streams, observation, logger } = options;

  return {
    start({ query, variables, operationName, client = unknownClient, isRead = false }, session, sink, protocol) {
      const traceId = currentTraceId();
      const sight = observation?.begin(protocol, traceId);
      if (sight) {
        sight.query = query;
        sight.viewer = session.viewer.viewer;
        sink.watch((errors) => sight.over(errors));
      }
      let isOver = false;
      let leave = () => {};
      const end = (errors?: readonly GraphQLFormattedError[]) => {
        if (isOver) return;
        isOver = true;
        sink.end(errors);
      };
      const refuse = (errors: readonly unknown[]) => end(errors.map((error) => publicError(error, traceId, logger)));
      const viewerOf = () => (session.isFresh() ? session.viewer : session.renew());
      async function stream(operation: Operation): Promise<void> {
        const subscribed = readSubscription(operation, variables);
        if (!('field' in subscribed)) return refuse(subscribed);
        await options.letIn(operation, variables, await viewerOf(), traceId, client);
        const stop = await streams.open({ operation, subscribed, variables, session, sink });
        leave = stop;
        if (isOver) return stop();
        sight?.streams();
        sink.opened();
      }
      async function once(operation: Operation): Promise<void> {
        const gone = new AbortController();
        leave = () => gone.abort();
        const { data, errors, extensions } = await options.execute(
          operation,
          variables,
          await viewerOf(),
          traceId,
          client,
          gone.signal,
          sight,
        );
        const shown = errors.map((error) => publicError(error, traceId, logger));
        if (data === null) return end(shown);
        if (isOver) return;
        sink.next(createMessage(outcomeText(data, shown, extensions)));
        sight?.over(shown);
        end();
      }

      const stop = () => {
        isOver = true;
        leave();
        sight?.left();
      };
      try {
        const read = intake.readText(query, operationName, isRead ? null : { ...client, viewer: session.viewer.viewer });
        if ('prepared' in read) {
          if (sight) sight.operation = read;
          const isStream = isSubscription(read);
          (isStream ? stream(read) : once(read)).catch((error: unknown) => refuse([error]));
          return { isStream, stop };
        }
        refuse(read);
      } catch (error) {
        refuse([error]);
      }
      return { isStream: false, stop };
    },
  };
}
