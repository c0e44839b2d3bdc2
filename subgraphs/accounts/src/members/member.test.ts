import { roles } from '@atelier/service-kit/viewer';
import { describe, expect, it } from '@jest/globals';
import { canSucceed, changeRole, remove, transferOwnership } from './member.ts';

const owner = { memberId: 'me', role: 'owner' } as const;
const admin = { memberId: 'me', role: 'admin' } as const;

describe('Changing a role', () => {
  it('is for owners and admins only', () => {
    const others = roles.filter((role) => role !== 'owner' && role !== 'admin');
    for (const role of others) expect(changeRole({ memberId: 'me', role }, { id: 'you', role: 'guest' }, 'artist', 1)).toBe('forbidden');
    expect(changeRole(admin, { id: 'you', role: 'guest' }, 'artist', 1)).toBe('allowed');
  });

  it('makes nobody an owner', () => {
    expect(changeRole(admin, { id: 'you', role: 'artist' }, 'owner', 1)).toBe('forbidden');
    expect(changeRole(admin, { id: 'me', role: 'admin' }, 'owner', 1)).toBe('forbidden');
    expect(changeRole(owner, { id: 'you', role: 'artist' }, 'owner', 1)).toBe('by-transfer');
  });

  it('takes ownership from nobody else', () => {
    expect(changeRole(owner, { id: 'you', role: 'owner' }, 'admin', 2)).toBe('forbidden');
    expect(changeRole(owner, { id: 'me', role: 'owner' }, 'admin', 2)).toBe('allowed');
  });

  it('leaves the last owner in place', () => {
    expect(changeRole(owner, { id: 'me', role: 'owner' }, 'admin', 1)).toBe('last-owner');
    expect(changeRole(owner, { id: 'me', role: 'owner' }, 'owner', 1)).toBe('allowed');
  });
});

describe('Taking a member out', () => {
  it('is open to everybody who leaves, except the last owner', () => {
    for (const role of roles.filter((name) => name !== 'owner'))
      expect(remove({ memberId: 'me', role }, { id: 'me', role }, 1)).toBe('allowed');
    expect(remove(owner, { id: 'me', role: 'owner' }, 1)).toBe('last-owner');
    expect(remove(owner, { id: 'me', role: 'owner' }, 2)).toBe('allowed');
  });

  it('spares owners', () => {
    expect(remove(admin, { id: 'you', role: 'owner' }, 2)).toBe('forbidden');
    expect(remove(owner, { id: 'you', role: 'owner' }, 2)).toBe('forbidden');
    expect(remove(admin, { id: 'you', role: 'admin' }, 1)).toBe('allowed');
  });

  it('is not for the others', () => {
    expect(remove({ memberId: 'me', role: 'manager' }, { id: 'you', role: 'guest' }, 1)).toBe('forbidden');
  });
});

describe('Handing ownership over', () => {
  it('is for owners only', () => {
    for (const role of roles.filter((name) => name !== 'owner'))
      expect(transferOwnership({ memberId: 'me', role }, { id: 'you', role: 'artist' })).toBe('forbidden');
    expect(transferOwnership(owner, { id: 'you', role: 'guest' })).toBe('allowed');
  });

  it('gives nothing to whoever is an owner', () => {
    expect(transferOwnership(owner, { id: 'you', role: 'owner' })).toBe('already-owner');
    expect(transferOwnership(owner, { id: 'me', role: 'owner' })).toBe('already-owner');
  });
});

describe('Taking on the tasks of who leaves', () => {
  it('is for another member who sees every project', () => {
    const leaving = { id: 'leaving', role: 'artist' } as const;
    expect(canSucceed(leaving, { id: 'other', role: 'accountant' })).toBe(true);
    expect(canSucceed(leaving, { id: 'other', role: 'guest' })).toBe(false);
    expect(canSucceed(leaving, leaving)).toBe(false);
  });
});
