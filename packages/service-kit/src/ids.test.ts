import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { decodeId, encodeId, tryDecodeId, typenameOfId, uuidv7 } from './ids.ts';

/** The same in whole numbers of any size, digit by digit. */
function slowly(uuid: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let rest = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let digits = '';
  for (let place = 0; place < 22; place += 1) {
    digits = alphabet.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return digits;
}

describe('an id', () => {
  test('names its type and is the UUID in base 62', () => {
    const uuids = [
      ...Array.from({ length: 2_000 }, () => randomUUID()),
      uuidv7(),
      '00000000-0000-1000-8000-000000000000',
      'ffffffff-ffff-8fff-bfff-ffffffffffff',
    ];
    for (const uuid of uuids) {
      const id = encodeId('ClientLink', uuid);
      expect(id).toBe(`client_link_${slowly(uuid)}`);
      expect(decodeId(id, 'ClientLink')).toBe(uuid);
    }
  });

  test('is made of a UUID in capitals, too', () => {
    const uuid = randomUUID();
    expect(encodeId('Task', uuid.toUpperCase())).toBe(encodeId('Task', uuid));
  });

  test('of another type is none', () => {
    const id = encodeId('Task', uuidv7());
    expect(tryDecodeId(id, 'Project')).toBeNull();
    expect(() => decodeId(id, 'Project')).toThrow('There is no such thing');
    expect(typenameOfId(id)).toBe('Task');
  });

  test.each([
    'task_',
    'task_0',
    `task_${'z'.repeat(22)}`,
    // 2^128, the first beyond.
    'task_7n42DGM5Tflk9n8mt7Fhc8',
    `task_${'0'.repeat(22)}`,
    `task_${'0'.repeat(21)}-`,
    `Task_${'1'.repeat(22)}`,
    `${encodeId('Task', uuidv7())} `,
  ])('in another shape is none: %s', (id) => {
    expect(tryDecodeId(id, 'Task')).toBeNull();
  });
});
