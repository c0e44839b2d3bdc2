import { createHmac, randomInt } from 'node:crypto';

/** No letter that is read as another one or as a digit. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const AMOUNT = 10;
const PLAIN = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/;

/** Ten codes of four groups, about 78 random bits each. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: AMOUNT }, () => Array.from({ length: 4 }, group).join('-'));
}

/** What is kept of a code: a hash with a key that the database does not hold. Case, spaces and hyphens do not count. */
export function hashRecoveryCode(secret: string, code: string): string {
  const plain = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return createHmac('sha256', `recovery codes: ${secret}`).update(plain).digest('base64url');
}

/**
 * How better-auth keeps the codes. It writes them new, and again whenever one was used; those that it read are hashes already
 * and stay as they are.
 */
export function recoveryCodeStorage(secret: string) {
  return {
    encrypt: async (json: string): Promise<string> =>
      JSON.stringify((JSON.parse(json) as string[]).map((code) => (PLAIN.test(code) ? hashRecoveryCode(secret, code) : code))),
    decrypt: async (kept: string): Promise<string> => kept,
  };
}
