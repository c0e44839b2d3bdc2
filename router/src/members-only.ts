import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { credentialsOf } from './http-request.ts';
import type { Viewers } from './viewer.ts';

/** Passes on who is signed in; others are sent to sign in, and back. */
export function membersOnly(viewers: Pick<Viewers, 'resolve'>, addressOf: (request: IncomingMessage) => string | null): RequestHandler {
  return async (request, response, next) => {
    response.set('cache-control', 'no-store');
    const resolved = await viewers.resolve(credentialsOf(request, addressOf(request))).catch(() => null);
    if (resolved === null)
      response.status(503).set('retry-after', '1').type('text').send('Sign-in does not answer. Try again in a moment.');
    else if (resolved.viewer.kind === 'user') next();
    else response.redirect(`/sign-in?back=${encodeURIComponent(request.path)}`);
  };
}
