import type { ServerResponse } from 'node:http';
import { AppError } from './errors.ts';
import type { SubgraphRequest } from './peers.ts';

/**
 * Where a subgraph of ours takes several operations in one request, each with its own viewer: a JSON list of `SubgraphRequest`. It
 * answers each in a line of its own as soon as it is done: its place in the list, a space, and the answer as JSON.
 */
export const BATCH_PATH = '/internal/operations';
/** The header by which its answers say that it does. */
export const BATCH_HEADER = 'x-atelier-batch';
/** The content type of answers to batches. */
export const BATCH_TYPE = 'application/x-ndjson';
/** The most operations of one batch. */
export const BATCH_MOST = 64;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

type Operation = Pick<SubgraphRequest, 'query' | 'variables' | 'operationName'>;

/**
 * The operation of a body that came over HTTP. By hand: a schema library costs as much as the rest of the way through here, for every
 * fetch of every request.
 * @throws BAD_USER_INPUT for anything else
 */
export function operationIn(body: unknown): Operation {
  const { query, variables, operationName } = isObject(body) ? body : {};
  if (typeof query !== 'string') throw new AppError('BAD_USER_INPUT', '`query` is a GraphQL document.');
  if (variables !== undefined && variables !== null && !isObject(variables))
    throw new AppError('BAD_USER_INPUT', '`variables` is an object.');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw new AppError('BAD_USER_INPUT', '`operationName` is a text.');
  }
  return { query, variables: variables ?? undefined, operationName: operationName ?? undefined };
}

/**
 * The operations of a batch.
 * @throws BAD_USER_INPUT for anything else
 */
export function operationsIn(body: unknown): SubgraphRequest[] {
  if (!Array.isArray(body) || body.length > BATCH_MOST) {
    throw new AppError('BAD_USER_INPUT', `A batch is a list of at most ${BATCH_MOST} operations.`);
  }
  return body.map((each: unknown) => {
    const { viewerToken, traceId, traceparent } = isObject(each) ? each : {};
    return {
      ...operationIn(each),
      viewerToken: typeof viewerToken === 'string' ? viewerToken : '',
      traceId: typeof traceId === 'string' ? traceId : 'none',
      traceparent: typeof traceparent === 'string' ? traceparent : undefined,
    };
  });
}

/**
 * Answers a batch: what is done in one turn of the event loop is written at once, and nothing waits for what takes longer. Resolves when
 * the last answer was written.
 */
export async function answerBatch(
  response: ServerResponse,
  operations: readonly SubgraphRequest[],
  execute: (operation: SubgraphRequest) => Promise<unknown>,
): Promise<void> {
  const written = Promise.withResolvers<void>();
  let left = operations.length;
  let lines = '';
  const write = (): void => {
    const bytes = Buffer.from(lines);
    lines = '';
    if (!response.headersSent) {
      const whole = left === 0 ? { 'content-length': bytes.length } : {};
      response.writeHead(200, { 'content-type': BATCH_TYPE, 'cache-control': 'no-store', ...whole });
    }
    if (left > 0) {
      response.write(bytes);
      return;
    }
    response.end(bytes);
    written.resolve();
  };
  const add = (place: number, answer: string): void => {
    if (lines === '') setImmediate(write);
    left -= 1;
    lines += `${place} ${answer}\n`;
  };
  if (left === 0) write();
  for (const [place, operation] of operations.entries()) {
    execute(operation)
      .then((answer) => JSON.stringify(answer))
      .then(
        (answer) => add(place, answer),
        // Asked alone, it is told why.
        () => add(place, 'null'),
      );
  }
  return written.promise;
}
