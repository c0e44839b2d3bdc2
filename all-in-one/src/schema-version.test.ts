import { expect, test } from '@jest/globals';
import { assertKnownMigrations } from './schema-version.ts';

test('a database with migrations still to come is taken', () => {
  expect(() => assertKnownMigrations('projects', ['0000_create_projects'], ['0000_create_projects', '0001_add_tasks'])).not.toThrow();
});

test('a new database is taken', () => {
  expect(() => assertKnownMigrations('projects', [], ['0000_create_projects'])).not.toThrow();
});

test('a database of a newer Atelier is refused by the migration that is not known', () => {
  expect(() => assertKnownMigrations('projects', ['0000_create_projects', '0001_add_tasks'], ['0000_create_projects'])).toThrow(
    /newer Atelier \(projects has the migration 0001_add_tasks, .*: start it with the checkout that made it/,
  );
});
