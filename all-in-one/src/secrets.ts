import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { access, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { passwordVariable } from '@atelier/service-kit/migrate';
import { z } from 'zod';
import type { DataDir } from './data-dir.ts';
import { StartError, systemErrorCode } from './start-error.ts';

const password = z.string().min(16);
const ed25519 = { kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().min(1) };

const secretsSchema = z.object({
  /** Tells two installations in one browser apart: part of the cookies' names. Not a secret. */
  installationId: z.string().regex(/^[0-9a-f]{8}$/),
  /** Of the embedded PostgreSQL's superuser. */
  postgresPassword: password,
  /** One password for the login role of each subgraph, by the subgraph's name. */
  subgraphPasswords: z.record(z.string(), password),
  /** The router signs the viewer header with the private key; subgraphs verify with the public one. Ed25519 as JWK. */
  viewerKey: z.object({
    privateKey: z.object({ ...ed25519, d: z.string().min(1) }),
    publicKey: z.object(ed25519),
  }),
  /** What better-auth signs cookies and encrypts second factors with. */
  authSecret: z.string().min(32),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** The environment's names for them. A subgraph's password is ATELIER_<NAME>_DB_PASSWORD. */
const ENV = {
  installationId: 'ATELIER_INSTALLATION_ID',
  postgresPassword: 'ATELIER_POSTGRES_PASSWORD',
  viewerKey: 'ATELIER_VIEWER_PRIVATE_KEY',
  authSecret: 'BETTER_AUTH_SECRET',
} as const;

/**
 * Reads the secrets of an installation from secrets.json in its data directory (mode 0600), which the first start makes; a subgraph
 * that is new since then gets its password now. What the environment holds wins, and is never written down.
 * @param subgraphs the names of the subgraphs, each of which needs a role
 * @throws StartError when the file is damaged, or is gone while the database that it opens is there
 */
export async function readSecrets(dataDir: DataDir, subgraphs: readonly string[], env: NodeJS.ProcessEnv): Promise<Secrets> {
  const file = join(dataDir.path, 'secrets.json');
  const stored = await readStored(file);
  if (stored === undefined && (await exists(join(dataDir.path, 'postgres')))) {
    throw new StartError(`${file} is missing, and without it the database cannot be opened: put it back, or begin anew with --reset.`);
  }
  const secrets = stored ?? makeSecrets();
  const missing = subgraphs.filter((name) => secrets.subgraphPasswords[name] === undefined);
  for (const name of missing) secrets.subgraphPasswords[name] = makePassword();
  if (stored === undefined || missing.length > 0) await write(file, secrets);
  return applyEnvironment(secrets, subgraphs, env);
}

function makeSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    installationId: randomBytes(4).toString('hex'),
    postgresPassword: makePassword(),
    subgraphPasswords: {},
    viewerKey: toViewerKey(privateKey.export({ format: 'jwk' })),
    authSecret: randomBytes(32).toString('base64url'),
  };
}

const makePassword = (): string => randomBytes(24).toString('base64url');

/** The keys with which viewers are signed and verified, of an Ed25519 private key as a JWK. Throws for any other key. */
export function toViewerKey(jwk: unknown): Secrets['viewerKey'] {
  const { privateKey } = secretsSchema.shape.viewerKey.pick({ privateKey: true }).parse({ privateKey: jwk });
  const { d: _, ...publicKey } = privateKey;
  return { privateKey, publicKey };
}

async function readStored(file: string): Promise<Secrets | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const parsed = secretsSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  // Names only: a value may be a secret.
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole file').join(', ');
  throw new StartError(`${file} is damaged (${fields}): put back a copy, or begin anew with --reset.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Complete or not at all, and never readable by others. */
async function write(file: string, secrets: Secrets): Promise<void> {
  const making = `${file}.new`;
  await writeFile(making, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(making, file);
}

function applyEnvironment(secrets: Secrets, subgraphs: readonly string[], env: NodeJS.ProcessEnv): Secrets {
  const fromEnv = (name: string) => env[name] || undefined;
  const key = fromEnv(ENV.viewerKey);
  const passwords = subgraphs.map((name) => [name, fromEnv(passwordVariable(name)) ?? secrets.subgraphPasswords[name]]);
  const candidate = {
    installationId: fromEnv(ENV.installationId) ?? secrets.installationId,
    postgresPassword: fromEnv(ENV.postgresPassword) ?? secrets.postgresPassword,
    subgraphPasswords: { ...secrets.subgraphPasswords, ...Object.fromEntries(passwords) },
    viewerKey: key === undefined ? secrets.viewerKey : readViewerKey(key),
    authSecret: fromEnv(ENV.authSecret) ?? secrets.authSecret,
  };
  const parsed = secretsSchema.safeParse(candidate);
  if (parsed.success) return parsed.data;
  const [field = '', name = ''] = parsed.error.issues[0]?.path.map(String) ?? [];
  const variable = field === 'subgraphPasswords' ? passwordVariable(name) : (ENV[field as keyof typeof ENV] ?? field);
  throw new StartError(`The environment variable ${variable} is too short or malformed: correct it, or unset it to use secrets.json.`);
}

function readViewerKey(text: string): Secrets['viewerKey'] {
  try {
    return toViewerKey(JSON.parse(text));
  } catch {
    throw new StartError(
      `The environment variable ${ENV.viewerKey} is not an Ed25519 private key as JWK: correct it, or unset it to use secrets.json.`,
    );
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
