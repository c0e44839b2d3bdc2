/**
 * The data of one request: repositories that are opened when something is read, and use cases that write.
 * A class, and not an object with getters made for each request: of those V8 makes a map each, and what they hold lives as long.
 */
export class RequestStore<Repositories extends object, Unit> {
  readonly #open: () => Repositories;
  readonly #transaction: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
  #read: Repositories | null = null;

  constructor(open: () => Repositories, transaction: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>) {
    this.#open = open;
    this.#transaction = transaction;
  }

  /** Batched reads; forgets what it loaded after each `write`. */
  get read(): Repositories {
    this.#read ??= this.#open();
    return this.#read;
  }

  /** Runs a use case in a transaction of its own; it may be run again after a deadlock, so that its only effects are statements. */
  async write<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    try {
      return await this.#transaction(work);
    } finally {
      this.#read = null;
    }
  }
}
