import { describe, expect, it } from '@jest/globals';
import { checkSettings, slugCandidates, slugFrom } from './studio.ts';

describe("A studio's name in addresses", () => {
  it('is made from its name', () => {
    expect(slugFrom('Añil & Compañía, S.L.')).toBe('anil-compania-s-l');
    expect(slugFrom('  --- ')).toBe('studio');
    expect(slugFrom('墨')).toBe('studio');
    expect(slugFrom('Al')).toBe('studio-al');
    expect(slugFrom(`${'long '.repeat(20)}`)).toMatch(/^[a-z-]{3,34}$/);
  });

  it('has another one beside it when it is taken or our own', () => {
    expect(slugCandidates('marisol', 'x7k2').slice(0, 2)).toEqual(['marisol', 'marisol-2']);
    expect(slugCandidates('settings', 'x7k2')[0]).toBe('settings-2');
    expect(slugCandidates('a'.repeat(40), 'x7k2').every((slug) => slug.length <= 40)).toBe(true);
  });

  it('cannot be one of our own addresses', () => {
    expect(checkSettings({ slug: 'auth' })).toMatchObject({ __typename: 'InvalidInput', path: ['input', 'slug'] });
    for (const slug of ['ab', '-abc', 'abc-', 'Abc', 'a b c', 'a'.repeat(41)])
      expect(checkSettings({ slug })).toMatchObject({ code: 'INVALID_SLUG' });
    expect(checkSettings({ slug: 'studio-marisol' })).toEqual({ slug: 'studio-marisol' });
  });
});

describe("A studio's settings", () => {
  it('are stored in one form', () => {
    expect(checkSettings({ name: '  Studio   Marisol ', locale: 'es-mx', timeZone: 'America/Mexico_City' })).toEqual({
      name: 'Studio Marisol',
      locale: 'es-MX',
      timeZone: 'America/Mexico_City',
    });
  });

  it('are refused with what would be right', () => {
    expect(checkSettings({ name: '   ' })).toMatchObject({ code: 'REQUIRED', path: ['input', 'name'] });
    expect(checkSettings({ name: 'x'.repeat(81) })).toMatchObject({ code: 'TOO_LONG' });
    expect(checkSettings({ timeZone: 'Mars/Olympus' })).toMatchObject({ code: 'INVALID_TIME_ZONE' });
    expect(checkSettings({ locale: 'not a tag' })).toMatchObject({ code: 'INVALID_LOCALE' });
  });
});
