import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/** A new trace id: 32 hex digits, as in W3C trace context. */
export const newTraceId = (): string => randomUUID().replaceAll('-', '');

/** Runs `work` under a trace id. */
export const withTrace = <T>(traceId: string, work: () => T): T => current.run(traceId, work);

/** The trace id of what is under way; a new one outside of any. */
export const traceId = (): string => current.getStore() ?? newTraceId();
