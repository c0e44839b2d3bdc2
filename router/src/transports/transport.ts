import type { SubgraphRequest } from '@atelier/service-kit/peers';
import type { FormattedExecutionResult } from 'graphql';
import type { BreakerState } from './breaker.ts';

/** What holds for one fetch beside its request. */
export interface SendOptions {
  /** Aborted when the client has gone: what is under way ends, unless it is a mutation that may have left. */
  signal?: AbortSignal | undefined;
  /** When nobody waits any longer, on the clock of `performance.now()`: the end of the operation's own time budget. */
  deadline?: number | undefined;
  /** Whether it changes something: then it is neither tried again nor cancelled. Without it, all but a plain query counts as one. */
  isMutation?: boolean | undefined;
  /** A health check: it asks even while the breaker is open, and its answer closes it. */
  isProbe?: boolean | undefined;
}

/** How the router reaches one subgraph. Any throw means that it does not answer; it is a `TransportError` in all that the router brings. */
export interface SubgraphTransport {
  send(request: SubgraphRequest, options?: SendOptions): Promise<FormattedExecutionResult>;
  /** For metrics; absent where nothing is counted. */
  stats?(): TransportStats;
  /** Takes no more requests and waits for those under way. */
  close(): Promise<void>;
}

/** What a transport has seen since it was made. */
export interface TransportStats {
  breaker: BreakerState;
  /** Requests under way. */
  inFlight: number;
  /** Requests that left, tries again included. */
  sent: number;
  /** Requests that got no answer. */
  failed: number;
  /** Reads that were tried again. */
  retried: number;
  /** How often the breaker opened. */
  opened: number;
  /** Requests that the open breaker, or too many under way, turned away. */
  refused: number;
}

/** The figures of all transports that count, by subgraph. */
export function states(transports: Readonly<Record<string, SubgraphTransport>>): Record<string, TransportStats> {
  const entries = Object.entries(transports).flatMap(([name, transport]) => {
    const stats = transport.stats?.();
    return stats ? [[name, stats] as const] : [];
  });
  return Object.fromEntries(entries);
}

/**
 * Why there is no answer.
 * - `connection`: none could be made, or it broke
 * - `timeout`: the fetch's or the operation's time was up
 * - `answer`: what came is no GraphQL answer: a page, a redirect, too long, the wrong number of entities
 * - `refused`: the breaker is open, or too many are under way
 * - `cancelled`: the client has gone
 */
export type TransportFailure = 'connection' | 'timeout' | 'answer' | 'refused' | 'cancelled';

/** A subgraph that does not answer. Its message is for logs only. */
export class TransportError extends Error {
  readonly failure: TransportFailure;
  /** The HTTP status of what came; 0 when nothing did. */
  readonly status: number;
  /** Whether it speaks of the subgraph's health, rather than of this one request. */
  readonly isIll: boolean;

  constructor(failure: TransportFailure, message: string, more: { status?: number; isIll?: boolean; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'TransportError';
    this.failure = failure;
    this.status = more.status ?? 0;
    this.isIll = more.isIll ?? false;
  }
}

/** Whether a document may be sent twice: a plain query. What cannot be told at a glance may not. */
export const isRead = (query: string, isMutation: boolean | undefined): boolean =>
  isMutation === undefined ? query.startsWith('{') || /^query\b/.test(query) : !isMutation;
