import { AppError, type ErrorCode } from '@atelier/service-kit/errors';
import { tryDecodeId } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import type { Throttle } from '../auth/throttle.ts';
import { failure, isSameOrigin, type WebHandler } from '../web.ts';
import { MAX_BYTES, type PictureKind, type PictureOf, redraw } from './picture.ts';
import type { Storage } from './storage.ts';

const KINDS: Record<string, PictureKind> = {
  '/media/user-picture': 'user-picture',
  '/media/studio-logo': 'studio-logo',
  '/media/app-logo': 'app-logo',
};
const PICTURE = /^\/media\/([0-9a-f]{64}\.webp)$/;
const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, UNAVAILABLE: 503 };

interface Options {
  storage: Storage;
  viewers: Pick<ViewerSource, 'resolve'>;
  /** The origins whose pages may send pictures. */
  origins: readonly string[];
  throttle: Pick<Throttle, 'take'>;
  /** Refuses viewers who may not set this picture. @throws AppError */
  authorise(viewer: Viewer, what: PictureOf): void;
  /** Sets the picture, or takes it away. @throws AppError */
  set(viewer: Viewer, what: PictureOf, path: string | null): Promise<void>;
}

/**
 * Answers `/media/*`: `POST /media/user-picture`, `/media/studio-logo` and `/media/app-logo?app=<id>` (the picture as the body, or a
 * form with the field `file`; the studio by the header `x-atelier-studio`) answer `{ url }`; `DELETE` takes a picture away; `GET /media/<hash>.webp`
 * serves one, for ever the same.
 */
export function pictureRoutes(options: Options): WebHandler {
  return async (request, { address }) => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === 'GET' || request.method === 'HEAD') return serve(options.storage, PICTURE.exec(pathname)?.[1]);
    const kind = KINDS[pathname];
    if (kind === undefined) return failure(404, 'NOT_FOUND', 'There is nothing here to send pictures to.');
    if (request.method !== 'POST' && request.method !== 'DELETE') return failure(405, 'METHOD_NOT_ALLOWED', 'Send a picture with POST.');
    if (!isSameOrigin(request, options.origins)) return failure(403, 'FORBIDDEN', 'This was sent from another site.');
    try {
      const viewer = await options.viewers.resolve({
        cookieHeader: request.headers.get('cookie'),
        authorization: null,
        studioSlug: request.headers.get('x-atelier-studio'),
        address,
        userAgent: request.headers.get('user-agent'),
      });
      const what = { kind, appId: tryDecodeId(searchParams.get('app') ?? '', 'App') };
      options.authorise(viewer, what);
      if (request.method === 'DELETE') {
        await options.set(viewer, what, null);
        return Response.json({ url: null });
      }
      return await receive(options, request, viewer, what);
    } catch (error) {
      const status = error instanceof AppError ? STATUS[error.code] : undefined;
      if (status === undefined || !(error instanceof AppError)) throw error;
      return failure(status, error.code, error.message);
    }
  };
}

async function receive({ storage, throttle, set }: Options, request: Request, viewer: Viewer, what: PictureOf): Promise<Response> {
  // By person: a small file can be a large drawing, and whoever may send one may send many.
  const taken = await throttle.take('picture', viewer.kind === 'user' ? viewer.userId : '');
  if (!taken.allowed) {
    const refused = failure(429, 'TOO_MANY_ATTEMPTS', 'That were many pictures. Wait a few minutes.');
    refused.headers.set('retry-after', String(taken.retryAfter));
    return refused;
  }
  const upload = await uploadOf(request);
  if (upload === null) return failure(400, 'BAD_USER_INPUT', 'Send one picture: as the body, or in the form field `file`.');
  if (upload.byteLength > MAX_BYTES) return failure(413, 'TOO_LARGE', 'A picture has at most 2 MB. Choose a smaller one.');
  const picture = await redraw(upload, what.kind);
  if (picture === null) return failure(415, 'NOT_A_PICTURE', 'This is no picture that can be read. Send a JPEG, PNG, WebP, GIF or AVIF.');
  await storage.put(picture.name, picture.bytes);
  const url = `/media/${picture.name}`;
  await set(viewer, what, url);
  return Response.json({ url }, { status: 201 });
}

async function uploadOf(request: Request): Promise<Uint8Array | null> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    const body = new Uint8Array(await request.arrayBuffer());
    return body.byteLength === 0 ? null : body;
  }
  const form = await request.formData().catch(() => null);
  const file = form?.get('file');
  return file instanceof Blob && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
}

async function serve(storage: Storage, name: string | undefined): Promise<Response> {
  const bytes = name === undefined ? null : await storage.get(name);
  if (bytes === null) return failure(404, 'NOT_FOUND', 'There is no such picture.');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
  });
}
