import type { Writable } from 'node:stream';

/** The bytes of a text in UTF-8, each as one character. */
const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

/** What stands before the payload in the `next` messages of one subscription, for `Frames.write`: each byte one character. */
export const headOf = (id: string): string => bytesOf(`{"id":${JSON.stringify(id)},"type":"next","payload":`);

/** Longer payloads are shared instead of being copied into each frame. */
const sharedBytes = 8 * 1024;

/**
 * One payload as the WebSocket frames of many subscriptions, which differ in their heads only. A short frame is written to one scratch
 * buffer in which only the head is made anew for the next: the kernel has a copy of its own by then. Where it did not take all at once,
 * the buffer is left to who still has to read it, and another one is made.
 */
export class Frames {
  readonly #pieces: readonly [Buffer, Buffer];
  readonly #length: number;
  #header: Buffer = Buffer.alloc(0);
  #headLength = -1;
  #scratch: Buffer | null = null;

  /** @param text the payload as JSON */
  constructor(text: string) {
    this.#pieces = [Buffer.from(text), Buffer.from('}')];
    this.#length = this.#pieces[0].length + 1;
  }

  /** Writes the `next` message of the subscription with this head. */
  write(stream: Writable, head: string): void {
    if (head.length !== this.#headLength) {
      this.#headLength = head.length;
      this.#header = headerOf(head.length + this.#length);
      this.#scratch = null;
    }
    if (this.#length > sharedBytes) this.#writePieces(stream, head);
    else this.#writeScratch(stream, head);
  }

  #writePieces(stream: Writable, head: string): void {
    stream.cork();
    stream.write(Buffer.concat([this.#header, Buffer.from(head, 'latin1')]));
    for (const piece of this.#pieces) stream.write(piece);
    stream.uncork();
  }

  #writeScratch(stream: Writable, head: string): void {
    const frame = this.#scratch ?? Buffer.concat([this.#header, Buffer.alloc(head.length), ...this.#pieces]);
    // Nobody else may take it while it is on its way.
    this.#scratch = null;
    frame.write(head, this.#header.length, 'latin1');
    stream.write(frame);
    if (stream.writableLength === 0) this.#scratch = frame;
  }
}

/** The header of one unmasked text frame (RFC 6455, section 5.2). */
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
