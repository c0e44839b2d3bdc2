import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { TracePlace } from '@atelier/service-kit/tracing';

const current = new AsyncLocalStorage<string>();

/** A new trace id: 32 hex digits, as in W3C trace context. */
export const newTraceId = (): string => randomUUID().replaceAll('-', '');

/** The id of the client's own trace where its `traceparent` is well-formed, so that it finds itself in our logs; a new one else. */
export const traceIdOf = (parent: TracePlace | null): string => parent?.traceId ?? newTraceId();

/** Runs `work` under a trace id. */
export const withTrace = <T>(traceId: string, work: () => T): T => current.run(traceId, work);

/** The trace id of what is under way; a new one outside of any. */
export const traceId = (): string => current.getStore() ?? newTraceId();
