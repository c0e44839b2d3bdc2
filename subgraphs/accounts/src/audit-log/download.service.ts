import type { Database } from '@atelier/service-kit/database';
import { AppError, type ErrorCode, notFound } from '@atelier/service-kit/errors';
import { tryDecodeId } from '@atelier/service-kit/ids';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio } from '@atelier/service-kit/viewer';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import { z } from 'zod';
import { permissions } from '../permissions.ts';
import type { Store } from '../store.ts';
import { studioRepository } from '../studios/studio.repository.ts';
import { failure, type WebHandler } from '../web.ts';
import { auditLogReads } from './audit-log.repository.ts';
import { AUDIT_KINDS, type LineFilter, toOrigin } from './audit-log.ts';
import { csvWriter } from './csv.ts';

/** Where a studio's log is downloaded: `?studio=<its name in addresses>`, and `kinds`, `member`, `from` and `to` as in the API. */
export const DOWNLOAD_PATH = '/auth/audit-log.csv';

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, UNAVAILABLE: 503 };
const READ_AT_ONCE = 500;

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const asked = z.object({
  studio: z.string().min(1),
  kinds: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(AUDIT_KINDS)))
    .optional(),
  member: z.string().optional(),
  from: moment.optional(),
  to: moment.optional(),
});

/** Answers with a studio's log as CSV, the newest first, read and sent a part at a time. That it was downloaded is a line, too. */
export function downloadRoute(options: { store: Store; viewers: Pick<ViewerSource, 'resolve'>; now: () => Date }): WebHandler {
  const { store, viewers, now } = options;
  return async (request, { address }) => {
    if (request.method !== 'GET') return failure(405, 'METHOD_NOT_ALLOWED', 'Download the log with GET.');
    const parsed = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success) return failure(400, 'BAD_USER_INPUT', 'Name the studio, and kinds, member, from and to as the API writes them.');
    const userAgent = request.headers.get('user-agent');
    try {
      const viewer = await viewers.resolve({
        cookieHeader: request.headers.get('cookie'),
        authorization: null,
        studioSlug: parsed.data.studio,
        address,
        userAgent,
      });
      permissions.require(viewer, 'auditLog.read');
      const studioId = requireStudio(viewer);
      const filter = toFilter(parsed.data);
      const reads = store.database.reads(scopeOf(viewer));
      const studio = await studioRepository(reads).byId(studioId);
      if (studio === null) throw notFound();
      const doer = { ...(await store.audit.doer(viewer)), ...toOrigin(address, userAgent) };
      await store.database.transaction(scopeOf(viewer), (tx) => store.audit.record(tx, doer, { kind: 'AUDIT_LOG_DOWNLOADED' }));
      const day = now().toISOString().slice(0, 10);
      return new Response(ReadableStream.from(rowsOf(store.database, scopeOf(viewer), studioId, filter, studio.timeZone)), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="audit-log-${studio.slug}-${day}.csv"`,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch (error) {
      const status = error instanceof AppError ? STATUS[error.code] : undefined;
      if (status === undefined || !(error instanceof AppError)) throw error;
      return failure(status, error.code, error.message);
    }
  };
}

function toFilter({ kinds, member, from, to }: z.infer<typeof asked>): LineFilter {
  const actorId = member === undefined ? null : tryDecodeId(member, 'Member');
  if (member !== undefined && actorId === null) throw notFound();
  return { kinds: kinds ?? null, actorId, from: from ?? null, to: to ?? null };
}

async function* rowsOf(
  database: Pick<Database, 'reads'>,
  scope: Parameters<Database['reads']>[0],
  studioId: string,
  filter: LineFilter,
  timeZone: string,
): AsyncGenerator<Uint8Array> {
  const writer = csvWriter(timeZone);
  const encoder = new TextEncoder();
  // The mark by which spreadsheets know UTF-8.
  yield encoder.encode(`\uFEFF${writer.head}`);
  for (let below: number | null = null; ; ) {
    const lines = await auditLogReads.page(database.reads(scope), studioId, filter, below, READ_AT_ONCE);
    if (lines.length > 0) yield encoder.encode(lines.map(writer.line).join(''));
    const last = lines.at(-1);
    if (last === undefined || lines.length < READ_AT_ONCE) return;
    below = last.number;
  }
}
