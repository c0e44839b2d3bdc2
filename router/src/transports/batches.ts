import { BATCH_HEADER, BATCH_MOST, BATCH_PATH, BATCH_TYPE } from '@atelier/service-kit/batch';
import type { SubgraphRequest } from '@atelier/service-kit/peers';
import type { Dispatcher } from 'undici';
import { whenAborted } from './aborted.ts';
import { unwatch, type Watched, watch } from './deadlines.ts';
import type { Headers } from './exchange.ts';
import { TransportError } from './transport.ts';

/** A read that may leave with others. */
export interface BatchedRequest {
  request: SubgraphRequest;
  /** When its answer must be there, on the clock of `performance.now()`. */
  deadline: number;
  signal: AbortSignal | undefined;
}

/** The reads that leave for one subgraph of ours in the same turn of the event loop, as one request over HTTP. */
export interface Batches {
  /** Sees the heads of answers to single requests: from them it knows whether the subgraph takes batches. */
  onHead(headers: Headers): void;
  /**
   * The JSON text of its answer, as soon as it is there; null where it is to be asked alone: nothing else left with it, the subgraph
   * takes no batches, or this one broke. Rejects with a TransportError when its own time is up or its client has gone.
   */
  ask(request: BatchedRequest): Promise<string | null>;
}

/** Well below what a subgraph takes as one body, in characters. */
const MOST_TEXT = 256 * 1024;
/** A longer answer is asked for alone, where the lengths of all answers are watched together. */
const LONGEST_LINE = 1024 * 1024;

/** @param maxBytes the longest answer that is read at all */
export function createBatches(pool: Dispatcher, maxBytes: number): Batches {
  const longestLine = Math.min(maxBytes, LONGEST_LINE);
  let isTaken = false;
  let waiting: Asked[] = [];

  function leave(): void {
    const all = waiting.filter((each) => !each.isOver);
    waiting = [];
    if (all.length === 1) {
      all[0]?.end(null);
      return;
    }
    let batch: Asked[] = [];
    let texts: string[] = [];
    let length = 0;
    for (const each of all) {
      const text = JSON.stringify(each.request);
      if (batch.length === BATCH_MOST || (batch.length > 0 && length + text.length > MOST_TEXT)) {
        send(batch, texts);
        batch = [];
        texts = [];
        length = 0;
      }
      batch.push(each);
      texts.push(text);
      length += text.length;
    }
    if (batch.length > 0) send(batch, texts);
  }

  function send(batch: readonly Asked[], texts: readonly string[]): void {
    const headers = ['content-type', 'application/json', 'accept', BATCH_TYPE];
    const onBreak = () => {
      isTaken = false;
    };
    pool.dispatch({ path: BATCH_PATH, method: 'POST', headers, body: `[${texts.join(',')}]` }, new Batch(batch, longestLine, onBreak));
  }

  return {
    onHead(headers) {
      isTaken = headers[BATCH_HEADER] !== undefined;
    },
    ask(request) {
      if (!isTaken) return Promise.resolve(null);
      if (request.signal?.aborted) return Promise.reject(gone());
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(leave);
        waiting.push(new Asked(request, resolve, reject));
      });
    },
  };
}

const gone = () => new TransportError('cancelled', 'the client has gone');

/** One read of a batch. */
class Asked implements Watched {
  readonly request: SubgraphRequest;
  readonly deadline: number;
  isOver = false;
  /** Told when nobody waits for it any longer. */
  onLeave: () => void = () => {};
  readonly #resolve: (text: string | null) => void;
  readonly #reject: (error: TransportError) => void;
  readonly #stopListening: (() => void) | undefined;

  constructor(
    { request, deadline, signal }: BatchedRequest,
    resolve: (text: string | null) => void,
    reject: (error: TransportError) => void,
  ) {
    this.request = request;
    this.deadline = deadline;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#stopListening = signal && whenAborted(signal, () => this.#fail(gone()));
    watch(this);
  }

  expire(): void {
    this.#fail(new TransportError('timeout', 'no answer in time', { isIll: true }));
  }

  end(text: string | null): void {
    if (this.#isFirst()) this.#resolve(text);
  }

  #fail(error: TransportError): void {
    if (!this.#isFirst()) return;
    this.#reject(error);
    this.onLeave();
  }

  #isFirst(): boolean {
    if (this.isOver) return false;
    this.isOver = true;
    unwatch(this);
    this.#stopListening?.();
    return true;
  }
}

/** undici's handler of the answer to a batch: hands out each line when it is whole. */
class Batch implements Dispatcher.DispatchHandler {
  readonly #batch: readonly Asked[];
  readonly #longestLine: number;
  readonly #onBreak: () => void;
  #controller: Dispatcher.DispatchController | undefined;
  /** The beginning of a line whose end has not come. */
  #rest: Buffer = Buffer.alloc(0);

  constructor(batch: readonly Asked[], longestLine: number, onBreak: () => void) {
    this.#batch = batch;
    this.#longestLine = longestLine;
    this.#onBreak = onBreak;
    for (const each of batch) each.onLeave = () => this.#endIfNobodyWaits();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#endIfNobodyWaits();
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status >= 200 && (status !== 200 || headers['content-type'] !== BATCH_TYPE)) this.#break();
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    let end = bytes.indexOf(NEWLINE);
    while (end !== -1 && end - start <= this.#longestLine) {
      this.#read(bytes.toString('utf8', start, end));
      start = end + 1;
      end = bytes.indexOf(NEWLINE, start);
    }
    this.#rest = bytes.subarray(start);
    if (end !== -1 || this.#rest.length > this.#longestLine) this.#break();
  }

  onResponseEnd(): void {
    if (this.#isAwaited()) this.#break();
  }

  onResponseError(): void {
    if (this.#isAwaited()) this.#break();
  }

  #read(line: string): void {
    const space = line.indexOf(' ');
    const answer = line.slice(space + 1);
    this.#batch[Number(line.slice(0, space))]?.end(answer === 'null' ? null : answer);
  }

  /** What has no answer yet is asked alone: then it is told what is wrong. */
  #break(): void {
    this.#onBreak();
    for (const each of this.#batch) each.end(null);
    this.#endIfNobodyWaits();
  }

  #isAwaited = (): boolean => this.#batch.some(({ isOver }) => !isOver);

  /** Ends the connection, so that the subgraph does not work on for nobody. */
  #endIfNobodyWaits(): void {
    if (!this.#isAwaited()) this.#controller?.abort(gone());
  }
}

const NEWLINE = 0x0a;
