import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataDir } from './data-dir.ts';
import { readSecrets } from './secrets.ts';
import { makeWorkspace } from './testing/workspace.ts';

let work: Awaited<ReturnType<typeof makeWorkspace>>;
let dir: DataDir;
let file: string;

beforeEach(async () => {
  work = await makeWorkspace();
  dir = await work.hold(work.path('data'));
  file = join(dir.path, 'secrets.json');
});

afterEach(async () => {
  await work.cleanUp();
});

describe('the secrets of an installation', () => {
  test('are made at the first start, readable by their owner only, and stay the same', async () => {
    const first = await readSecrets(dir, ['accounts', 'projects'], {});
    expect(first.installationId).toMatch(/^[0-9a-f]{8}$/);
    expect(Object.keys(first.subgraphPasswords)).toEqual(['accounts', 'projects']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readSecrets(dir, ['accounts', 'projects'], {})).toEqual(first);
  });

  test('differ from one installation to the next, and from role to role', async () => {
    const one = await readSecrets(dir, ['accounts', 'projects'], {});
    const two = await readSecrets(await work.hold(work.path('other')), ['accounts', 'projects'], {});
    const all = [one, two].flatMap((secrets) => [
      secrets.postgresPassword,
      ...Object.values(secrets.subgraphPasswords),
      secrets.authSecret,
    ]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('hold a key pair that signs and verifies', async () => {
    const { viewerKey } = await readSecrets(dir, [], {});
    const message = Buffer.from('viewer');
    const signature = sign(null, message, createPrivateKey({ key: viewerKey.privateKey, format: 'jwk' }));
    expect(verify(null, message, createPublicKey({ key: viewerKey.publicKey, format: 'jwk' }), signature)).toBe(true);
    expect(viewerKey.publicKey).not.toHaveProperty('d');
  });

  test('gain a password for a subgraph that is new, and keep the others', async () => {
    const before = await readSecrets(dir, ['accounts'], {});
    const after = await readSecrets(dir, ['accounts', 'files'], {});
    expect(after.subgraphPasswords).toEqual({ ...before.subgraphPasswords, files: expect.any(String) });
    expect(await readSecrets(dir, ['accounts', 'files'], {})).toEqual(after);
  });

  test('come from the environment first, which is never written down', async () => {
    const other = await readSecrets(await work.hold(work.path('other')), [], {});
    const secrets = await readSecrets(dir, ['accounts'], {
      ATELIER_ACCOUNTS_DB_PASSWORD: 'from-the-environment',
      ATELIER_VIEWER_PRIVATE_KEY: JSON.stringify(other.viewerKey.privateKey),
      BETTER_AUTH_SECRET: 'a-long-secret-from-the-environment',
      ATELIER_POSTGRES_PASSWORD: '',
    });
    expect(secrets.subgraphPasswords.accounts).toBe('from-the-environment');
    expect(secrets.viewerKey).toEqual(other.viewerKey);
    expect(secrets.authSecret).toBe('a-long-secret-from-the-environment');
    expect(await readFile(file, 'utf8')).not.toContain('from-the-environment');
  });

  test.each([
    [{ BETTER_AUTH_SECRET: 'short' }, 'BETTER_AUTH_SECRET'],
    [{ ATELIER_ACCOUNTS_DB_PASSWORD: 'short' }, 'ATELIER_ACCOUNTS_DB_PASSWORD'],
    [{ ATELIER_INSTALLATION_ID: 'x' }, 'ATELIER_INSTALLATION_ID'],
    [{ ATELIER_VIEWER_PRIVATE_KEY: '{}' }, 'ATELIER_VIEWER_PRIVATE_KEY'],
  ])('are refused from the environment by name when they cannot be right: %j', async (env, name) => {
    await expect(readSecrets(dir, ['accounts'], env)).rejects.toThrow(`The environment variable ${name} is`);
  });

  test('are not made anew beside a database that the lost ones opened', async () => {
    await readSecrets(dir, [], {});
    await mkdir(join(dir.path, 'postgres'));
    await rm(file);
    await expect(readSecrets(dir, [], {})).rejects.toThrow(/secrets\.json is missing, .* put it back, or begin anew with --reset/);
  });

  test('are refused when the file is damaged, without showing any of it', async () => {
    await writeFile(file, '{"installationId":"hunter2"}');
    const refused = readSecrets(dir, [], {});
    await expect(refused).rejects.toThrow(/is damaged \(installationId, postgresPassword/);
    await expect(refused).rejects.not.toThrow(/hunter2/);
  });
});
