import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createRedisBus } from '@atelier/service-kit/activity';
import { addressOf } from '@atelier/service-kit/addresses';
import { createLogger } from '@atelier/service-kit/log';
import { createViewerSigner } from '@atelier/service-kit/viewer';
import { readEnv } from './env.ts';
import { createFleet } from './fleet.ts';
import { createRouter } from './router.ts';
import { subgraphsOf } from './supergraph.ts';
import { overHttp } from './transport.ts';

const env = readEnv(process.env);
const logger = createLogger({ service: 'router', level: env.LOG_LEVEL });
const signer = createViewerSigner(env.ATELIER_VIEWER_PRIVATE_KEY);
const bus = createRedisBus(env.REDIS_URL, logger);
const now = () => new Date();
const urlOf = (subgraph: string) => addressOf(env, subgraph);
const fleet = createFleet({ urlOf, signer, bus, now });
const supergraphSdl = readFileSync(join(import.meta.dirname, '../../supergraph.graphql'), 'utf8');

const router = await createRouter({
  supergraphSdl,
  transports: Object.fromEntries(subgraphsOf(supergraphSdl).map((name) => [name, overHttp({ url: `${urlOf(name)}/graphql` })])),
  viewers: fleet.viewers,
  history: fleet.history,
  signer,
  bus,
  logger,
  publicUrl: env.PUBLIC_URL.replace(/\/+$/, ''),
  mode: 'fleet',
  now,
});

const toAccounts = fleet.passOn('accounts');
const server = createServer((request, response) => {
  if (/^\/(auth|p|media)(\/|\?|$)/.test(request.url ?? '')) toAccounts(request, response);
  else router.app(request, response);
});
router.attach(server);
server.listen(env.PORT, () => logger.info({ port: env.PORT }, 'ready'));

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    server.close();
    await router.stop();
    await Promise.all([fleet.close(), bus.close()]);
    process.exit(0);
  });
}
