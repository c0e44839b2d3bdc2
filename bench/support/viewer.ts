import { createHmac, randomBytes } from 'node:crypto';

/** What the peers' viewer headers are signed with in this run. */
export const viewerSecret: string = randomBytes(32).toString('hex');

/** The header that tells peers who asks; its other half is peers/lib/viewer.mjs. */
export function viewerHeader(viewer: { studioId: string; memberId: string }): Record<string, string> {
  const body = Buffer.from(JSON.stringify(viewer)).toString('base64url');
  return { 'x-viewer': `${body}.${createHmac('sha256', viewerSecret).update(body).digest('base64url')}` };
}
