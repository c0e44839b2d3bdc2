import { describe, expect, it } from '@jest/globals';
import { canonicalLocale, isTimeZone, preferredLocale } from './locale.ts';

describe('The language of our own pages', () => {
  it('is the first of ours that the browser asks for', () => {
    expect(preferredLocale('es-MX,es;q=0.9,en;q=0.8')).toBe('es');
    expect(preferredLocale('fr;q=0.9, es;q=0.5, en;q=0.7')).toBe('en');
    expect(preferredLocale('es;q=0, en')).toBe('en');
  });

  it('is English where nothing fits', () => {
    expect(preferredLocale(null)).toBe('en');
    expect(preferredLocale('fr-FR, *;q=0.1')).toBe('en');
    expect(preferredLocale(';;;,,q=')).toBe('en');
  });
});

describe('Settings of a person or a studio', () => {
  it('know a language tag from nonsense', () => {
    expect(canonicalLocale('pt-br')).toBe('pt-BR');
    expect(canonicalLocale('not a tag')).toBeNull();
  });

  it('know a time zone from nonsense', () => {
    expect(isTimeZone('Europe/Madrid')).toBe(true);
    expect(isTimeZone('UTC')).toBe(true);
    expect(isTimeZone('+02:00')).toBe(false);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});
