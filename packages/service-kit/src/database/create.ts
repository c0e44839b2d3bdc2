import type { Logger } from 'pino';
import type { Scope, Session, Transaction } from './session.ts';
import { Transactions } from './transactions.ts';
import { WaveCollector } from './waves.ts';

/** Counted since the start; for tests and metrics. */
export interface DatabaseStats {
  /** Transactions begun: one for the reads of one turn of the event loop, and one for each use case. */
  begins: number;
  /** Statements sent, not counting `begin`, scope, `commit` and `rollback`. */
  statements: number;
}

export interface DatabaseOptions {
  /** Connection string of the subgraph's own login role. */
  url: string;
  /** The subgraph's schema; names the connections in pg_stat_activity. */
  schema: string;
  logger: Pick<Logger, 'error'>;
  /** A statement that takes longer is cancelled by the server and answered with UNAVAILABLE. Default 5,000. */
  statementTimeoutMs?: number;
  /** Connections that the reads of all requests share. Default 2. */
  readConnections?: number;
  /** Most use cases that write at one time. Default 4. */
  writeConnections?: number;
}

export interface Database {
  /**
   * The session of one request: statements that are run before the event loop moves on leave together (a wave) in a read-only
   * transaction on a shared connection. Each keeps its own error; when one fails, those behind it are sent once more without it.
   */
  reads(scope: Scope): Session;
  /**
   * A use case on a connection of its own. It commits when `work` resolves, and rolls back when `work` throws or any
   * statement failed (also a caught one: catch a unique violation round `transaction`, not inside it).
   * After a deadlock or a serialization failure the whole `work` runs again, up to three times in all: keep effects
   * other than statements in `afterCommit`. UNAVAILABLE from a lost commit means that it is not known whether it holds.
   */
  transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Reads that all see one moment, for as long as `work` takes: for exports, not for requests. On a connection of its own; two at one
   * time, and who comes third waits 5 s before UNAVAILABLE. `work` must not pause for half a minute.
   */
  snapshot<T>(scope: Scope, work: (session: Session) => Promise<T>): Promise<T>;
  readonly stats: Readonly<DatabaseStats>;
  /** Waits for what was sent, then closes all connections. */
  close(): Promise<void>;
}

/** Opens nothing yet: connections are made when first needed and replaced when lost. */
export function createDatabase(options: DatabaseOptions): Database {
  const stats: DatabaseStats = { begins: 0, statements: 0 };
  const common = {
    url: options.url,
    applicationName: `atelier-${options.schema}`,
    statementTimeoutMs: options.statementTimeoutMs ?? 5_000,
    onError: (error: unknown) => options.logger.error({ err: error, schema: options.schema }, 'database connection'),
  };
  const waves = new WaveCollector(common, options.readConnections ?? 2, stats);
  const transactions = new Transactions({ ...common, connections: options.writeConnections ?? 4, stats });
  const snapshots = new Transactions({ ...common, connections: 2, begin: 'begin isolation level repeatable read, read only', stats });
  return {
    stats,
    reads: (scope) => waves.session(scope),
    transaction: (scope, work) => transactions.run(scope, work),
    snapshot: (scope, work) => snapshots.run(scope, work),
    async close() {
      await Promise.all([waves.close(), transactions.close(), snapshots.close()]);
    },
  };
}
