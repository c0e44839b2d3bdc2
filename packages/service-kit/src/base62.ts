// Every id of an answer passes here, most of them twice: numbers are several times as fast as BigInt. A UUID is five limbs, the first of
// 16 bits and four of 28, so that a limb behind a remainder of four digits (62^4 < 2^24) stays below 2^53.
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PAIR = 62 ** 2;
const FOUR = 62 ** 4;
const LIMB = 2 ** 28;
/** Where the 32 hexadecimal digits stand in the text of a UUID. */
const PLACES = [...'00000000-0000-0000-0000-000000000000'].flatMap((letter, place) => (letter === '-' ? [] : [place]));

const PAIRS = Array.from({ length: PAIR }, (_, pair) => ALPHABET.charAt(pair / 62) + ALPHABET.charAt(pair % 62));
const DIGIT = new Uint8Array(128);
for (let digit = 0; digit < 62; digit += 1) DIGIT[ALPHABET.charCodeAt(digit)] = digit;
const HEX = new Uint8Array(128);
for (let digit = 0; digit < 16; digit += 1) {
  HEX[digit.toString(16).charCodeAt(0)] = digit;
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}

/** A UUID in 22 digits of base 62. */
export function digitsOfUuid(uuid: string): string {
  const limbs = [0, 0, 0, 0, 0];
  let place = 0;
  for (let at = 0; at < 5; at += 1) {
    let limb = 0;
    for (const end = 4 + at * 7; place < end; place += 1) limb = limb * 16 + (HEX[uuid.charCodeAt(PLACES[place] ?? 0)] ?? 0);
    limbs[at] = limb;
  }
  let digits = '';
  for (let group = 0; group < 5; group += 1) {
    let rest = 0;
    for (let at = 0; at < 5; at += 1) {
      const value = rest * LIMB + (limbs[at] ?? 0);
      const quotient = Math.floor(value / FOUR);
      limbs[at] = quotient;
      rest = value - quotient * FOUR;
    }
    digits = (PAIRS[Math.floor(rest / PAIR)] ?? '') + (PAIRS[rest % PAIR] ?? '') + digits;
  }
  return (PAIRS[limbs[4] ?? 0] ?? '') + digits;
}

/** The UUID that 22 digits of base 62 say; null beyond 128 bits. */
export function uuidOfDigits(digits: string): string | null {
  const limbs = [0, 0, 0, 0, pairAt(digits, 0)];
  for (let group = 2; group < 22; group += 4) {
    let carry = pairAt(digits, group) * PAIR + pairAt(digits, group + 2);
    for (let at = 4; at > 0; at -= 1) {
      const value = (limbs[at] ?? 0) * FOUR + carry;
      carry = Math.floor(value / LIMB);
      limbs[at] = value - carry * LIMB;
    }
    limbs[0] = (limbs[0] ?? 0) * FOUR + carry;
  }
  if ((limbs[0] ?? 0) >= 2 ** 16) return null;
  // A one in front keeps the leading zeros.
  const hex = (at: number, one: number) => ((limbs[at] ?? 0) + one).toString(16).slice(1);
  const [a, b, c, d, e] = [hex(0, 2 ** 16), hex(1, LIMB), hex(2, LIMB), hex(3, LIMB), hex(4, LIMB)];
  return `${a}${b.slice(0, 4)}-${b.slice(4)}${c.slice(0, 1)}-${c.slice(1, 5)}-${c.slice(5)}${d.slice(0, 2)}-${d.slice(2)}${e}`;
}

const pairAt = (digits: string, place: number): number =>
  (DIGIT[digits.charCodeAt(place)] ?? 0) * 62 + (DIGIT[digits.charCodeAt(place + 1)] ?? 0);
