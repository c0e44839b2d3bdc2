import type { SubgraphRequest } from '@atelier/service-kit/peers';
import { VIEWER_HEADER } from '@atelier/service-kit/viewer';
import type { FormattedExecutionResult } from 'graphql';
import { Pool } from 'undici';

/** How the router reaches one subgraph. Any throw means that it does not answer. */
export interface SubgraphTransport {
  send(request: SubgraphRequest): Promise<FormattedExecutionResult>;
  close(): Promise<void>;
}

/** What the in-process transport needs of a subgraph. */
export interface LocalSubgraph {
  execute(request: SubgraphRequest): Promise<{ data?: unknown; errors?: readonly { toJSON(): FormattedError }[] | undefined }>;
}
type FormattedError = NonNullable<FormattedExecutionResult['errors']>[number];

/** A subgraph in this process. Its errors take the shape that they would have over HTTP. */
export function inProcess(subgraph: LocalSubgraph): SubgraphTransport {
  return {
    async send(request) {
      const { data, errors } = await subgraph.execute(request);
      return { data: data as FormattedExecutionResult['data'], ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}) };
    },
    async close() {},
  };
}

export interface HttpTransportOptions {
  /** The subgraph's GraphQL endpoint. */
  url: string;
  /** Milliseconds until an answer must be complete. */
  timeoutMs?: number;
  connections?: number;
  /** The longest answer that is read, in bytes. */
  maxResponseBytes?: number;
}

/** A subgraph behind HTTP: kept-alive connections, no redirects, and nothing of the client's own headers. */
export function overHttp(options: HttpTransportOptions): SubgraphTransport {
  const { origin, pathname, search } = new URL(options.url);
  const path = pathname + search;
  const timeout = options.timeoutMs ?? 10_000;
  const maxBytes = options.maxResponseBytes ?? 16 * 1024 * 1024;
  const pool = new Pool(origin, {
    connections: options.connections ?? 32,
    connectTimeout: 2_000,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxResponseSize: maxBytes,
  });
  return {
    async send({ query, variables, operationName, viewerToken, traceId }) {
      const { body, statusCode } = await pool.request({
        path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'x-trace-id': traceId,
          ...(viewerToken === '' ? {} : { [VIEWER_HEADER]: viewerToken }),
        },
        body: JSON.stringify({ query, variables, operationName }),
        signal: AbortSignal.timeout(timeout),
      });
      const answer: unknown = JSON.parse(await body.text());
      if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) {
        throw new Error(`no GraphQL answer (status ${statusCode})`);
      }
      return answer as FormattedExecutionResult;
    },
    async close() {
      await pool.close();
    },
  };
}
