import { uuidv7 } from '@atelier/service-kit/ids';
import { describe, expect, test } from '@jest/globals';
import type { AuditLine } from './audit-log.ts';
import { createChain, type Fault, type Head } from './chain.ts';

const chain = createChain('a secret of at least thirty-two characters');
const studioId = uuidv7();
type Line = Omit<AuditLine, 'actorName' | 'targetName'>;

function lines(count: number, sealer = chain): Line[] {
  const made: Line[] = [];
  for (let number = 1; number <= count; number += 1) {
    const content = {
      studioId,
      number,
      eventId: uuidv7(),
      at: new Date('2026-11-22T09:00:00.123Z'),
      kind: 'MEMBER_ROLE_CHANGED' as const,
      actorKind: 'member' as const,
      actorId: uuidv7(),
      targetType: 'Member' as const,
      targetId: uuidv7(),
      address: '192.0.2.7',
      userAgent: 'Firefox',
      before: { role: 'artist', nested: { b: 1, a: [1, 2] } },
      after: { role: 'admin' },
    };
    made.push({ ...content, ...sealer.seal(content, made.at(-1)?.hash ?? '') });
  }
  return made;
}

const headOf = (log: readonly Line[]): Head => ({ number: log.at(-1)?.number ?? 0, hash: log.at(-1)?.hash ?? '' });

function faults(log: readonly Line[], head: Head | null): readonly Fault[] {
  const check = chain.check();
  for (const line of log) check.take(line);
  check.end(head);
  return check.faults;
}

describe('A chain', () => {
  test('holds as it was made, whatever the order in which JSON comes back', () => {
    const log = lines(4);
    expect(faults(log, headOf(log))).toEqual([]);
    expect(faults([], null)).toEqual([]);
    const turned = log.map((line) => ({ ...line, before: { nested: { a: [1, 2], b: 1 }, role: 'artist' } }));
    expect(faults(turned, headOf(log))).toEqual([]);
  });

  test('names the line that was taken out: the first, one in the middle, the last', () => {
    const log = lines(4);
    for (const number of [1, 3, 4]) {
      const left = log.filter((line) => line.number !== number);
      expect(faults(left, headOf(log))).toEqual([{ number, what: 'MISSING' }]);
    }
    expect(faults([], headOf(log)).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test.each<Partial<Line>>([
    { actorId: uuidv7() },
    { at: new Date(0) },
    { kind: 'MEMBER_REMOVED' },
    { address: null },
    { after: { role: 'owner' } },
    { before: null },
  ])('names the line that says something else: %j', (change) => {
    const log = lines(3);
    const changed = log.map((line) => (line.number === 2 ? { ...line, ...change } : line));
    expect(faults(changed, headOf(log))).toEqual([{ number: 2, what: 'CHANGED' }]);
  });

  test('is not made by whoever writes to the database but has no key', () => {
    const log = lines(3, createChain('another secret of thirty-two characters'));
    expect(faults(log, headOf(log))).toEqual([1, 2, 3].map((number) => ({ number, what: 'UNSIGNED' })));
  });

  test('does not take lines of another log, nor one log cut and joined anew', () => {
    const [log, other] = [lines(3), lines(3)];
    const mixed = [log[0], other[1], other[2]].filter((line) => line !== undefined);
    expect(faults(mixed, headOf(mixed))).toEqual([{ number: 2, what: 'UNLINKED' }]);
    expect(faults(log, headOf(log.slice(0, 2)))).toEqual([{ number: 3, what: 'UNEXPECTED' }]);
  });
});
