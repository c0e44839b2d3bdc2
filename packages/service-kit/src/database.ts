export { createDatabase, type Database, type DatabaseOptions, type DatabaseStats } from './database/create.ts';
export { isForeignKeyViolation, isUniqueViolation } from './database/failure.ts';
export type { Scope, Session, Transaction } from './database/session.ts';
export {
  type DrizzleBuilder,
  dynamic,
  type PreparableQuery,
  type Statement,
  sqlStatement,
  statement,
} from './database/statement.ts';
export { anyOf, type Columns, columnsBut, columnsOf, instant, json, listOf, tenantPolicy } from './database/tables.ts';
