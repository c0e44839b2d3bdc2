import { createHmac, timingSafeEqual } from 'node:crypto';

const secret = process.env.VIEWER_SECRET ?? '';

/** The header in which the viewer is handed on, signed. */
export const VIEWER_HEADER = 'x-viewer';

const macOf = (body) => createHmac('sha256', secret).update(body).digest();

/** Who asks: `{ studioId, memberId }`. Throws when the header was not signed for this run. */
export function viewerOf(headers) {
  const [body = '', mac = ''] = String(headers[VIEWER_HEADER] ?? '').split('.');
  const given = Buffer.from(mac, 'base64url');
  const wanted = macOf(body);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Error('The viewer header is not signed.');
  return JSON.parse(Buffer.from(body, 'base64url').toString());
}
