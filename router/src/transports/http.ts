import { setTimeout as wait } from 'node:timers/promises';
import { TRACEPARENT_HEADER } from '@atelier/service-kit/tracing';
import { VIEWER_HEADER } from '@atelier/service-kit/viewer';
import { Pool } from 'undici';
import { readAddress } from './address.ts';
import { readAnswer } from './answer.ts';
import { createBatches } from './batches.ts';
import { type BreakerOptions, type BreakerState, createBreaker, type Ticket } from './breaker.ts';
import { exchange } from './exchange.ts';
import { createRetryBudget } from './retries.ts';
import { isRead, type SendOptions, type SubgraphTransport, TransportError } from './transport.ts';

export interface HttpTransportOptions {
  /** The subgraph's GraphQL endpoint: `http://host:port/path`, or a Unix socket: `unix:/run/projects.sock`, or its path. */
  url: string;
  /** Milliseconds until an answer must be complete, waiting for a connection and a second try included. 10,000. */
  timeoutMs?: number;
  /** Milliseconds until a connection must stand. 2,000. */
  connectTimeoutMs?: number;
  /** Connections that are held at most; no more are opened than are needed at once. 128. */
  connections?: number;
  /** Requests under way, those that wait for a connection included, above which more are turned away. 10,000. */
  maxInFlight?: number;
  /** The longest answer that is read, in bytes. 16 MiB. */
  maxResponseBytes?: number;
  /** The longest head of an answer, in bytes. 16 KiB. */
  maxHeaderBytes?: number;
  /** Milliseconds, at most, before a read is tried again. 50. */
  retryDelayMs?: number;
  breaker?: Omit<BreakerOptions, 'onChange'>;
  /** Told when the breaker changes. */
  onBreaker?: (state: BreakerState) => void;
}

/** A subgraph behind HTTP: kept-alive connections, no redirects, nothing of the client's own headers, and no trust in what it answers. */
export function overHttp(options: HttpTransportOptions): SubgraphTransport {
  const { origin, path, socketPath } = readAddress(options.url);
  const { timeoutMs = 10_000, maxInFlight = 10_000, maxResponseBytes: maxBytes = 16 * 1024 * 1024, retryDelayMs = 50 } = options;
  const pool = new Pool(origin, {
    connections: options.connections ?? 128,
    connectTimeout: options.connectTimeoutMs ?? 2_000,
    maxHeaderSize: options.maxHeaderBytes ?? 16 * 1024,
    // One sweep watches every fetch as a whole, so that a slow drip is cut like a hang.
    headersTimeout: 0,
    bodyTimeout: 0,
    ...(socketPath ? { socketPath } : {}),
  });
  const breaker = createBreaker({ ...options.breaker, ...(options.onBreaker ? { onChange: options.onBreaker } : {}) });
  const budget = createRetryBudget();
  const batches = createBatches(pool, maxBytes);
  let closing: Promise<void> | undefined;
  const counts = { inFlight: 0, sent: 0, failed: 0, retried: 0, refused: 0 };
  type Request = Parameters<SubgraphTransport['send']>[0];

  function admit(isProbe: boolean | undefined): Ticket {
    const ticket = counts.inFlight < maxInFlight ? breaker.admit(isProbe) : null;
    if (ticket) return ticket;
    counts.refused += 1;
    throw new TransportError('refused', breaker.state === 'closed' ? 'too many requests wait for it' : 'it has not answered lately');
  }

  function askAlone(
    { query, variables, operationName, viewerToken, traceId, traceparent }: Request,
    deadline: number,
    signal?: AbortSignal,
  ) {
    const headers = ['content-type', 'application/json', 'accept', 'application/json', 'x-trace-id', traceId];
    if (viewerToken !== '') headers.push(VIEWER_HEADER, viewerToken);
    if (traceparent !== undefined) headers.push(TRACEPARENT_HEADER, traceparent);
    const body = JSON.stringify({ query, variables, operationName });
    return exchange(pool, { path, headers, body, deadline, maxBytes, signal, onHead: batches.onHead });
  }

  /** One try. `deadline` ends the fetch, and is the subgraph's fault only where it is the fetch's own. */
  async function attempt(request: Request, deadline: number, isOwn: boolean, options: SendOptions, signal?: AbortSignal) {
    const ticket = admit(options.isProbe);
    counts.inFlight += 1;
    counts.sent += 1;
    try {
      const mayLeaveWithOthers = !options.isProbe && isRead(request.query, options.isMutation);
      const batched = mayLeaveWithOthers ? await batches.ask({ request, deadline, signal }) : null;
      const { text, status } = batched === null ? await askAlone(request, deadline, signal) : { text: batched, status: 200 };
      const answer = readAnswer(request, text, status);
      breaker.settle(ticket, 'success');
      return answer;
    } catch (error) {
      counts.failed += 1;
      const isIll = error instanceof TransportError && error.isIll && (isOwn || error.failure !== 'timeout');
      breaker.settle(ticket, isIll ? 'failure' : 'neither');
      throw error;
    } finally {
      counts.inFlight -= 1;
    }
  }

  return {
    async send(request, options = {}) {
      const isRepeatable = isRead(request.query, options.isMutation);
      if (options.signal?.aborted) throw new TransportError('cancelled', 'the client has gone');
      const own = performance.now() + timeoutMs;
      const isOwn = options.deadline === undefined || own <= options.deadline;
      const deadline = isOwn ? own : (options.deadline ?? own);
      if (deadline <= performance.now()) throw new TransportError('timeout', 'the operation has no time left');
      const signal = isRepeatable ? options.signal : undefined;
      budget.earn();
      try {
        return await attempt(request, deadline, isOwn, options, signal);
      } catch (error) {
        const delay = Math.random() * retryDelayMs;
        const mayTry = isRepeatable && isPassing(error) && breaker.state === 'closed' && performance.now() + delay < deadline;
        if (!mayTry || !budget.spend()) throw error;
        counts.retried += 1;
        await wait(delay);
        if (signal?.aborted) throw new TransportError('cancelled', 'the client has gone');
        return attempt(request, deadline, isOwn, options, signal);
      }
    },
    stats: () => ({ ...counts, breaker: breaker.state, opened: breaker.opened }),
    close() {
      closing ??= pool.close();
      return closing;
    },
  };
}

/** Nothing of an answer came, and another try may find a connection that works. */
const isPassing = (error: unknown): boolean =>
  error instanceof TransportError &&
  ((error.failure === 'connection' && error.status === 0) || (error.failure === 'answer' && error.status === 503));
