import type { Server } from 'node:http';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const YEAR_SECONDS = 31_536_000;

/** Which page a path belongs to: the client's pages and GraphiQL are entries of their own. */
function entryOf(path: string): string {
  if (path === '/graphiql') return 'graphiql.html';
  return path === '/client' || path.startsWith('/client/') ? 'client.html' : 'index.html';
}

/** What every page says of itself: scripts, pictures and connections of this origin only. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Serves the built pages: files by hash for ever, the entries fresh each time. */
export function builtPages(folder: string): RequestHandler {
  const router = Router();
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: YEAR_SECONDS * 1000, index: false }));
  // A file of another version is gone: a page in its place would be run as a script, or kept as one.
  router.use('/assets', (_request, response) => void response.set('cache-control', 'no-store').sendStatus(404));
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.use((request, response, next) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !request.accepts('html')) return next();
    response.set({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'cache-control': 'no-cache',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    response.sendFile(entryOf(request.path), { root: folder });
  });
  return router;
}

/** Serves the pages from their sources, with hot reload on the same port. */
export async function livePages(webFolder: string, server: Server): Promise<{ handler: RequestHandler; close(): Promise<void> }> {
  // Only development needs the builder in this process.
  const { createServer } = await import('vite');
  const vite = await createServer({
    root: webFolder,
    configFile: join(webFolder, 'vite.config.ts'),
    appType: 'mpa',
    server: { middlewareMode: true, hmr: { server } },
  });
  const router = Router();
  router.use((request, _response, next) => {
    const isPage =
      request.method === 'GET' &&
      request.accepts(['html', '*/*']) === 'html' &&
      !/\.[a-z]+$/.test(request.path) &&
      !request.path.startsWith('/@');
    if (isPage) request.url = `/${entryOf(request.path)}`;
    next();
  });
  router.use(vite.middlewares);
  return { handler: router, close: () => vite.close() };
}
