import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { resolve } from 'node:path';
import { createLogger, type Logger } from '@atelier/service-kit/log';
import { anonymous } from '@atelier/service-kit/viewer';
import { readStandaloneEnv } from './env.ts';
import { foreignError } from './errors.ts';
import { createHttp } from './http.ts';
import type { Limits } from './limits.ts';
import { createPlanner } from './plan.ts';
import { readForeignSupergraph } from './supergraph.ts';
import { overHttp, type SubgraphTransport } from './transport.ts';
import type { ResolvedViewer } from './viewer.ts';

/** Of a schema that is not ours we cannot know what a long document is, so only absurd ones are refused. */
const limits: Limits = { rules: [], maxTokens: 20_000 };
/** Milliseconds that a subgraph may take; it is not ours to hurry. */
const timeoutMs = 30_000;
/** Milliseconds that operations under way have to end after SIGTERM. */
const graceMs = 1_000;

/** Nobody is somebody here, so nobody is named to a subgraph. */
const nobody: ResolvedViewer = { viewer: anonymous, token: async () => '' };

/** A router over any supergraph: no sign-in, no database, no live updates. */
export interface Standalone {
  /** Serves `/graphql`, `/health/live` and `/health/ready`. */
  handler: RequestListener;
  /** Lets operations finish and closes the connections to the subgraphs. */
  stop(): Promise<void>;
}

/**
 * Makes a router over a Federation 2 supergraph whose subgraphs answer at the URLs that it names.
 * Rejects when the supergraph cannot be read, or names no URL of a subgraph.
 */
export async function createStandalone(options: { supergraphSdl: string; logger: Logger }): Promise<Standalone> {
  const { supergraphSdl, logger } = options;
  const facts = readForeignSupergraph(supergraphSdl);
  const transports: Record<string, SubgraphTransport> = {};
  for (const { name, url } of facts.supergraph.subgraphsMetadata()) {
    if (!URL.canParse(url)) throw new Error(`The supergraph gives no URL for the subgraph "${name}": compose it with one.`);
    transports[name] = overHttp({ url, timeoutMs });
  }
  const { server, handler } = await createHttp({
    path: '/graphql',
    planner: createPlanner({ supergraphSdl, readFacts: readForeignSupergraph, transports, logger }),
    viewers: { resolve: async () => nobody },
    origins: null,
    limits,
    contextFor: (viewer, traceId) => ({ viewer, traceId, entities: { mayRead: async () => true } }),
    isReady: async () => true,
    isSchemaOpen: true,
    showError: foreignError,
    logger,
  });
  return {
    handler,
    async stop() {
      await server.stop();
      await Promise.all(Object.values(transports).map((transport) => transport.close()));
    },
  };
}

/** `npm run router`: serves the supergraph that the environment names until SIGTERM. */
async function main(): Promise<void> {
  const env = readStandaloneEnv(process.env);
  const supergraphSdl = readFileSync(resolve(env.INIT_CWD, env.SUPERGRAPH_PATH), 'utf8');
  const standalone = await createStandalone({ supergraphSdl, logger: createLogger({ service: 'router', level: env.LOG_LEVEL }) });
  const server = createServer(standalone.handler);
  await new Promise<void>((ready, fail) => server.once('error', fail).listen(env.PORT, ready));
  const address = server.address();
  process.stdout.write(`Ready on http://localhost:${typeof address === 'object' && address ? address.port : env.PORT}/graphql\n`);

  let isStopping = false;
  const stop = () => {
    // Whoever ends the whole group tells us twice: once themselves, once through the command that started us.
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), graceMs).unref();
    server.close(() => standalone.stop().finally(() => process.exit(0)));
    server.closeIdleConnections();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
