import { StartError } from './start-error.ts';

/**
 * Refuses a database that a newer Atelier has migrated: this code would not understand its tables.
 * @param database what the migrations belong to, a subgraph's name, for the sentence
 * @param applied the names of the migrations that the database has
 * @param known the names of the migrations that this checkout brings
 */
export function assertKnownMigrations(database: string, applied: Iterable<string>, known: Iterable<string>): void {
  const brought = new Set(known);
  const unknown = [...applied].filter((name) => !brought.has(name));
  if (unknown.length === 0) return;
  throw new StartError(
    `The database is of a newer Atelier (${database} has the migration ${unknown.at(-1)}, which this checkout does not know): ` +
      'start it with the checkout that made it, or name another folder with --data-dir.',
  );
}
