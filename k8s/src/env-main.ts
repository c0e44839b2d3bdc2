/**
 * Writes what compose.yaml asks of the environment, for a new installation: secrets and keys are made up now, and what only its
 * operator knows is left empty. npm run fleet:env --silent > .env
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The variables without which compose refuses to start, in order, with what to write. */
export function requiredVariables(composeFile: string): Map<string, string> {
  return new Map(
    [...composeFile.matchAll(/\$\{([A-Z0-9_]+):\?set [A-Z0-9_]+: ([^}]+)\}/g)].map(([, name = '', what = '']) => [name, what]),
  );
}

/** A new installation's values; empty where only its operator can know. */
export function newEnvironment(variables: Iterable<string>): Record<string, string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const known: Record<string, string> = {
    ATELIER_VIEWER_PRIVATE_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
    ATELIER_VIEWER_PUBLIC_KEY: JSON.stringify(publicKey.export({ format: 'jwk' })),
    ATELIER_INSTALLATION_ID: randomBytes(4).toString('hex'),
  };
  const made = (name: string) => (/_(PASSWORD|SECRET)$/.test(name) ? randomBytes(32).toString('base64url') : '');
  return Object.fromEntries([...variables].map((name) => [name, known[name] ?? made(name)]));
}

if (import.meta.main) {
  const asked = requiredVariables(readFileSync(join(resolve(import.meta.dirname, '../..'), 'compose.yaml'), 'utf8'));
  for (const [name, value] of Object.entries(newEnvironment(asked.keys()))) {
    // In single quotes compose leaves a value as it is.
    console.log(value === '' ? `# ${asked.get(name)}\n${name}=` : `${name}='${value}'`);
  }
}
