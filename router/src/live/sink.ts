import type { GraphQLFormattedError } from 'graphql';
import type { Message } from './message.ts';

/**
 * Where the results of one operation go: an operation of a socket, an event stream, a multipart answer. Whatever is said to it after its
 * end, or after its client let go of it, is dropped.
 */
export interface Sink {
  /** The operation is a stream, and it runs. */
  opened(): void;
  /** Sends a result. */
  next(message: Message): void;
  /** Ends the operation: with errors, which are then all that a client hears of the end, or in order. */
  end(errors?: readonly GraphQLFormattedError[]): void;
  /** Whether the client leaves unread what was sent before. */
  isBehind(): boolean;
  /** Resolves once the client has read what was sent, or is gone. */
  drained(): Promise<void>;
  /** Tells `onEnd` when the operation ends by `end`, and with which errors. One hears of it. */
  watch(onEnd: (errors: readonly GraphQLFormattedError[]) => void): void;
  /** Cuts off a client that does not read. */
  cut(): void;
}
