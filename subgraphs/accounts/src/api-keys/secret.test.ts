import { expect, test } from '@jest/globals';
import { isKeySecret, newKeySecret } from './secret.ts';

test('a secret is known by its form: a prefix, letters and digits, and a checksum', () => {
  const secrets = Array.from({ length: 50 }, newKeySecret);
  expect(new Set(secrets).size).toBe(50);
  for (const secret of secrets) {
    expect(secret).toMatch(/^atelier_[0-9A-Za-z]{49}$/);
    expect(isKeySecret(secret)).toBe(true);
  }
});

test('what only looks like one is none', () => {
  const secret = newKeySecret();
  const other = secret.at(-1) === 'a' ? 'b' : 'a';
  for (const text of [secret.slice(0, -1) + other, secret.slice(0, -1), `${secret}0`, secret.slice(8), `github_${secret.slice(8)}`, '']) {
    expect(isKeySecret(text)).toBe(false);
  }
});
