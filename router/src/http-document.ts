import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { isObject } from './execute/types.ts';
import { clientOf } from './http-request.ts';
import type { AskedDocument, Intake } from './protect/intake.ts';
import type { ResolvedViewer } from './viewer.ts';

/**
 * Reads the document of a request before Apollo Server does: which one it means, whether its sender may have it read, and whether it
 * is within the limits. What is wrong with its words is Apollo Server's to say. Mount it behind the JSON parser.
 */
export function documentReader(options: {
  intake: Intake;
  viewerOf(request: IncomingMessage): ResolvedViewer;
  addressOf(request: IncomingMessage): string | null;
  /** Requests whose documents were read already. */
  isRead(request: IncomingMessage): boolean;
}): RequestHandler {
  const { intake, viewerOf, addressOf, isRead } = options;
  return async (request, _response, next) => {
    const asked = isRead(request) ? null : request.method === 'GET' ? askedByUrl(request.url) : askedByBody(request.body);
    if (asked) {
      const asker = { ...clientOf(request, addressOf(request)), viewer: viewerOf(request).viewer };
      const { query, result } = await intake.read(asked, asker);
      const [error] = 'prepared' in result ? [] : result;
      if (error?.extensions.http) throw error;
      if (hasHash(asked.extensions)) {
        if (request.method === 'GET') request.url = withQuery(request.url, query);
        else request.body = withoutHash(request.body, query);
      }
    }
    next();
  };
}

/** What a body asks; null for what is no GraphQL, which Apollo Server refuses. */
export function askedByBody(body: unknown): AskedDocument | null {
  if (!isObject(body)) return null;
  const { query, operationName = null, extensions = null } = body;
  if (query === undefined ? !hasHash(extensions) : typeof query !== 'string') return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  return { query: query as string | undefined, operationName: operationName || undefined, extensions };
}

const hasHash = (extensions: unknown) => isObject(extensions) && extensions.persistedQuery !== undefined;

/** The body with its document written out, for those behind. */
export function withoutHash(body: unknown, query: string): unknown {
  if (!isObject(body)) return body;
  const { persistedQuery: _, ...extensions } = isObject(body.extensions) ? body.extensions : {};
  return { ...body, query, extensions };
}

function askedByUrl(url: string): AskedDocument | null {
  const { searchParams } = new URL(url, 'http://localhost');
  const extensions = parsed(searchParams.get('extensions'));
  const query = searchParams.get('query') ?? undefined;
  if (query === undefined && !hasHash(extensions)) return null;
  return { query, operationName: searchParams.get('operationName') || undefined, extensions };
}

function withQuery(url: string, query: string): string {
  const whole = new URL(url, 'http://localhost');
  whole.searchParams.set('query', query);
  whole.searchParams.delete('extensions');
  return whole.pathname + whole.search;
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
