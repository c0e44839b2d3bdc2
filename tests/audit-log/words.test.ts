import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { CHECKOUT } from '../support/world.ts';

type ByField = Record<string, object>;

// The macro is the build's: here a message is its English text.
const macro = createRequire(join(CHECKOUT, 'web/package.json')).resolve('@lingui/core/macro');
jest.unstable_mockModule(macro, () => ({ msg: ([message]: TemplateStringsArray) => ({ id: message, message }) }));
// Neither imports the other: the page knows the schema only.
const { AUDIT_FIELDS } = (await import(join(CHECKOUT, 'subgraphs/accounts/src/audit-log/vocabulary.ts'))) as {
  AUDIT_FIELDS: Record<string, string | string[]>;
};
const { fieldWords, moments, valueWords } = (await import(join(CHECKOUT, 'web/src/features/audit-log/details.ts'))) as {
  fieldWords: ByField;
  valueWords: ByField;
  moments: ReadonlySet<string>;
};

test('the page has words for every field that a line of the audit log may tell of', () => {
  expect(Object.keys(fieldWords).sort()).toEqual(Object.keys(AUDIT_FIELDS).sort());
});

test('and for every word that a field may hold', () => {
  const closed = Object.entries(AUDIT_FIELDS).flatMap(([field, what]) => (typeof what === 'string' ? [] : [[field, [...what].sort()]]));
  expect(Object.fromEntries(Object.entries(valueWords).map(([field, words]) => [field, Object.keys(words).sort()]))).toEqual(
    Object.fromEntries(closed),
  );
});

test('it shows moments as moments', () => {
  const known = Object.entries(AUDIT_FIELDS).flatMap(([field, what]) => (what === 'moment' ? [field] : []));
  expect([...moments].sort()).toEqual(known);
});
