import { sql } from 'drizzle-orm';
import type { Session, Transaction } from '../database/session.ts';
import { type Statement, sqlStatement } from '../database/statement.ts';

/** The schema that holds the job queue of a subgraph. */
export const jobsSchema = (subgraph: string): string => `${subgraph}_jobs`;

export interface AddJobOptions {
  /** Not before this moment. */
  runAt?: Date;
  /** A waiting job with the same key is replaced: for reminders that move, and work that may be merged. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** How often it is tried before it becomes a dead letter. Default 12: about 16 hours of growing pauses. */
  maxAttempts?: number;
}

/** A job that failed as often as it may. It stays until it is tried again or removed. */
export interface DeadLetter {
  id: string;
  task: string;
  /** Of the last attempt. */
  error: string | null;
  attempts: number;
  createdAt: Date;
}

interface QueueStatements {
  add: Statement<unknown[]>;
  dead: Statement<DeadLetter[]>;
  retry: Statement<{ id: string }[]>;
}

const statements = new Map<string, QueueStatements>();

function statementsOf(subgraph: string): QueueStatements {
  let known = statements.get(subgraph);
  if (known === undefined) {
    const schema = sql.identifier(jobsSchema(subgraph));
    const value = sql.placeholder;
    known = {
      add: sqlStatement(
        'jobs.add',
        () => sql`select from ${schema}.add_job(${value('task')}::text, ${value('payload')}::json, queue_name => ${value('queue')}::text,
          run_at => ${value('runAt')}::timestamptz, max_attempts => ${value('maxAttempts')}::int, job_key => ${value('key')}::text)`,
      ),
      dead: sqlStatement(
        'jobs.dead',
        () => sql`select id::text, task_identifier as task, last_error as error, attempts::int, created_at as "createdAt"
          from ${schema}.jobs where attempts >= max_attempts and locked_at is null order by id limit ${value('limit')}::int`,
      ),
      retry: sqlStatement(
        'jobs.retry',
        () => sql`select id::text from ${schema}.reschedule_jobs(${value('ids')}::bigint[], run_at => now(), attempts => 0)`,
      ),
    };
    statements.set(subgraph, known);
  }
  return known;
}

/** Adds a job that starts when the transaction has committed, and never otherwise. The payload is plain JSON, without secrets. */
export async function addJob(
  tx: Transaction,
  subgraph: string,
  task: string,
  payload: unknown,
  options: AddJobOptions = {},
): Promise<void> {
  await tx.run(statementsOf(subgraph).add, {
    task,
    payload: JSON.stringify(payload),
    queue: options.queue ?? null,
    runAt: options.runAt ?? null,
    maxAttempts: options.maxAttempts ?? 12,
    key: options.key ?? null,
  });
}

/** The jobs of a subgraph that were given up, oldest first. */
export function deadLetters(session: Session, subgraph: string, limit = 100): Promise<DeadLetter[]> {
  return session.run(statementsOf(subgraph).dead, { limit });
}

/** Puts dead letters back into the queue; resolves with the ids of those that were there. */
export async function retryDeadLetters(tx: Transaction, subgraph: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.run(statementsOf(subgraph).retry, { ids });
  return rows.map((row) => row.id);
}
