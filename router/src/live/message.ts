import type { Writable } from 'node:stream';
import type { GraphQLFormattedError } from 'graphql';
import { Frames } from './frames.ts';

/** One result of an operation, written out once for all who get it. */
export interface Message {
  /** The result as JSON. */
  readonly text: string;
  /** Writes it as the WebSocket frame of the `next` message of the subscription with this head (`headOf`). */
  writeFrame(stream: Writable, head: string): void;
  /** The `next` event of an event stream. */
  event(): string;
  /** One part of a multipart answer. */
  part(): string;
}

/** A result that is already JSON, without line breaks. */
export function createMessage(text: string): Message {
  let frames: Frames | null = null;
  let event: string | null = null;
  let part: string | null = null;
  return {
    text,
    writeFrame(stream, head) {
      frames ??= new Frames(text);
      frames.write(stream, head);
    },
    event() {
      event ??= `event: next\ndata: ${text}\n\n`;
      return event;
    },
    part() {
      part ??= partOf(`{"payload":${text}}`);
      return part;
    },
  };
}

/** The boundary of multipart answers, as Apollo's clients know it. */
export const boundary = 'graphql';

/** A part and the boundary after it, so that a client need not wait for the next one to know that it is whole. */
export const partOf = (json: string): string => `Content-Type: application/json\r\n\r\n${json}\r\n--${boundary}\r\n`;

/** An answer as JSON, of the JSON of its data (null when the operation was refused) and its errors. */
export function outcomeText(
  data: string | null,
  errors: readonly GraphQLFormattedError[],
  extensions?: Readonly<Record<string, unknown>>,
): string {
  const beside = extensions ? `,"extensions":${JSON.stringify(extensions)}` : '';
  if (errors.length === 0) return `{"data":${data ?? 'null'}${beside}}`;
  return `{"errors":${JSON.stringify(errors)}${data === null ? '' : `,"data":${data}`}${beside}}`;
}
