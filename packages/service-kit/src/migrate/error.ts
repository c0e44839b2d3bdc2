export type MigrationErrorCode =
  /** The database holds migrations that these sources do not: a newer Atelier made it. */
  | 'NEWER_DATABASE'
  /** A migration file differs from what once ran under its name. */
  | 'CHANGED_MIGRATION'
  /** A migration's SQL failed; nothing of this subgraph's pending migrations was kept. */
  | 'FAILED_MIGRATION'
  /** A folder or file is not what drizzle-kit writes. */
  | 'BAD_FILES'
  /** A table with a `studio_id` would be readable across studios. */
  | 'UNPROTECTED_TABLE'
  /** The login role may do more than a subgraph's role should. */
  | 'UNSAFE_ROLE'
  /** A table's comment begins with `rights:` and does not go on with rights. */
  | 'UNREADABLE_RIGHTS';

/** Why a database was not migrated: one sentence that can be shown to whoever starts Atelier. */
export class MigrationError extends Error {
  readonly code: MigrationErrorCode;

  constructor(code: MigrationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationError';
    this.code = code;
  }
}
