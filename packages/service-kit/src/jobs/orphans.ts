import pg from 'pg';
import { jobsSchema } from './queue.ts';

/** How often a living worker looks for jobs of dead ones. */
const SWEEP_MS = 5_000;

export interface OrphansOptions {
  url: string;
  schema: string;
  /** What the worker signs the jobs with that it has taken. */
  workerId: string;
  onError(error: unknown): void;
}

/**
 * Gives back the jobs of workers that died: the queue itself keeps them for four hours. A living worker holds an advisory
 * lock named after itself on a connection of its own; PostgreSQL lets go of it the moment that process is gone.
 */
export class Orphans {
  readonly #options: OrphansOptions;
  readonly #unlock: string;
  #alive: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(options: OrphansOptions) {
    this.#options = options;
    const schema = pg.escapeIdentifier(jobsSchema(options.schema));
    // A job taken a moment ago may be of a worker that has yet to take its lock. The own lock would be had again: it is this session's.
    this.#unlock = `select ${schema}.force_unlock_workers(array_agg(dead.id))
      from (select distinct locked_by as id from ${schema}.jobs where locked_at < now() - interval '5 seconds') as dead
      where dead.id <> $1 and pg_try_advisory_xact_lock(hashtextextended(dead.id, 0)) having count(*) > 0`;
  }

  /** Takes the lock, gives back what is orphaned now, and looks again from time to time. */
  async start(): Promise<void> {
    await this.#sweep();
    this.#timer = setInterval(() => {
      this.#sweeping = this.#sweep().catch(this.#options.onError);
    }, SWEEP_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#sweeping;
    await this.#alive?.end();
    this.#alive = null;
  }

  async #sweep(): Promise<void> {
    this.#alive ??= await this.#connect();
    await this.#alive.query(this.#unlock, [this.#options.workerId]);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: `atelier-${this.#options.schema}-jobs`,
      keepAlive: true,
    });
    client.on('error', (error) => {
      this.#alive = null;
      this.#options.onError(error);
    });
    await client.connect();
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [this.#options.workerId]);
    return client;
  }
}
