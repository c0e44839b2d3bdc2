/** Ids as Atelier's API writes them: a prefix of the type and the UUID in 22 digits of base 62. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 22;

const prefixes = {
  Task: 'task',
  Project: 'project',
  Stage: 'stage',
  Comment: 'comment',
  Client: 'client',
  Contact: 'contact',
  Member: 'member',
  Notification: 'notification',
  ChecklistItem: 'checklist_item',
};

/** The id that the world sees. Divides four 32-bit words by 62, which is a good deal faster than BigInt. */
export function encodeId(type, uuid) {
  return `${prefixes[type]}_${toBase62(uuid)}`;
}

export function toBase62(uuid) {
  const hex = uuid.replaceAll('-', '');
  const words = [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16));
  let text = '';
  for (let place = 0; place < LENGTH; place += 1) {
    let rest = 0;
    for (let word = 0; word < 4; word += 1) {
      const value = rest * 0x1_0000_0000 + words[word];
      words[word] = Math.floor(value / 62);
      rest = value % 62;
    }
    text = DIGITS[rest] + text;
  }
  return text;
}

/** The UUID inside an id. */
export function decodeId(id) {
  let value = 0n;
  for (const digit of id.slice(-LENGTH)) value = value * 62n + BigInt(DIGITS.indexOf(digit));
  const hex = value.toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
