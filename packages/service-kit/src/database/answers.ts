import { Socket } from 'node:net';
import type { WireRow } from './rows.ts';

/** What one statement brought. */
export type Answer = WireRow[];

/**
 * Gives pg a socket, and keeps back what arrives of answers. pg's own parser makes a text of each field, and a call into C++ for each
 * costs more than all else it does; here a row of short fields is one text. All other messages go on to pg as they come, each whole.
 * Over TLS pg reads from a stream of its own, in which rows come through its parser.
 */
export class AnswerReader {
  /** For pg. */
  readonly socket: Socket;
  /** Whether what arrives at the socket are messages, which it is not over TLS. */
  readsMessages = true;
  #answers: Answer[] = [];
  #rows: WireRow[] = [];
  /** A message of which only a part has come: its header until that is whole, then room for all of it. */
  #part = Buffer.alloc(HEADER);
  #filled = 0;

  constructor() {
    // The same memory for each read, instead of a new piece: nothing of it is needed when the call has returned.
    const buffer = Buffer.allocUnsafe(65_536);
    const callback = (count: number) => {
      if (this.readsMessages) this.read(buffer, count);
      else this.socket.emit('data', Buffer.from(buffer.subarray(0, count)));
      return true;
    };
    this.socket = new Socket({ onread: { buffer, callback } });
  }

  /** How many statements were answered since answers were last taken. */
  get answered(): number {
    return this.#answers.length;
  }

  /** A row of the statement that is being answered. */
  row(row: WireRow): void {
    this.#rows.push(row);
  }

  /** The end of a statement's rows. */
  complete(): void {
    this.#answers.push(this.#rows);
    this.#rows = [];
  }

  /** All answers since the last call, without the rows of a statement that did not end. */
  take(): Answer[] {
    const answers = this.#answers;
    this.#answers = [];
    this.#rows = [];
    return answers;
  }

  /** Takes what has arrived: the first bytes of a piece of memory that is the reader's to write to. */
  read(bytes: Buffer, end = bytes.length): void {
    let start = this.#filled === 0 ? 0 : this.#continue(bytes, end);
    while (start + HEADER <= end) {
      const next = start + lengthAt(bytes, start);
      if (next > end) break;
      this.#message(bytes, start, next);
      start = next;
    }
    if (start < end) this.#continue(bytes.subarray(start), end - start);
  }

  /** Adds to the message that came in part. Returns how many bytes were its own. */
  #continue(bytes: Buffer, end: number): number {
    let used = 0;
    if (this.#filled < HEADER) {
      used = bytes.copy(this.#part, this.#filled, 0, Math.min(end, HEADER - this.#filled));
      this.#filled += used;
      if (this.#filled < HEADER) return used;
      const whole = Buffer.allocUnsafe(lengthAt(this.#part, 0));
      this.#part.copy(whole);
      this.#part = whole;
    }
    const more = bytes.copy(this.#part, this.#filled, used, Math.min(end, used + this.#part.length - this.#filled));
    this.#filled += more;
    if (this.#filled === this.#part.length) {
      const message = this.#part;
      this.#part = Buffer.alloc(HEADER);
      this.#filled = 0;
      this.#message(message, 0, message.length);
    }
    return used + more;
  }

  #message(bytes: Buffer, start: number, end: number): void {
    const code = bytes[start];
    if (code === DATA_ROW) this.#rows.push(readRow(bytes, start + HEADER, end));
    else if (code === COMMAND_COMPLETE) this.complete();
    else if (code !== BIND_COMPLETE && code !== PARSE_COMPLETE) this.socket.emit('data', bytes.subarray(start, end));
  }
}

const HEADER = 5;
const DATA_ROW = 0x44;
const COMMAND_COMPLETE = 0x43;
const PARSE_COMPLETE = 0x31;
const BIND_COMPLETE = 0x32;

/** With its code. */
const lengthAt = (bytes: Buffer, start: number): number => bytes.readUInt32BE(start + 1) + 1;

/** Rows beyond this many bytes are read field by field: a field that is kept keeps the text that it is a part of. */
const SHORT = 512;
/** The lengths of a row's fields; PostgreSQL has rows of at most 1,664. */
const lengths = new Int32Array(1_664);

function readRow(bytes: Buffer, start: number, end: number): WireRow {
  const count = bytes.readInt16BE(start);
  const row = new Array<string | null>(count);
  const isShort = end - start <= SHORT;
  let place = start + 2;
  for (let index = 0; index < count; index += 1) {
    const length = bytes.readInt32BE(place);
    // Bytes beyond ASCII would make the whole text one of two bytes a character.
    if (isShort && (length < 0 || length > 127)) bytes.writeInt32BE(0, place);
    lengths[index] = length;
    place += length < 0 ? 4 : length + 4;
  }
  // PostgreSQL sends valid UTF-8, in which only ASCII has one byte a character: as many characters as bytes are all ASCII, so that
  // places in the bytes are places in the text.
  const text = isShort ? bytes.toString('utf8', start, end) : '';
  const isAscii = text.length === end - start;
  place = 2;
  for (let index = 0; index < count; index += 1) {
    const length = lengths[index] ?? -1;
    place += 4;
    if (length < 0) {
      row[index] = null;
      continue;
    }
    row[index] = isAscii ? text.slice(place, place + length) : bytes.toString('utf8', start + place, start + place + length);
    place += length;
  }
  return row;
}
