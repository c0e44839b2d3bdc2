/** A parameter as PostgreSQL takes it: text, bytes, or null. */
export type WireValue = string | Buffer | null;

/**
 * A value as a parameter: moments in ISO 8601, lists as array literals, other objects as JSON.
 * @throws TypeError for what cannot become JSON
 */
export function encodeValue(value: unknown): WireValue {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return arrayLiteral(value);
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return JSON.stringify(value);
}

function arrayLiteral(values: readonly unknown[]): string {
  // Keys are most of what comes in lists.
  if (values.length > 0 && values.every(isPlain)) return `{"${values.join('","')}"}`;
  let text = '{';
  for (const value of values) {
    if (text.length > 1) text += ',';
    if (Array.isArray(value)) {
      text += arrayLiteral(value);
      continue;
    }
    const element = encodeValue(value);
    if (element === null) text += 'NULL';
    else text += `"${(typeof element === 'string' ? element : `\\x${element.toString('hex')}`).replace(SPECIAL, '\\$&')}"`;
  }
  return `${text}}`;
}

const SPECIAL = /["\\]/g;
const isPlain = (value: unknown): boolean => typeof value === 'string' && !value.includes('"') && !value.includes('\\');

/** Frontend messages of PostgreSQL's protocol, version 3, put together into one piece of memory: a wave is one write. */
export class WireWriter {
  #buffer = Buffer.allocUnsafe(16_384);
  #end = 0;

  /** Prepares a statement under a name. */
  parse(name: string, text: string): void {
    const start = this.#begin(0x50);
    this.#cstring(name);
    this.#cstring(text);
    this.#int16(0);
    this.#finish(start);
  }

  /** Gives a prepared statement its values. */
  bind(name: string, values: readonly WireValue[]): void {
    const start = this.#begin(0x42);
    this.#byte(0);
    this.#cstring(name);
    const isText = values.every((value) => typeof value === 'string' || value === null);
    this.#int16(isText ? 0 : values.length);
    if (!isText) for (const value of values) this.#int16(typeof value === 'string' || value === null ? 0 : 1);
    this.#int16(values.length);
    for (const value of values) this.#value(value);
    this.#int16(0);
    this.#finish(start);
  }

  /** Asks which columns the rows will have. */
  describe(): void {
    this.#raw(DESCRIBE);
  }

  execute(): void {
    this.#raw(EXECUTE);
  }

  /** Forgets a prepared statement, also one that is not known. */
  close(name: string): void {
    const start = this.#begin(0x43);
    this.#cstring(`S${name}`);
    this.#finish(start);
  }

  /** Ends the transaction that the messages since the last one are. */
  sync(): void {
    this.#raw(SYNC);
  }

  /** What was written, and begins anew. */
  take(): Buffer {
    const written = Buffer.from(this.#buffer.subarray(0, this.#end));
    this.#end = 0;
    return written;
  }

  #begin(code: number): number {
    this.#room(5);
    this.#buffer[this.#end] = code;
    this.#end += 5;
    return this.#end - 4;
  }

  #finish(start: number): void {
    this.#buffer.writeInt32BE(this.#end - start, start);
  }

  #value(value: WireValue): void {
    this.#room(4);
    const start = this.#end;
    this.#end += 4;
    if (value === null) {
      this.#buffer.writeInt32BE(-1, start);
      return;
    }
    if (typeof value === 'string') this.#text(value);
    else this.#raw(value);
    this.#buffer.writeInt32BE(this.#end - start - 4, start);
  }

  #cstring(text: string): void {
    this.#text(text);
    this.#byte(0);
  }

  #byte(value: number): void {
    this.#room(1);
    this.#buffer[this.#end] = value;
    this.#end += 1;
  }

  #text(text: string): void {
    this.#room(text.length * 3);
    this.#end += this.#buffer.write(text, this.#end);
  }

  #int16(value: number): void {
    this.#room(2);
    this.#end = this.#buffer.writeUInt16BE(value, this.#end);
  }

  #raw(bytes: Buffer): void {
    this.#room(bytes.length);
    this.#end += bytes.copy(this.#buffer, this.#end);
  }

  #room(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#end + bytes));
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}

const DESCRIBE = Buffer.from([0x44, 0, 0, 0, 6, 0x50, 0]);
const EXECUTE = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0]);
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);
