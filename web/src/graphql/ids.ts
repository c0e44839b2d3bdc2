const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DIGITS = 22;

/**
 * An id for something that is made here, so that it can be shown before the server answers and a repeat makes nothing twice:
 * the prefix of its type (`task`, `comment`, `stage`) and a UUID of version 7 in 22 digits of base 62.
 */
export function newId(prefix: string, now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(now / 2 ** 32));
  view.setUint32(2, now % 2 ** 32);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  let rest = (view.getBigUint64(0) << 64n) | view.getBigUint64(8);
  let digits = '';
  for (let place = 0; place < DIGITS; place += 1) {
    digits = ALPHABET.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return `${prefix}_${digits}`;
}

const TYPES: Record<string, string> = { task: 'Task', comment: 'Comment', project: 'Project', stage: 'Stage' };

/** The type that an id of a project's things names; null for any other. */
export function typeOfId(id: string): string | null {
  return TYPES[id.slice(0, id.lastIndexOf('_'))] ?? null;
}
