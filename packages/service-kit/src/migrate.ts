export { discoverSchemas, type SchemaFolder } from './migrate/discover.ts';
export { MigrationError, type MigrationErrorCode } from './migrate/error.ts';
export { readMigrations } from './migrate/files.ts';
export { type MigrateOptions, migrateAll, type SubgraphMigrations } from './migrate/migrate-all.ts';
export { isSecond, ownerOf, passwordVariable, roleOf, urlVariable } from './migrate/names.ts';
export { roleUrl } from './migrate/roles.ts';
