// Every id of an answer passes here, most of them twice. Numbers are several times as fast as BigInt, and a text that is read out of bytes
// is whole: one that is put together of pieces is flattened wherever it is looked at.
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PAIR = 62 ** 2;
const FOUR = 62 ** 4;
/** A UUID is read into five limbs, the first of 16 bits and four of 28: one behind a remainder of four digits stays below 2^53. */
const LIMB = 2 ** 28;
/** The digits that a UUID has in base 62. */
export const DIGITS = 22;
/** No digit has this bit. */
const NO_DIGIT = 64;
const HEX_DIGITS = Buffer.from('0123456789abcdef', 'latin1');
/** A UUID in the making. */
const text = Buffer.from('00000000-0000-0000-0000-000000000000', 'latin1');
/** Where the 32 hexadecimal digits stand in it. */
const PLACES = [...text].flatMap((letter, place) => (letter === text[0] ? [place] : []));

const DIGIT = new Uint8Array(128).fill(NO_DIGIT);
for (let digit = 0; digit < 62; digit += 1) DIGIT[ALPHABET.charCodeAt(digit)] = digit;
const HEX = new Uint8Array(128);
for (let digit = 0; digit < 16; digit += 1) {
  HEX[digit.toString(16).charCodeAt(0)] = digit;
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}
/** The letters of each pair of digits, as one number of two bytes. */
const PAIRS = Uint16Array.from({ length: PAIR }, (_, pair) => ALPHABET.charCodeAt(pair / 62) * 256 + ALPHABET.charCodeAt(pair % 62));

const limbs = new Float64Array(5);
/** Where the eight words of 16 bits begin in a UUID's text. */
const WORDS = [0, 4, 9, 14, 19, 24, 28, 32];
/** What one in each word adds to each group of four digits, the lowest group first. Eight words times that stay far below 2^53. */
const SHARES = Float64Array.from({ length: 8 * 6 }, (_, at) => {
  const one = 2n ** BigInt(16 * (7 - Math.floor(at / 6)));
  return Number((one / BigInt(FOUR) ** BigInt(at % 6)) % BigInt(FOUR));
});

/** Writes a UUID in 22 digits of base 62 into bytes, from a place on. */
export function writeDigits(uuid: string, into: Buffer, from: number): void {
  let [first, second, third, fourth, fifth, sixth] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < 8; at += 1) {
    const word = wordAt(uuid, WORDS[at] ?? 0);
    const share = at * 6;
    first += word * (SHARES[share] ?? 0);
    second += word * (SHARES[share + 1] ?? 0);
    third += word * (SHARES[share + 2] ?? 0);
    fourth += word * (SHARES[share + 3] ?? 0);
    fifth += word * (SHARES[share + 4] ?? 0);
    sixth += word * (SHARES[share + 5] ?? 0);
  }
  second += writeFour(first, into, from + 18);
  third += writeFour(second, into, from + 14);
  fourth += writeFour(third, into, from + 10);
  fifth += writeFour(fourth, into, from + 6);
  sixth += writeFour(fifth, into, from + 2);
  writePair(sixth, into, from);
}

const wordAt = (uuid: string, at: number): number =>
  (hexAt(uuid, at) << 12) | (hexAt(uuid, at + 1) << 8) | (hexAt(uuid, at + 2) << 4) | hexAt(uuid, at + 3);

const hexAt = (uuid: string, at: number): number => HEX[uuid.charCodeAt(at)] ?? 0;

/** Returns what goes over into the next four digits. */
function writeFour(value: number, into: Buffer, at: number): number {
  const over = Math.floor(value / FOUR);
  const rest = (value - over * FOUR) | 0;
  const high = (rest / PAIR) | 0;
  writePair(high, into, at);
  writePair(rest - high * PAIR, into, at + 2);
  return over;
}

function writePair(pair: number, into: Buffer, at: number): void {
  const letters = PAIRS[pair] ?? 0;
  into[at] = letters >> 8;
  into[at + 1] = letters & 0xff;
}

/** The UUID that the 22 digits of base 62 from a place on say; null where there is another character, and beyond 128 bits. */
export function readDigits(digits: string, from: number): string | null {
  let seen = 0;
  const pairAt = (place: number): number => {
    const [high, low] = [DIGIT[digits.charCodeAt(place)] ?? NO_DIGIT, DIGIT[digits.charCodeAt(place + 1)] ?? NO_DIGIT];
    seen |= high | low;
    return high * 62 + low;
  };
  limbs.fill(0);
  limbs[4] = pairAt(from);
  for (let at = from + 2; at < from + DIGITS; at += 4) {
    let carry = pairAt(at) * PAIR + pairAt(at + 2);
    for (let limb = 4; limb > 0; limb -= 1) {
      const value = (limbs[limb] ?? 0) * FOUR + carry;
      carry = Math.floor(value / LIMB);
      limbs[limb] = value - carry * LIMB;
    }
    limbs[0] = (limbs[0] ?? 0) * FOUR + carry;
  }
  if (seen >= NO_DIGIT || (limbs[0] ?? 0) >= 2 ** 16) return null;
  let place = 31;
  for (let at = 4; at >= 0; at -= 1) {
    let limb = limbs[at] ?? 0;
    for (const start = at === 0 ? 0 : at * 7 - 3; place >= start; place -= 1) {
      text[PLACES[place] ?? 0] = HEX_DIGITS[limb & 15] ?? 0;
      limb >>= 4;
    }
  }
  return text.toString('latin1');
}
