import type { Dispatcher } from 'undici';
import { whenAborted } from './aborted.ts';
import { unwatch, type Watched, watch } from './deadlines.ts';
import { TransportError } from './transport.ts';

export interface ExchangeRequest {
  path: string;
  /** Names and values in turn. */
  headers: string[];
  body: string;
  /** When the whole answer must be there, on the clock of `performance.now()`. */
  deadline: number;
  maxBytes: number;
  signal: AbortSignal | undefined;
  /** Told of the head of each answer. */
  onHead?(headers: Headers): void;
}

/** As undici gives them: in lower case. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What came over HTTP, whole. */
export interface Received {
  status: number;
  text: string;
}

/** Sends one POST and reads its answer, up to a length and a point in time. Rejects with a TransportError. */
export function exchange(pool: Dispatcher, request: ExchangeRequest): Promise<Received> {
  return new Promise((resolve, reject) => {
    const { path, headers, body, signal } = request;
    if (signal?.aborted) return reject(new TransportError('cancelled', 'the client has gone'));
    pool.dispatch({ path, method: 'POST', headers, body }, new Exchange(request, resolve, reject));
  });
}

/** What all answers hold that are being read, in bytes. Above `mostHeld`, those longer than `alwaysHeld` are given up. */
let held = 0;
const mostHeld = 256 * 1024 * 1024;
const alwaysHeld = 1024 * 1024;

/** undici's handler of one answer, without a stream between: it counts what it keeps, and one sweep ends it when its time is up. */
class Exchange implements Dispatcher.DispatchHandler, Watched {
  readonly deadline: number;
  readonly #maxBytes: number;
  readonly #onHead: ExchangeRequest['onHead'];
  readonly #resolve: (received: Received) => void;
  readonly #reject: (error: TransportError) => void;
  readonly #chunks: Buffer[] = [];
  readonly #stopListening: (() => void) | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #failure: TransportError | undefined;
  #size = 0;
  #status = 0;

  constructor(request: ExchangeRequest, resolve: (received: Received) => void, reject: (error: TransportError) => void) {
    this.deadline = request.deadline;
    this.#maxBytes = request.maxBytes;
    this.#onHead = request.onHead;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#stopListening =
      request.signal && whenAborted(request.signal, () => this.#fail(new TransportError('cancelled', 'the client has gone')));
    watch(this);
  }

  expire(): void {
    const what = this.#status === 0 ? 'no answer in time' : 'the answer was not whole in time';
    this.#fail(new TransportError('timeout', what, { status: this.#status, isIll: true }));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // It may have waited for a connection longer than anybody waits for its answer: then it never leaves.
    if (this.#failure) controller.abort(this.#failure);
    else this.#controller = controller;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200) return;
    this.#status = status;
    this.#onHead?.(headers);
    const reason = whyUnread(status, headers, this.#maxBytes);
    if (reason === tooLong) this.#fail(new TransportError('answer', tooLong, { status }));
    else if (reason) {
      const isIll = status < 400 || status >= 500;
      this.#fail(new TransportError('answer', `no GraphQL answer: ${reason}, with status ${status}`, { status, isIll }));
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#failure) return;
    this.#size += chunk.length;
    held += chunk.length;
    if (this.#size > this.#maxBytes) this.#fail(new TransportError('answer', tooLong, { status: this.#status }));
    else if (held > mostHeld && this.#size > alwaysHeld) this.#fail(new TransportError('answer', tooMuch, { status: this.#status }));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#failure) return;
    this.#end();
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks, this.#size);
    this.#resolve({ status: this.#status, text: bytes.toString('utf8') });
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    const what = this.#status === 0 ? 'no connection, or it broke before an answer' : 'the connection broke within the answer';
    this.#fail(new TransportError('connection', what, { status: this.#status, isIll: true, cause: error }));
  }

  #fail(failure: TransportError): void {
    if (this.#failure) return;
    this.#failure = failure;
    this.#end();
    this.#chunks.length = 0;
    this.#reject(failure);
    // Ends the connection too: the rest of its answer must not be read.
    this.#controller?.abort(failure);
  }

  #end(): void {
    unwatch(this);
    held -= this.#size;
    this.#stopListening?.();
  }
}

const tooLong = 'the answer is too long';
const tooMuch = 'too many long answers are read at once';

/** Why an answer is not worth reading, by its head alone; null when it is. */
function whyUnread(status: number, headers: Headers, maxBytes: number): string | null {
  if (status >= 300 && status < 400) return 'it sends elsewhere';
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return 'it is compressed, for which nobody asked';
  const type = headers['content-type'];
  if (type !== undefined && !/\bjson\b/i.test(String(type))) return 'it is no JSON';
  return Number(headers['content-length'] ?? 0) > maxBytes ? tooLong : null;
}
