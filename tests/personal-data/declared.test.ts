import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { discoverSchemas } from '@atelier/service-kit/migrate';
import type { PersonalData } from '@atelier/service-kit/personal-data';
import { type TestDatabase, testDatabase } from '@atelier/testing';
import { personalDataProblems } from '@atelier/testing/personal-data';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
}, 60_000);
afterAll(() => db.drop());

test('every table and column that could hold somebody’s data says what becomes of it when a studio or a person goes', async () => {
  const schemas = await discoverSchemas(root);
  const bySubgraph = Map.groupBy(schemas, ({ migrationsDir }) => basename(dirname(migrationsDir)));
  for (const [name, own] of bySubgraph) {
    const file = pathToFileURL(join(root, 'subgraphs', name, 'src/personal-data.ts')).href;
    const { personalData } = (await import(file)) as { personalData: PersonalData };
    const names = own.map((schema) => schema.name).sort((a, b) => Number(b === name) - Number(a === name));
    expect([name, await personalDataProblems(db.admin, names, personalData)]).toEqual([name, []]);
  }
  expect([...bySubgraph.keys()]).toContain('accounts');
}, 60_000);
