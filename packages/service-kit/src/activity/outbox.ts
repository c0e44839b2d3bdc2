import type { Database } from '../database/create.ts';
import type { Statement } from '../database/statement.ts';

/** Where a change stands in `activity`; what the outbox and the jobs keep of it. */
export interface Place {
  studioId: string;
  type: string;
  id: string;
  version: number;
}

/** A change that was committed and has yet to be told. */
export interface Untold {
  id: string;
  place: Place;
}

export interface OutboxOptions {
  /** Deletes the rows in `told`, and gives some of those that are older than a second and neither in `told` nor in `telling`. */
  sweep: Statement<Untold[]>;
  /** A database of its own, so that sweeps are not counted with what requests cost. */
  database: Database;
  /** Tells of a change once more; false when it could not be told. */
  tell(place: Place): Promise<boolean>;
  onError(error: unknown): void;
}

const SWEEP_MS = 1_000;
/** With so many on their way nobody takes them: there is no sense in sending more. */
const MOST_TELLING = 1_000;

/**
 * A row of the outbox commits with each change and goes when the change has been told. What a process leaves there that died, or that
 * could not tell, is told by whoever sweeps next: twice at times, never not at all.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #telling = new Set<string>();
  #told: string[] = [];
  #timer: NodeJS.Timeout | null = null;
  #sweeping: Promise<void> = Promise.resolve();
  #isRunning = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Notes how telling of a change ends. */
  async watch(id: string, telling: Promise<boolean>): Promise<void> {
    if (!this.#isRunning) return;
    this.#telling.add(id);
    const isTold = await telling;
    this.#telling.delete(id);
    if (isTold) this.#told.push(id);
  }

  /** Sweeps now and every second. */
  start(): void {
    this.#isRunning = true;
    this.#sweeping = this.#sweep().catch(this.#options.onError);
    void this.#sweeping.then(() => {
      if (!this.#isRunning) return;
      this.#timer = setTimeout(() => this.start(), SWEEP_MS);
      this.#timer.unref();
    });
  }

  /** Takes out what was told and ends. */
  async stop(): Promise<void> {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#sweeping;
    await this.#sweep().catch(this.#options.onError);
  }

  async #sweep(): Promise<void> {
    const told = this.#told;
    this.#told = [];
    const telling = [...this.#telling];
    let untold: Untold[];
    try {
      untold = await this.#options.database.transaction({ studioId: null }, (tx) => tx.run(this.#options.sweep, { told, telling }));
    } catch (error) {
      this.#told.push(...told);
      throw error;
    }
    if (telling.length > MOST_TELLING || !this.#isRunning) return;
    for (const { id, place } of untold) void this.watch(id, this.#options.tell(place)).catch(this.#options.onError);
  }
}
