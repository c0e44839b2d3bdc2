import pg from 'pg';
import { type AppError, unavailable } from '../errors.ts';

/** The connection does not know the prepared statement: its first use there stood behind a failure. */
const UNKNOWN_STATEMENT = '26000';
/** Its columns were changed since it was prepared. */
const CHANGED_COLUMNS = '0A000';

/** PostgreSQL's five-character code, or null when the error did not come from the server. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

/** True when the row broke a unique index (and, when named, that constraint). Catch it outside `transaction`. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, '23505', constraint);
}

/** True when the row points at one that is not there, or is still pointed at. Catch it outside `transaction`. */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, '23503', constraint);
}

function isViolation(error: unknown, code: string, constraint: string | undefined): boolean {
  return error instanceof pg.DatabaseError && error.code === code && (constraint === undefined || error.constraint === constraint);
}

/** True when the same transaction, run again, may well succeed: a deadlock or a serialization failure. */
export function isRetryable(error: unknown): boolean {
  const code = sqlState(error);
  return code === '40001' || code === '40P01';
}

/** True when the statement itself is well, and only has to be prepared anew on the connection. */
export function isForgotten(error: unknown): boolean {
  const code = sqlState(error);
  return code === UNKNOWN_STATEMENT || (code === CHANGED_COLUMNS && error instanceof Error && error.message.startsWith('cached plan'));
}

/** True when the connection itself is gone or will be. */
export function isConnectionLoss(error: unknown): boolean {
  if (isNameClash(error)) return false;
  const code = sqlState(error);
  return code === null || code.startsWith('57P') || code.startsWith('08');
}

const NAME_CLASH = 'Prepared statements must be unique';

/** Two statements of one subgraph have the same name: said in pg's own words, who refuses it in a use case. */
export const nameClash = (name: string): Error => new Error(`${NAME_CLASH} - '${name}' was used for a different statement`);

const isNameClash = (error: unknown): boolean => error instanceof Error && error.message.startsWith(NAME_CLASH);

/** The answer while the database cannot be used; the cause is kept for the log. */
export function databaseUnavailable(cause: unknown): AppError {
  const error = unavailable('The database');
  error.cause = cause;
  return error;
}

/**
 * What the caller of a statement gets: UNAVAILABLE for a lost connection, no more connections or memory (53…), a cancelled
 * or timed-out statement (57014) and a lock not granted in time (55P03); PostgreSQL's own error for all else.
 */
export function toFailure(error: unknown): unknown {
  const code = sqlState(error);
  if (isConnectionLoss(error) || code === '57014' || code === '55P03' || code?.startsWith('53')) return databaseUnavailable(error);
  // These quote the values of rows, which no log may hold.
  if (error instanceof pg.DatabaseError) {
    error.detail = undefined;
    error.where = undefined;
  }
  return error;
}
