import type { GraphQLFormattedError } from 'graphql';

/** One result of an operation, written out once for all who get it. */
export interface Message {
  /** The result as JSON. */
  readonly text: string;
  /** A WebSocket frame of the `next` message of one subscription, in as many pieces as are cheapest; made once an id. */
  frame(id: string): readonly Buffer[];
  /** The `next` event of an event stream. */
  event(): string;
  /** One part of a multipart answer. */
  part(): string;
}

/** A payload of this size is shared between the frames of several ids instead of being copied into each. */
const sharedBytes = 16 * 1024;
const closing = Buffer.from('}');

/** A result that is already JSON, without line breaks. */
export function createMessage(text: string): Message {
  const frames = new Map<string, readonly Buffer[]>();
  let payload: Buffer | null = null;
  let event: string | null = null;
  let part: string | null = null;
  return {
    text,
    frame(id) {
      let frame = frames.get(id);
      if (!frame) {
        payload ??= Buffer.from(text);
        frame = frameOf(Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`), payload);
        frames.set(id, frame);
      }
      return frame;
    },
    event: () => (event ??= `event: next\ndata: ${text}\n\n`),
    part: () => (part ??= partOf(`{"payload":${text}}`)),
  };
}

/** The boundary of multipart answers, as Apollo's clients know it. */
export const boundary = 'graphql';

/** A part and the boundary after it, so that a client need not wait for the next one to know that it is whole. */
export const partOf = (json: string): string => `Content-Type: application/json\r\n\r\n${json}\r\n--${boundary}\r\n`;

/** An answer as JSON, of the JSON of its data (null when the operation was refused) and its errors. */
export function outcomeText(data: string | null, errors: readonly GraphQLFormattedError[]): string {
  if (errors.length === 0) return `{"data":${data ?? 'null'}}`;
  return `{"errors":${JSON.stringify(errors)}${data === null ? '' : `,"data":${data}`}}`;
}

/** One unmasked text frame (RFC 6455, section 5.2) of head, payload and a closing brace. */
function frameOf(head: Buffer, payload: Buffer): readonly Buffer[] {
  const length = head.length + payload.length + closing.length;
  const header = headerOf(length);
  if (payload.length > sharedBytes) return [Buffer.concat([header, head]), payload, closing];
  return [Buffer.concat([header, head, payload, closing])];
}

function headerOf(length: number): Buffer {
  const finalText = 0x81;
  if (length < 126) return Buffer.from([finalText, length]);
  if (length < 65_536) return Buffer.from([finalText, 126, length >> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header[0] = finalText;
  header[1] = 127;
  header.writeUIntBE(length, 4, 6);
  return header;
}
