import { randomBytes } from 'node:crypto';
import { DIGITS, readDigits, writeDigits } from './base62.ts';
import { notFound } from './errors.ts';

const SHAPE = /^([a-z]+(?:_[a-z]+)*)_([0-9A-Za-z]{22})$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A version from 1 to 8 and the variant of RFC 9562: what other programs take for a UUID. */
const RFC_9562 = /^.{14}[1-8].{4}[89ab]/;

/** A UUID of version 7 (RFC 9562, section 5.7): its first 48 bits are `now` in milliseconds, so that keys grow with time. */
export function uuidv7(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  return uuidOf(bytes);
}

/** The usual text of 16 bytes as a UUID. */
export function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether a text is a UUID in lower case. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The id that the world sees: `encodeId('ClientLink', uuid)` is `client_link_` and the UUID in 22 digits of base 62. */
export function encodeId(typename: string, uuid: string): string {
  const { prefix, id } = kindOf(typename);
  writeDigits(uuid, id, prefix.length);
  return id.toString('latin1');
}

/**
 * The UUID inside an id of the given type.
 * @throws NOT_FOUND for an id of another type or shape: it tells nothing about what exists.
 */
export function decodeId(id: string, typename: string): string {
  const uuid = tryDecodeId(id, typename);
  if (uuid === null) throw notFound();
  return uuid;
}

/** As `decodeId`, but null where the id is of another type or shape. */
export function tryDecodeId(id: string, typename: string): string | null {
  const { prefix } = kindOf(typename);
  if (id.length !== prefix.length + DIGITS || !id.startsWith(prefix)) return null;
  const uuid = readDigits(id, prefix.length);
  return uuid !== null && RFC_9562.test(uuid) ? uuid : null;
}

/** The type that an id names, for example `ClientLink`; null where the text is no id. */
export function typenameOfId(id: string): string | null {
  const prefix = SHAPE.exec(id)?.[1];
  return prefix === undefined ? null : prefix.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

interface Kind {
  /** What its ids begin with: `client_link_`. */
  prefix: string;
  /** An id in the making, which begins with it. */
  id: Buffer;
}

const kinds = new Map<string, Kind>();

function kindOf(typename: string): Kind {
  let kind = kinds.get(typename);
  if (kind === undefined) {
    const prefix = `${typename.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase()}_`;
    kind = { prefix, id: Buffer.from(prefix + ' '.repeat(DIGITS), 'latin1') };
    kinds.set(typename, kind);
  }
  return kind;
}
