import type { GraphQLFormattedError } from 'graphql';

/** One result of an operation, written out once for all who get it. */
export interface Message {
  /** The result as JSON. */
  readonly text: string;
  /** A WebSocket frame of the `next` message of the subscription with this `head`. */
  frame(head: string): Frame;
  /** The `next` event of an event stream. */
  event(): string;
  /** One part of a multipart answer. */
  part(): string;
}

/**
 * A frame to be written as it is. A short one is text, each character one byte: what the kernel takes at once is then never a Buffer of
 * its own. A long one is in pieces, of which the payload is shared by everybody.
 */
export type Frame = string | readonly Buffer[];

/** Longer payloads are shared instead of being copied into each frame. */
const sharedBytes = 8 * 1024;

/** The bytes of a text in UTF-8, each as one character. */
const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

/** What stands before the payload in the `next` messages of one subscription, for `Message.frame`. */
export const headOf = (id: string): string => bytesOf(`{"id":${JSON.stringify(id)},"type":"next","payload":`);

/** A result that is already JSON, without line breaks. */
export function createMessage(text: string): Message {
  let payload: Payload | null = null;
  let event: string | null = null;
  let part: string | null = null;
  let lastHead: string | null = null;
  let lastFrame: Frame = '';
  let header = '';
  let headerFor = -1;
  return {
    text,
    frame(head) {
      // Clients that count their subscriptions begin alike, so the next one asks for the same frame more often than not.
      if (head === lastHead) return lastFrame;
      payload ??= payloadOf(text);
      if (head.length !== headerFor) {
        headerFor = head.length;
        header = headerOf(head.length + payload.length);
      }
      lastHead = head;
      lastFrame = payload.rest === null ? [Buffer.from(header + head, 'latin1'), ...payload.pieces] : header + head + payload.rest;
      return lastFrame;
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

/** What stands behind the head of a frame: the result and the closing brace. */
interface Payload {
  length: number;
  /** As text of one byte a character; null when it is long. */
  rest: string | null;
  pieces: readonly Buffer[];
}

function payloadOf(text: string): Payload {
  const buffer = Buffer.from(text);
  const length = buffer.length + 1;
  if (length > sharedBytes) return { length, rest: null, pieces: [buffer, Buffer.from('}')] };
  return { length, rest: `${buffer.toString('latin1')}}`, pieces: [] };
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

/** The header of one unmasked text frame (RFC 6455, section 5.2), each byte one character. */
function headerOf(length: number): string {
  const finalText = 0x81;
  if (length < 126) return String.fromCharCode(finalText, length);
  if (length < 65_536) return String.fromCharCode(finalText, 126, length >> 8, length & 0xff);
  const header = Buffer.alloc(10);
  header[0] = finalText;
  header[1] = 127;
  header.writeUIntBE(length, 4, 6);
  return header.toString('latin1');
}
