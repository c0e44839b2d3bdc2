import { Readable } from 'node:stream';
import { AppError, type ErrorCode, notFound, unauthenticated } from '@atelier/service-kit/errors';
import { tryDecodeId } from '@atelier/service-kit/ids';
import { requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import { toOrigin } from '../audit-log/audit-log.ts';
import { permissions } from '../permissions.ts';
import type { Store } from '../store.ts';
import { isProven, PROOF_NEEDED } from '../users/proof.ts';
import { userRepository } from '../users/user.repository.ts';
import { failure, type WebHandler } from '../web.ts';
import { exportReads } from './data-export.repository.ts';
import { type DataExport, stateOf } from './data-export.ts';
import type { ByteRange, ExportFiles } from './files.ts';

/** Exports are downloaded below this: `<id>.zip`, of a studio's with `?studio=<its name in addresses>`. */
export const DOWNLOAD_PREFIX = '/auth/exports/';

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, UNAVAILABLE: 503 };

/**
 * Answers with the file of an export, to an owner of the studio or to the person whose it is, signed in and freshly proven: an address
 * alone opens nothing. `HEAD` says whether it would, and `Range` goes on with a download that broke off.
 */
export function downloadExportRoute(options: {
  store: Store;
  files: ExportFiles;
  viewers: Pick<ViewerSource, 'resolve'>;
  now: () => Date;
}): WebHandler {
  const { store, files, viewers, now } = options;

  async function find(viewer: Viewer & { kind: 'user' }, ofStudio: boolean, id: string): Promise<DataExport> {
    if (ofStudio) permissions.require(viewer, 'studio.export');
    const owner = ofStudio ? requireStudio(viewer) : viewer.userId;
    const found = await exportReads.byId(store.database.reads({ studioId: owner }), { owner, id });
    if (found === null) throw notFound();
    return found;
  }

  return async (request, { address }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return failure(405, 'METHOD_NOT_ALLOWED', 'Download an export with GET.');
    }
    const url = new URL(request.url);
    const slug = url.searchParams.get('studio');
    const userAgent = request.headers.get('user-agent');
    try {
      const viewer = await viewers.resolve({
        cookieHeader: request.headers.get('cookie'),
        authorization: null,
        studioSlug: slug,
        address,
        userAgent,
      });
      if (viewer.kind !== 'user') throw unauthenticated();
      const id = tryDecodeId(url.pathname.slice(DOWNLOAD_PREFIX.length).replace(/\.zip$/, ''), 'DataExport');
      if (id === null) throw notFound();
      const found = await find(viewer, slug !== null, id);
      if (!isProven(await userRepository(store.signIn).provedAt(viewer.userId, viewer.sessionId), now())) {
        return failure(403, PROOF_NEEDED.code, PROOF_NEEDED.message);
      }
      const size = stateOf(found, now()) === 'ready' ? await files.size(id) : null;
      if (size === null) return failure(410, 'GONE', 'This export is no longer here. Ask for a new one.');
      const range = rangeOf(request.headers.get('range'), size);
      if (range === 'none') return unsatisfiable(size);
      const head = request.method === 'HEAD';
      // A download that goes on is the same download.
      if (!head && (range === null || range.start === 0)) await record(viewer, found, address, userAgent);
      return answer(head ? null : files.read(id, range), range, size, nameOf(found, slug));
    } catch (error) {
      const status = error instanceof AppError ? STATUS[error.code] : undefined;
      if (status === undefined || !(error instanceof AppError)) throw error;
      return failure(status, error.code, error.message);
    }
  };

  async function record(
    viewer: Viewer & { kind: 'user' },
    { kind, studioId }: DataExport,
    address: string | null,
    userAgent: string | null,
  ) {
    const who = await store.audit.doer(kind === 'studio' ? viewer : { ...viewer, studio: null });
    const doer = { ...who, ...toOrigin(address, userAgent) };
    await store.database.transaction({ studioId }, (tx) => store.audit.record(tx, doer, { kind: 'EXPORT_DOWNLOADED' }));
  }
}

const nameOf = ({ readyAt }: DataExport, slug: string | null): string =>
  `atelier-${slug ?? 'own-data'}-${(readyAt ?? new Date(0)).toISOString().slice(0, 10)}.zip`;

function answer(body: Readable | null, range: ByteRange | null, size: number, name: string): Response {
  return new Response(body === null ? null : (Readable.toWeb(body) as ReadableStream<Uint8Array>), {
    status: range === null ? 200 : 206,
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
      'content-length': String(range === null ? size : range.end - range.start + 1),
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      ...(range === null ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
    },
  });
}

function unsatisfiable(size: number): Response {
  const refused = failure(416, 'RANGE_NOT_SATISFIABLE', 'The file is shorter than that. Begin the download anew.');
  refused.headers.set('content-range', `bytes */${size}`);
  return refused;
}

/** One range, as downloads that go on ask for it; null for the whole, also where several are asked for, and `none` beyond the end. */
export function rangeOf(header: string | null, size: number): ByteRange | null | 'none' {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? 'none' : { start, end };
}
