import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Stack } from './stack.ts';

/** The one port on which pages, API, sign-in and live updates are served. */
export interface Edge {
  server: Server;
  port: number;
  close(): Promise<void>;
}

/**
 * Serves a stack.
 * @param pages makes the handler of everything that is neither API nor a subgraph's own path; given the server for hot reload's socket
 */
export async function openEdge(options: {
  stack: Stack;
  host: string;
  port: number;
  /** Proxies whose word on a client's address counts. */
  trustedProxies?: readonly string[];
  /** Whether browsers come by https: then they are told to come no other way. */
  isSecure?: boolean;
  /** Tried before everything else. */
  routes?: readonly RequestHandler[];
  pages: (server: Server) => Promise<{ handler: RequestHandler; close?: () => Promise<void> }>;
}): Promise<Edge> {
  const { stack } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', [...(options.trustedProxies ?? [])]);
  if (options.isSecure) app.use(httpsOnly);
  const server = createServer(stack.router.front((request, response) => app(request, response)));
  // Against clients that hold a connection and say nothing.
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  const pages = await options.pages(server);
  for (const route of options.routes ?? []) app.use(route);
  app.use(stack.routes);
  app.use(stack.router.app);
  app.use(pages.handler);
  app.use(withoutDetails);
  stack.router.attach(server);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, options.host, resolve));
  return {
    server,
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await pages.close?.();
      // The router ends sockets and what is under way; what still holds a connection after that holds it for nothing.
      await stack.router.stop();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** RFC 6797, for a year. */
const httpsOnly: RequestHandler = (_request, response, next) => {
  response.setHeader('strict-transport-security', 'max-age=31536000');
  next();
};

/** What nobody answered or what went wrong, without a word about our insides. */
export const withoutDetails: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : 500;
  response
    .status(status)
    .type('text')
    .send(status === 500 ? 'Something went wrong on our side.' : 'There is no such page.');
};
