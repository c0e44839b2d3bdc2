import type { RequestListener } from 'node:http';
import express, { type RequestHandler } from 'express';

/**
 * The one origin of a fleet: API and live updates are the router's, a subgraph's own paths are handed to it, and everything else
 * is the pages' service's.
 */
export function createEdge(options: {
  /** GraphQL and what else the router answers; other paths pass through. */
  router: RequestHandler;
  /** Whether every subgraph is ready. */
  isReady(): Promise<boolean>;
  /** Who answers below a path, such as `/auth`. */
  routes: Readonly<Record<string, RequestListener>>;
  pages: RequestListener;
  /** Proxies whose word on a client's address counts. */
  trustedProxies: readonly string[];
  /** Whether browsers come by https: then they are told to come no other way. */
  isSecure: boolean;
}): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', [...options.trustedProxies]);
  if (options.isSecure) {
    app.use((_request, response, next) => {
      response.setHeader('strict-transport-security', 'max-age=31536000');
      next();
    });
  }
  app.get('/health/ready', async (_request, response) => {
    const isReady = await options.isReady();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  const routes = Object.entries(options.routes);
  app.use((request, response, next) => {
    const route = routes.find(([prefix]) => request.path === prefix || request.path.startsWith(`${prefix}/`));
    if (route) route[1](request, response);
    else next();
  });
  app.use(options.router);
  app.use((request, response) => options.pages(request, response));
  return app;
}
