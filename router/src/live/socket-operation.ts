import type { GraphQLFormattedError } from 'graphql';
import { headOf } from './frames.ts';
import type { Message } from './message.ts';
import type { Sink } from './sink.ts';
import type { Started } from './start.ts';
import type { Wire } from './wire.ts';

/** An operation of a socket, and the sink of its results. */
export class SocketOperation implements Sink {
  readonly id: string;
  /** Null while it is being begun. */
  started: Started | null = null;
  isOver = false;
  readonly #wire: Wire;
  readonly #head: string;
  readonly #finish: (operation: SocketOperation, errors: readonly GraphQLFormattedError[] | undefined) => void;
  #onEnd: ((errors: readonly GraphQLFormattedError[]) => void) | null = null;

  /** @param finish tells the client of the end */
  constructor(id: string, wire: Wire, finish: (operation: SocketOperation, errors: readonly GraphQLFormattedError[] | undefined) => void) {
    this.id = id;
    this.#wire = wire;
    this.#head = headOf(id);
    this.#finish = finish;
  }

  opened(): void {}

  next(message: Message): void {
    if (!this.isOver) this.#wire.write(message, this.#head);
  }

  end(errors?: readonly GraphQLFormattedError[]): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#finish(this, errors);
    this.#onEnd?.(errors ?? []);
  }

  /** The client wants no more of it. */
  stop(): void {
    this.isOver = true;
    this.started?.stop();
  }

  isBehind(): boolean {
    return this.#wire.isBehind();
  }

  drained(): Promise<void> {
    return this.#wire.drained();
  }

  watch(onEnd: (errors: readonly GraphQLFormattedError[]) => void): void {
    this.#onEnd = onEnd;
  }

  cut(): void {
    this.#wire.cut();
  }
}
