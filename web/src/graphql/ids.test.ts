import { describe, expect, test } from '@jest/globals';
import { newId, typeOfId } from './ids.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The UUID in an id, as the server reads it. */
function uuidIn(id: string): string {
  const digits = /^task_([0-9A-Za-z]{22})$/.exec(id)?.[1] ?? '';
  const value = [...digits].reduce((sum, digit) => sum * 62n + BigInt(ALPHABET.indexOf(digit)), 0n);
  return value.toString(16).padStart(32, '0');
}

describe('an id made in the browser', () => {
  test('holds a UUID of version 7 of that moment', () => {
    const at = Date.parse('2026-11-22T12:00:00Z');
    const uuid = uuidIn(newId('task', at));
    expect(uuid).toHaveLength(32);
    expect(uuid.slice(0, 12)).toBe(at.toString(16).padStart(12, '0'));
    expect(uuid[12]).toBe('7');
    expect('89ab').toContain(uuid[16]);
  });

  test('is never made twice', () => {
    expect(new Set(Array.from({ length: 1000 }, () => newId('task', 0))).size).toBe(1000);
  });

  test('tells its type by its prefix', () => {
    expect(typeOfId(newId('comment'))).toBe('Comment');
    expect(typeOfId('invoice_0000000000000000000000')).toBeNull();
  });
});
