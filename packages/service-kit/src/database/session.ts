import type { Statement, WireQuery } from './statement.ts';

/** Whose rows a session sees: both become transaction-local settings that row-level security reads. Plain uuids. */
export interface Scope {
  /** The studio whose rows are visible; null shows no tenant row at all. */
  studioId: string | null;
  /** The person who asks, where a policy needs one. */
  userId?: string | null;
}

/** What repositories take: the same for reads and inside a transaction. */
export interface Session {
  readonly scope: Scope;
  /**
   * Runs one statement. Rejects with PostgreSQL's own error (see `isUniqueViolation`), or with UNAVAILABLE when the database
   * could not be reached, cut the connection, or took longer than the statement time-out.
   */
  run<R>(statement: Statement<R>, values?: Record<string, unknown>): Promise<R>;
}

/** A session that may write. It is over when the `work` it was given to has settled: later calls are refused. */
export interface Transaction extends Session {
  /** Runs after the commit has answered, never after a roll-back. A hook that throws is logged; the change stays. */
  afterCommit(hook: () => void): void;
}

/**
 * Sets the scope for the current transaction only, so that nothing outlives it on a shared connection. For reads, the transaction may
 * not write from then on.
 */
export function scopeQuery({ studioId, userId }: Scope, use: 'read' | 'write' = 'read'): WireQuery {
  const { name, text } = SCOPE[use];
  return { name, text, values: [studioId ?? '', userId ?? ''] };
}

const SETTINGS = `select set_config('app.studio', $1, true), set_config('app.user', $2, true)`;
const SCOPE = {
  read: { name: 'atelier_scope_read', text: `${SETTINGS}, set_config('transaction_read_only', 'on', true)` },
  write: { name: 'atelier_scope_write', text: SETTINGS },
};
