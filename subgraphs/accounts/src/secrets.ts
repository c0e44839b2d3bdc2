import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link, a cookie or a key: 256 random bits, as 43 characters that are safe in addresses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. A fast hash is enough: 256 random bits cannot be guessed, only passwords can. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
