import type { Duplex } from 'node:stream';
import type { Logger } from '@atelier/service-kit/log';
import type { WebSocket } from 'ws';
import type { LiveCount } from './counts.ts';
import { drained } from './drained.ts';
import type { Message } from './message.ts';
import type { LiveSettings } from './settings.ts';

/** What carries the messages of one client. */
export interface Wire {
  /** Sends one message. */
  send(text: string): void;
  /** Sends the `next` message of the subscription with this head. */
  write(message: Message, head: string): void;
  isBehind(): boolean;
  drained(): Promise<void>;
  close(code: number, reason: string): void;
  /** Closes on a client that does not read. */
  cut(): void;
}

/** What all sockets share. */
export interface WireOptions {
  settings: LiveSettings;
  counts: LiveCount;
  logger: Logger;
  /** The code with which a client that does not read is closed. */
  tooSlow: number;
}

/**
 * A socket's wire. Results are written to the socket's own stream: a frame that is made once for many is not made again by `ws`, which
 * queues nothing of its own without compression, so that the order is kept.
 */
export class SocketWire implements Wire {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #options: WireOptions;

  constructor(socket: WebSocket, stream: Duplex, options: WireOptions) {
    this.#socket = socket;
    this.#stream = stream;
    this.#options = options;
  }

  send(text: string): void {
    if (this.#isOpen() && this.#hasRoom()) this.#socket.send(text);
  }

  write(message: Message, head: string): void {
    if (!this.#isOpen() || (this.#stream.writableNeedDrain && !this.#hasRoom())) return;
    this.#options.counts.sent += 1;
    message.writeFrame(this.#stream, head);
  }

  isBehind(): boolean {
    return this.#stream.writableNeedDrain;
  }

  drained(): Promise<void> {
    return drained(this.#stream);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  cut(): void {
    if (!this.#isOpen()) return;
    this.#options.logger.info('a client read too slowly and was cut off');
    this.#socket.close(this.#options.tooSlow, 'Too slow');
  }

  #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  #hasRoom(): boolean {
    if (this.#stream.writableLength <= this.#options.settings.maxUnreadBytes) return true;
    this.cut();
    return false;
  }
}
