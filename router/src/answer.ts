import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { statusOf } from './errors.ts';

/** An answer as JSON text; `data` is text already. */
export function answerText(
  data: string | null,
  errors: readonly GraphQLFormattedError[],
  extensions?: Readonly<Record<string, unknown>>,
): string {
  const parts = data === null ? [] : [`"data":${data}`];
  if (errors.length > 0) parts.push(`"errors":${JSON.stringify(errors)}`);
  if (extensions) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join(',')}}`;
}

/** What an error says about the HTTP answer that carries it. */
export interface HttpHead {
  status: number;
  headers: Record<string, string>;
}

/** The status and headers of an answer without data, by its first error (`extensions.http`, or else its code). */
export function headOf(error: unknown, code: unknown): HttpHead {
  const http = error instanceof GraphQLError ? (error.extensions.http as { status?: unknown; headers?: unknown } | undefined) : undefined;
  const status = typeof http?.status === 'number' ? http.status : statusOf(String(code));
  return { status, headers: http?.headers instanceof Map ? (Object.fromEntries(http.headers) as Record<string, string>) : {} };
}
