import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { resolve } from 'node:path';
import { createLogger, type Logger } from '@atelier/service-kit/log';
import { anonymous } from '@atelier/service-kit/viewer';
import { createCoalescer } from './cache/coalesce.ts';
import { createDrain } from './drain.ts';
import { readStandaloneEnv } from './env.ts';
import { foreignError } from './errors.ts';
import { createHttp } from './http.ts';
import { createAddressOf } from './http-request.ts';
import { createOperations } from './operations.ts';
import { createPipeline, throughPipeline } from './pipeline.ts';
import { createPlanner } from './plan.ts';
import { createIntake } from './protect/intake.ts';
import { createVariablesGuard } from './protect/pipeline-guard.ts';
import { foreignLimits } from './protect/settings.ts';
import { readForeignSupergraph } from './supergraph.ts';
import { followSupergraph } from './supergraph-file.ts';
import { createTransportSet, type NamedSubgraph, overHttp } from './transports/index.ts';
import type { ResolvedViewer } from './viewer.ts';

/** Milliseconds that a subgraph may take; it is not ours to hurry. */
const timeoutMs = 30_000;
/** After SIGTERM: how long connections are still taken, and how long operations under way have to end. */
const drainTimes = { delayMs: 250, timeoutMs: 1_000 };

/** Nobody is somebody here, so nobody is named to a subgraph. */
const nobody: ResolvedViewer = { viewer: anonymous, token: async () => '' };

/** A router over any supergraph: no sign-in, no database, no live updates. */
export interface Standalone {
  /** Serves `/graphql`, `/health/live` and `/health/ready`. */
  handler: RequestListener;
  /** Takes a new supergraph for all that comes from now on. Throws, and keeps the old one, when it cannot be used. */
  reload(supergraphSdl: string): void;
  /** Lets operations finish and closes the connections to the subgraphs. */
  stop(): Promise<void>;
}

/**
 * Makes a router over a Federation 2 supergraph whose subgraphs answer at the URLs that it names.
 * Rejects when the supergraph cannot be read, or names no URL of a subgraph.
 */
export async function createStandalone(options: { supergraphSdl: string; logger: Logger }): Promise<Standalone> {
  const { supergraphSdl, logger } = options;
  const transports = createTransportSet({
    subgraphs: subgraphsOf(supergraphSdl),
    make: ({ name, url }) =>
      overHttp({ url, timeoutMs, onBreaker: (state) => logger.warn({ subgraph: name, state }, 'the breaker of a subgraph has changed') }),
  });
  const planner = createPlanner({
    supergraphSdl,
    readFacts: readForeignSupergraph,
    transports: transports.record,
    run: throughPipeline(() => pipeline),
    logger,
  });
  const pipeline = createPipeline({ planner, cache: createCoalescer(), guards: [createVariablesGuard(foreignLimits)], observers: [] });
  const { server, handler } = await createHttp({
    path: '/graphql',
    planner,
    viewers: { resolve: async () => nobody },
    origins: null,
    limits: foreignLimits,
    contextFor: (viewer, traceId, signal) => ({ viewer, traceId, signal, entities: { mayRead: async () => true } }),
    isReady: async () => true,
    isSchemaOpen: true,
    intake: createIntake({ operations: createOperations({ engine: planner.engine, limits: foreignLimits }), documents: null, guard: null }),
    pipeline,
    addressOf: createAddressOf(),
    isSecure: false,
    showError: foreignError,
    logger,
  });
  return {
    handler,
    reload: (sdl) => transports.change(subgraphsOf(sdl), () => planner.reload(sdl)),
    async stop() {
      await server.stop();
      await Promise.all(Object.values(transports.record).map((transport) => transport.close()));
    },
  };
}

/** The subgraphs of a supergraph. Throws for one whose address it does not give. */
function subgraphsOf(supergraphSdl: string): NamedSubgraph[] {
  return [...readForeignSupergraph(supergraphSdl).supergraph.subgraphsMetadata()].map(({ name, url }) => {
    if (!URL.canParse(url)) throw new Error(`The supergraph gives no URL for the subgraph "${name}": compose it with one.`);
    return { name, url };
  });
}

/** `npm run router`: serves the supergraph that the environment names until SIGTERM. */
async function main(): Promise<void> {
  const env = readStandaloneEnv(process.env);
  const logger = createLogger({ service: 'router', level: env.LOG_LEVEL });
  const path = resolve(env.INIT_CWD, env.SUPERGRAPH_PATH);
  const supergraphSdl = readFileSync(path, 'utf8');
  const standalone = await createStandalone({ supergraphSdl, logger });
  const server = createServer();
  const drain = createDrain(server, drainTimes);
  server.on('request', drain.over(standalone.handler));
  const file = followSupergraph({ path, supergraphSdl, use: standalone.reload, logger });
  // In a terminal it says that the terminal is closed.
  if (!process.stdin.isTTY) process.on('SIGHUP', file.check);

  // Whoever ends the whole group tells us twice: once themselves, once through the command that started us.
  const stop = () => {
    file.stop();
    void drain.start().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);

  await new Promise<void>((ready, fail) => server.once('error', fail).listen(env.PORT, ready));
  const address = server.address();
  process.stdout.write(`Ready on http://localhost:${typeof address === 'object' && address ? address.port : env.PORT}/graphql\n`);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
