import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { unavailable } from '../errors.ts';
import type { Exporter, ExportPart, ExportSubject } from './types.ts';

/** Where a domain of the fleet says what it exports, and where it gives the rows, a line of JSON for each part. */
export const exportPath = { describe: '/internal/export/describe', rows: '/internal/export/rows' } as const;

export const exportSubjectShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('studio'), studioId: z.uuid() }),
  z.object({ kind: z.literal('person'), userId: z.uuid(), studioId: z.uuid(), memberId: z.uuid().nullable() }),
]) satisfies z.ZodType<ExportSubject>;

/** The last line: without it the answer broke off. */
const END = 'end';
/** A domain that says nothing for so long is taken for dead. */
const SILENCE_MS = 30_000;

/** Answers with a subject's rows, no faster than they are taken. What fails after the first line breaks the answer off. */
export async function sendRows(exporter: Exporter, subject: ExportSubject, response: ServerResponse): Promise<void> {
  const hasLeft = new AbortController();
  response.once('close', () => hasLeft.abort());
  const send = async (line: unknown): Promise<void> => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
    if (!response.write(`${JSON.stringify(line)}\n`)) await once(response, 'drain', { signal: hasLeft.signal });
    hasLeft.signal.throwIfAborted();
  };
  await exporter.exportRows(subject, send);
  await send(END);
  response.end();
}

/** Reads such an answer. @throws UNAVAILABLE when the domain does not answer, or not to the end */
export async function receiveRows(options: {
  url: string;
  headers: Record<string, string>;
  subject: ExportSubject;
  take: (part: ExportPart) => Promise<void>;
  /** As messages call it. */
  domain: string;
}): Promise<void> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const response = await fetch(options.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...options.headers },
    body: JSON.stringify(options.subject),
    redirect: 'error',
    signal: silence.signal,
  }).catch(() => null);
  try {
    if (!response?.ok || response.body === null) throw unavailable(options.domain);
    let hasEnded = false;
    for await (const line of linesOf(response.body, options.domain)) {
      timer.refresh();
      const part = JSON.parse(line) as ExportPart | typeof END;
      if (part === END) hasEnded = true;
      else await options.take(part);
    }
    if (!hasEnded) throw unavailable(options.domain);
  } finally {
    clearTimeout(timer);
  }
}

/** @throws UNAVAILABLE when it breaks off */
async function* linesOf(body: ReadableStream<Uint8Array>, domain: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read().catch(() => {
        throw unavailable(domain);
      });
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    // Whoever reads no further lets the domain know.
    await reader.cancel().catch(() => undefined);
  }
}
