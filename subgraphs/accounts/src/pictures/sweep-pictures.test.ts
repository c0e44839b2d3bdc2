import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, type Database } from '@atelier/service-kit/database';
import { type TestDatabase, testDatabase } from '@atelier/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { diskStorage } from './storage.ts';
import { sweepPictures } from './sweep-pictures.service.ts';

let db: TestDatabase;
let signIn: Database;
let folder = '';
beforeAll(async () => {
  db = await testDatabase();
  signIn = createDatabase({ url: db.url('auth'), schema: 'auth', logger: { error: () => undefined } });
  folder = await mkdtemp(join(tmpdir(), 'atelier-sweep-'));
});
afterAll(async () => {
  await signIn.close();
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

test('pictures that nobody shows any more are removed; those that somebody shows, and those just sent, stay', async () => {
  const storage = diskStorage(folder);
  const yesterday = new Date(Date.now() - 86_400_000);
  for (const name of ['face.webp', 'logo.webp', 'replaced.webp', 'just-sent.webp']) {
    await storage.put(name, Buffer.from(name));
    if (name !== 'just-sent.webp') await utimes(join(folder, name), yesterday, yesterday);
  }
  await db.admin.query(
    `insert into auth.users (id, name, email, email_verified, image) values (gen_random_uuid(), 'Ana', 'ana@example.test', true, '/media/face.webp')`,
  );
  await db.admin.query(
    `insert into accounts.studios (id, slug, name, logo, currency, time_zone, locale, created_by)
     values (gen_random_uuid(), 'ana', 'Ana', '/media/logo.webp', 'EUR', 'UTC', 'en', gen_random_uuid())`,
  );
  await sweepPictures(storage, signIn, () => new Date())({}, { id: '1', attempt: 1, signal: undefined });
  expect((await readdir(folder)).sort()).toEqual(['face.webp', 'just-sent.webp', 'logo.webp']);
});
