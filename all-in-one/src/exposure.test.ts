import { describe, expect, test } from '@jest/globals';
import { readExposure } from './exposure.ts';

describe('who can reach Atelier', () => {
  test('is this machine alone, unless somebody says otherwise', () => {
    expect(readExposure('127.0.0.1', 4000, {})).toEqual({ publicUrl: 'http://localhost:4000', isPrivate: true, trustedProxies: [] });
    expect(readExposure('127.0.0.1', 4000, { PUBLIC_URL: 'http://localhost:8080/' })).toMatchObject({
      publicUrl: 'http://localhost:8080',
      isPrivate: true,
    });
  });

  test('is everybody who is given an https address, by way of the proxies that are named', () => {
    expect(readExposure('0.0.0.0', 4000, { PUBLIC_URL: 'https://studio.example', TRUST_PROXY: '10.0.0.1, 10.1.0.0/16' })).toEqual({
      publicUrl: 'https://studio.example',
      isPrivate: false,
      trustedProxies: ['10.0.0.1', '10.1.0.0/16'],
    });
    expect(readExposure('127.0.0.1', 4000, { PUBLIC_URL: 'https://studio.example' }).isPrivate).toBe(false);
  });

  test.each([
    ['0.0.0.0', {}, 'set PUBLIC_URL'],
    ['192.168.0.4', {}, 'set PUBLIC_URL'],
    ['0.0.0.0', { PUBLIC_URL: 'http://studio.example' }, 'over https'],
    ['0.0.0.0', { PUBLIC_URL: 'http://localhost:4000' }, 'over https'],
    ['127.0.0.1', { PUBLIC_URL: 'studio.example' }, 'must be an address'],
    ['127.0.0.1', { PUBLIC_URL: 'https://studio.example/atelier' }, 'without a path'],
  ])('is refused for --host %s with %j, saying what to do', (host, env, words) => {
    expect(() => readExposure(host, 4000, env)).toThrow(words);
  });
});
