import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { discoverSchemas } from '@atelier/service-kit/migrate';
import { definePersonalData, type PersonalData, person, text, WORK } from '@atelier/service-kit/personal-data';
import { type TestDatabase, testDatabase } from '@atelier/testing';
import { personalDataProblems, wordProblems } from '@atelier/testing/personal-data';
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

test('what people read of a table has words in every language, and a reason to keep it a code of its own', () => {
  const words = { en: 'Why it stays.', es: 'Por qué se queda.' };
  const tableOf = (because: { en: string; es: string }, code = 'A_REASON') =>
    definePersonalData({
      boats: {
        holds: { en: 'Boats.', es: 'Barcos.' },
        studioGoes: { code, because, days: 7 },
        columns: { sailor_id: person('member', 'row goes'), name: text(WORK) },
        plain: [],
      },
    });
  expect(wordProblems(tableOf(words))).toEqual([]);
  expect(wordProblems(tableOf({ ...words, es: ' ' }))).toEqual(['boats: "Why it stays." has no words in es.']);
  expect(wordProblems(tableOf({ ...words, es: words.en }))).toEqual(['boats: "Why it stays." is the same in two languages.']);
  expect(wordProblems(tableOf(words, WORK.code))).toEqual(['boats: the code STUDIO_WORK has two reasons.']);
  expect(wordProblems(tableOf(words, 'a reason'))).toEqual(['boats: the code a reason is not in capitals.']);
});
