import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { discoverSchemas } from './discover.ts';

test('every subgraph with migrations is a schema, and a second folder of migrations a second one without jobs', async () => {
  const root = await mkdtemp(join(tmpdir(), 'checkout-'));
  for (const folder of ['projects/migrations/meta', 'accounts/migrations', 'accounts/migrations-auth', 'accounts/src', 'empty/src']) {
    await mkdir(join(root, 'subgraphs', folder), { recursive: true });
  }
  const found = await discoverSchemas(root);
  await rm(root, { recursive: true });
  expect(found.map(({ name, jobs }) => ({ name, jobs }))).toEqual([
    { name: 'accounts', jobs: true },
    { name: 'auth', jobs: false },
    { name: 'projects', jobs: true },
  ]);
});
