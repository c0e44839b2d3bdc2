import { describe, expect, it } from '@jest/globals';
import { checkInvitation, endOf, isOpen } from './invitation.ts';

describe('An invitation', () => {
  it('keeps the address in one form', () => {
    expect(checkInvitation({ email: ' Ana.Ruiz@Example.TEST ', role: 'artist', projectIds: [] })).toEqual({
      email: 'ana.ruiz@example.test',
      role: 'artist',
      projectIds: [],
    });
  });

  it('needs an address', () => {
    for (const email of ['', 'ana', 'ana@', 'ana@example', 'a b@example.test', `${'a'.repeat(250)}@example.test`]) {
      expect(checkInvitation({ email, role: 'artist', projectIds: [] })).toMatchObject({ code: 'INVALID_EMAIL', path: ['input', 'email'] });
    }
  });

  it('never makes an owner', () => {
    expect(checkInvitation({ email: 'ana@example.test', role: 'owner', projectIds: [] })).toMatchObject({ code: 'INVALID_ROLE' });
  });

  it('opens projects to guests only, each once, at most 50', () => {
    expect(checkInvitation({ email: 'ana@example.test', role: 'guest', projectIds: ['a', 'b', 'a'] })).toMatchObject({
      projectIds: ['a', 'b'],
    });
    expect(checkInvitation({ email: 'ana@example.test', role: 'artist', projectIds: ['a'] })).toMatchObject({ code: 'INVALID_ROLE' });
    const many = Array.from({ length: 51 }, (_, index) => `p${index}`);
    expect(checkInvitation({ email: 'ana@example.test', role: 'guest', projectIds: many })).toMatchObject({ code: 'TOO_LONG' });
  });

  it('ends after seven days', () => {
    const sent = new Date('2026-11-22T09:00:00Z');
    const expiresAt = endOf(sent);
    expect(isOpen({ expiresAt }, new Date('2026-11-29T08:59:59Z'))).toBe(true);
    expect(isOpen({ expiresAt }, new Date('2026-11-29T09:00:00Z'))).toBe(false);
  });
});
