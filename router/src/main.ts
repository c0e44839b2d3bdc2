import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createRedisBus } from '@atelier/service-kit/activity';
import { addressOf } from '@atelier/service-kit/addresses';
import { createLogger } from '@atelier/service-kit/log';
import { startTracing } from '@atelier/service-kit/tracing';
import { createRedisVersions } from '@atelier/service-kit/versions';
import { createViewerSigner } from '@atelier/service-kit/viewer';
import { createDrain } from './drain.ts';
import { createEdge } from './edge.ts';
import { readEnv } from './env.ts';
import { createFleet } from './fleet.ts';
import { openMetrics } from './observe/scrape.ts';
import { readManifest } from './protect/documents.ts';
import { protectSettings } from './protect/settings.ts';
import { createRouter } from './router.ts';
import { subgraphsOf } from './supergraph.ts';
import { followSupergraph } from './supergraph-file.ts';
import { createTransportSet, endpointOf, overHttp } from './transports/index.ts';

const env = readEnv(process.env);
const logger = createLogger({ service: 'router', level: env.LOG_LEVEL });
const signer = createViewerSigner(env.ATELIER_VIEWER_PRIVATE_KEY);
const bus = createRedisBus(env.REDIS_URL, logger);
const versions = createRedisVersions(env.REDIS_URL, logger);
const now = () => new Date();
const urlOf = (subgraph: string) => addressOf(env, subgraph);
const fleet = createFleet({ urlOf, signer, bus, now });
const publicUrl = env.PUBLIC_URL.replace(/\/+$/, '');
const path = env.SUPERGRAPH_PATH ?? join(import.meta.dirname, '../../supergraph.graphql');
const supergraphSdl = readFileSync(path, 'utf8');

const namedIn = (sdl: string) => subgraphsOf(sdl).map((name) => ({ name, url: endpointOf(urlOf(name)) }));
let subgraphs = subgraphsOf(supergraphSdl);
const transports = createTransportSet({
  subgraphs: namedIn(supergraphSdl),
  make: ({ name, url }) =>
    overHttp({ url, onBreaker: (state) => logger.warn({ subgraph: name, state }, 'the breaker of a subgraph has changed') }),
});

const scraped = await openMetrics(env);
const tracing = await startTracing(env);
const router = await createRouter({
  supergraphSdl,
  transports: transports.record,
  viewers: fleet.viewers,
  history: fleet.history,
  signer,
  bus,
  cache: env.ROUTER_CACHE_MB > 0 ? { versions, maxBytes: env.ROUTER_CACHE_MB * 1024 * 1024 } : undefined,
  trustedProxies: env.TRUST_PROXY,
  protect: protectSettings(env),
  trustedDocuments: readManifest(readFileSync(env.TRUSTED_DOCUMENTS_PATH ?? join(import.meta.dirname, '../../web/documents.json'), 'utf8')),
  redisUrl: env.REDIS_URL,
  metrics: scraped?.metrics,
  tracing,
  logger,
  publicUrl,
  mode: 'fleet',
  now,
});

const edge = createEdge({
  router: router.app,
  isReady: () => fleet.areReady(subgraphs),
  routes: Object.fromEntries(Object.entries(env.ROUTES).map(([path, subgraph]) => [path, fleet.passOn(subgraph)])),
  pages: fleet.passOn('web'),
  trustedProxies: env.TRUST_PROXY,
  isSecure: publicUrl.startsWith('https:'),
});
const server = createServer();
const drain = createDrain(server, { delayMs: env.DRAIN_DELAY_MS, timeoutMs: env.DRAIN_TIMEOUT_MS });
server.on('request', drain.over(edge));
// Against clients that hold a connection and say nothing.
server.headersTimeout = 10_000;
server.requestTimeout = 60_000;
router.attach(server);
server.listen(env.PORT, () => logger.info({ port: env.PORT }, 'ready'));

const file = followSupergraph({
  path,
  supergraphSdl,
  logger,
  use(sdl) {
    transports.change(namedIn(sdl), () => router.reload(sdl));
    subgraphs = subgraphsOf(sdl);
  },
});
process.on('SIGHUP', file.check);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    file.stop();
    // What holds on longer than this is cut off, before whoever stopped us does it without asking.
    setTimeout(() => process.exit(0), env.DRAIN_DELAY_MS + env.DRAIN_TIMEOUT_MS + 500).unref();
    await drain.start(() => void router.endStreams());
    await router.stop();
    await Promise.all([fleet.close(), bus.close(), versions.close(), tracing?.stop(), scraped?.close()]);
    process.exit(0);
  });
}
