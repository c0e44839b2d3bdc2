import { describe, expect, it } from '@jest/globals';
import { checkKey } from './api-key.ts';

const now = new Date('2026-11-22T09:00:00Z');

describe('An API key', () => {
  it('has a name, each scope once, and an end or none', () => {
    expect(checkKey({ name: ' Website ', scopes: ['studio:read', 'projects:read', 'studio:read'], expiresAt: null }, now)).toEqual({
      name: 'Website',
      scopes: ['projects:read', 'studio:read'],
      expiresAt: null,
    });
  });

  it('is refused with what would be right', () => {
    expect(checkKey({ name: ' ', scopes: ['studio:read'], expiresAt: null }, now)).toMatchObject({
      code: 'REQUIRED',
      path: ['input', 'name'],
    });
    expect(checkKey({ name: 'x'.repeat(61), scopes: ['studio:read'], expiresAt: null }, now)).toMatchObject({ code: 'TOO_LONG' });
    expect(checkKey({ name: 'x', scopes: [], expiresAt: null }, now)).toMatchObject({ path: ['input', 'scopes'] });
    expect(checkKey({ name: 'x', scopes: ['studio:read'], expiresAt: now }, now)).toMatchObject({ code: 'INVALID_DATE' });
  });
});
