import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** How every secret begins, so that leaked ones can be searched for. */
export const SECRET_PREFIX = 'atelier_';
/** How many characters of a secret are kept to tell keys apart. */
export const SHOWN = SECRET_PREFIX.length + 4;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 43 digits of base 62 hold 256 bits. */
const RANDOM_DIGITS = 43;
const CHECK_DIGITS = 6;
const FORMAT = new RegExp(`^${SECRET_PREFIX}([0-9A-Za-z]{${RANDOM_DIGITS}})([0-9A-Za-z]{${CHECK_DIGITS}})$`);

function digitsOf(value: bigint, length: number): string {
  let digits = '';
  for (let rest = value; digits.length < length; rest /= 62n) digits = (DIGITS[Number(rest % 62n)] ?? '') + digits;
  return digits;
}

const checkOf = (random: string): string => digitsOf(BigInt(crc32(random)), CHECK_DIGITS);

/**
 * A secret for a key: `atelier_`, 256 random bits in letters and digits, and a checksum, so that a scanner knows one that leaked from
 * what only looks like one, and one that is mistyped costs no look-up.
 */
export function newKeySecret(): string {
  const random = digitsOf(BigInt(`0x${randomBytes(32).toString('hex')}`), RANDOM_DIGITS);
  return SECRET_PREFIX + random + checkOf(random);
}

/** Whether something can be a key's secret. */
export function isKeySecret(text: string): boolean {
  const [, random, check] = FORMAT.exec(text) ?? [];
  return random !== undefined && checkOf(random) === check;
}
