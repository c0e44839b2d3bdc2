import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ZodError, z } from 'zod';
import { answerBatch, BATCH_HEADER, BATCH_PATH, operationIn, operationsIn } from './batch.ts';
import { AppError, type ErrorCode } from './errors.ts';
import { exportPath, exportSubjectShape, sendRows } from './export/http.ts';
import type { ExportSubject } from './export.ts';
import type { DomainEvent } from './peers.ts';
import type { Subgraph } from './subgraph.ts';
import { TRACEPARENT_HEADER } from './tracing.ts';
import { VIEWER_HEADER, type ViewerVerifier } from './viewer.ts';
import type { Credentials, ViewerSource } from './viewer-source.ts';

/** The header that carries an operation's trace id between services. */
export const TRACE_HEADER = 'x-trace-id';

const MAX_BODY_BYTES = 1_048_576;

const eventShape = z.object({
  id: z.uuid(),
  type: z.string(),
  source: z.string(),
  studioId: z.string().nullable(),
  at: z.string(),
  data: z.record(z.string(), z.unknown()),
});

const changesShape = z.object({ studioId: z.uuid(), subject: z.object({ type: z.string(), id: z.uuid() }), after: z.number().int() });

const credentialsShape = z.object({
  cookieHeader: z.string().nullable(),
  authorization: z.string().nullable(),
  studioSlug: z.string().nullable(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  as: z.literal('contact').nullish(),
}) satisfies z.ZodType<Credentials>;

/** The subgraph that knows who stands behind a cookie or a key says so to the router. */
interface ViewerResolver {
  viewers: Pick<ViewerSource, 'resolve'>;
}

export interface ServedSubgraph {
  /** Zero where it listens at a Unix socket. */
  port: number;
  server: Server;
  /** Takes no more requests, finishes those under way, then stops the subgraph. */
  stop(): Promise<void>;
}

/**
 * Serves a subgraph over HTTP, for the fleet: `POST /graphql` for the router and peers, and the same for several operations at once at
 * `BATCH_PATH`; `POST /internal/events`, `POST /internal/changes` and `POST /internal/export/…` (and, of accounts,
 * `POST /internal/viewer`) for services; its own routes, and `/health/live` and `/health/ready`. Every operation needs a signed viewer;
 * what is for services needs one of kind `service`. `port` may be the path of a Unix socket.
 */
export async function serveSubgraph(options: {
  subgraph: Subgraph;
  verifier: ViewerVerifier;
  port: number | string;
  host?: string;
}): Promise<ServedSubgraph> {
  const { subgraph, verifier } = options;
  let isReady = false;

  const requireService = async (request: IncomingMessage): Promise<string | null> => {
    const viewer = await verifier.verify(headerOf(request, VIEWER_HEADER));
    if (viewer.kind !== 'service') throw new AppError('FORBIDDEN', 'For services only.');
    return viewer.studioId;
  };

  /** Whose rows are asked for: signed, too. */
  const subjectOf = async (request: IncomingMessage): Promise<ExportSubject> => {
    const signedFor = await requireService(request);
    const subject = exportSubjectShape.parse(await bodyOf(request));
    if (subject.studioId !== signedFor) throw new AppError('FORBIDDEN', 'Signed for another studio.');
    return subject;
  };

  const resolver = 'viewers' in subgraph ? (subgraph as Subgraph & ViewerResolver).viewers : null;

  const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<unknown>> = {
    'POST /graphql': async (request) => {
      const asked = operationIn(await bodyOf(request));
      const viewerToken = headerOf(request, VIEWER_HEADER) ?? '';
      return subgraph.execute({
        ...asked,
        viewerToken,
        traceId: headerOf(request, TRACE_HEADER) ?? 'none',
        traceparent: headerOf(request, TRACEPARENT_HEADER),
      });
    },
    [`POST ${BATCH_PATH}`]: async (request, response) => {
      await answerBatch(response, operationsIn(await bodyOf(request)), (each) => subgraph.execute(each));
    },
    'POST /internal/events': async (request) => {
      await requireService(request);
      await subgraph.deliver(eventShape.parse(await bodyOf(request)) satisfies DomainEvent);
      return {};
    },
    'POST /internal/changes': async (request) => {
      await requireService(request);
      const { studioId, subject, after } = changesShape.parse(await bodyOf(request));
      return subgraph.changes(studioId, subject, after);
    },
    [`POST ${exportPath.describe}`]: async (request) => subgraph.describeExport(await subjectOf(request)),
    [`POST ${exportPath.rows}`]: async (request, response) => sendRows(subgraph, await subjectOf(request), response),
    ...(resolver && {
      'POST /internal/viewer': async (request: IncomingMessage) => {
        await requireService(request);
        return resolver.resolve(credentialsShape.parse(await bodyOf(request)));
      },
    }),
    'GET /health/live': async () => ({ status: 'alive' }),
    'GET /health/ready': async () => {
      if (!isReady || !(await subgraph.isReady())) throw new AppError('UNAVAILABLE', 'Not ready yet.');
      return { status: 'ready' };
    },
  };

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const answer = answers[`${request.method} ${path}`];
    if (answer) {
      answer(request, response)
        .then((body) => {
          if (!response.headersSent) send(response, 200, body);
        })
        .catch((error: unknown) => {
          // Half an answer cannot be mended: whoever reads it is to see that it is none.
          if (response.headersSent) response.destroy();
          else send(response, statusOf(error), { error: codeOf(error) });
        });
      return;
    }
    const route = Object.entries(subgraph.routes).find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
    const missing = () => send(response, 404, { error: 'NOT_FOUND' });
    if (route) route[1](request, response, missing);
    else missing();
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  // Longer than the router keeps one that nobody uses: it never writes to a connection that is just being closed.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (typeof options.port === 'string') server.listen(options.port, resolve);
    else server.listen(options.port, options.host ?? '0.0.0.0', resolve);
  });
  await subgraph.start();
  isReady = true;
  const address = server.address();
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    server,
    async stop() {
      isReady = false;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await subgraph.stop();
    },
  };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function bodyOf(request: IncomingMessage): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      reject(new AppError('BAD_USER_INPUT', 'The request is too large.'));
    });
    request.on('end', () => {
      try {
        const [only = Buffer.alloc(0), ...more] = chunks;
        resolve(JSON.parse((more.length === 0 ? only : Buffer.concat(chunks)).toString('utf8')));
      } catch (error) {
        reject(error);
      }
    });
    request.on('error', reject);
    request.on('close', () => {
      // An error for each request that is well would cost as much as reading it.
      if (!request.complete) reject(new AppError('BAD_USER_INPUT', 'The request broke off.'));
    });
  });
}

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, UNAVAILABLE: 503, INTERNAL: 500 };

function statusOf(error: unknown): number {
  if (error instanceof AppError) return STATUS[error.code] ?? 400;
  return error instanceof ZodError || error instanceof SyntaxError ? 400 : 500;
}

const codeOf = (error: unknown): ErrorCode =>
  error instanceof AppError ? error.code : statusOf(error) === 400 ? 'BAD_USER_INPUT' : 'INTERNAL';

function send(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-length': bytes.length,
      [BATCH_HEADER]: '1',
    })
    .end(bytes);
}
