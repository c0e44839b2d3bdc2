import type { Client } from 'graphql-ws';
import type { Person } from './person.ts';

/** How long a stream may be silent when something must come. */
const PATIENCE_MS = 10_000;

/** What one subscription sends, in order. */
export interface Stream<T = Record<string, unknown>> {
  /** The next one that was not read yet. @throws when none comes in time, or the stream ends */
  next(): Promise<T>;
  /** Reads on until one is so. */
  until(isIt: (value: T) => boolean): Promise<T>;
  /**
   * Resolves when the stream ended: with the errors' codes, with [] for an orderly end, or with the code of the closed socket.
   * Rejects when it goes on for too long.
   */
  readonly ended: Promise<unknown>;
  /** Ends it and closes its socket. */
  close(): Promise<void>;
}

/** Opens an operation on a socket of its own, as a tab does; `from` is the site whose page opens it. */
export function subscribe<T = Record<string, unknown>>(
  person: Person,
  document: string,
  variables: Record<string, unknown> = {},
  from: { origin?: string } = {},
): Stream<T> {
  const socket: Client = person.socket({}, from.origin);
  const come: T[] = [];
  const over = Promise.withResolvers<unknown>();
  let wake: () => void = () => undefined;
  let isOver = false;
  void over.promise.then(() => {
    isOver = true;
    wake();
  });
  socket.subscribe(
    { query: document, variables },
    {
      next: ({ data, errors }) => {
        if (errors) over.resolve(errors.map(({ extensions }) => extensions?.code));
        const value = Object.values(data ?? {})[0];
        if (value !== undefined && value !== null) come.push(value as T);
        wake();
      },
      error: (error) => over.resolve(codeOf(error)),
      complete: () => over.resolve([]),
    },
  );
  const next = () =>
    inTime('Nothing came', async (): Promise<T> => {
      for (;;) {
        const first = come.shift();
        if (first !== undefined) return first;
        if (isOver) throw new Error(`The stream has ended: ${JSON.stringify(await over.promise)}`);
        const woken = Promise.withResolvers<void>();
        wake = woken.resolve;
        await woken.promise;
      }
    });
  return {
    next,
    async until(isIt) {
      for (;;) {
        const value = await next();
        if (isIt(value)) return value;
      }
    },
    get ended() {
      return inTime('The stream did not end', () => over.promise);
    },
    async close() {
      await socket.dispose();
    },
  };
}

/** An event stream over HTTP that has begun: resolves with all that came when it ends. */
export async function eventStream(
  person: Person,
  document: string,
  variables: Record<string, unknown>,
): Promise<{ ended: Promise<string> }> {
  const answer = await person.fetch('/graphql', {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables }),
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error(`No stream: ${answer.status}`);
  let text = '';
  const read = async (isEnough: () => boolean): Promise<string> => {
    while (!isEnough()) {
      const { done, value } = await reader.read();
      if (done) break;
      text += value;
    }
    return text;
  };
  await read(() => text.includes('data: {'));
  return { ended: read(() => false) };
}

/** What the work gives. @throws when it takes too long */
async function inTime<T>(failure: string, work: () => Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`${failure} within ${PATIENCE_MS} ms.`)), PATIENCE_MS);
  try {
    return await Promise.race([work(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Errors' codes, or the code with which the socket was closed. */
function codeOf(error: unknown): unknown {
  if (Array.isArray(error)) return error.map(({ extensions }: { extensions?: { code?: unknown } }) => extensions?.code);
  if (typeof error === 'object' && error !== null && 'code' in error) return error.code;
  return typeof error === 'object' && error !== null && 'message' in error ? error.message : String(error);
}
