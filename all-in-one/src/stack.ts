import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ProtectSettings, readManifest } from '@atelier/router/protect';
import { createRouter, type Router, type RouterOptions } from '@atelier/router/router';
import { inProcess } from '@atelier/router/transport';
import { createMemoryBus, createRedisBus, parseChannel } from '@atelier/service-kit/activity';
import type { Logger } from '@atelier/service-kit/log';
import { discoverSchemas, isSecond, migrateAll, roleOf, roleUrl, urlVariable } from '@atelier/service-kit/migrate';
import { createPeers } from '@atelier/service-kit/peers';
import type { Subgraph, SubgraphFactory } from '@atelier/service-kit/subgraph';
import { createMemoryVersions, createRedisVersions } from '@atelier/service-kit/versions';
import { createViewerSigner, createViewerVerifier } from '@atelier/service-kit/viewer';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import type { RequestHandler } from 'express';
import type { Secrets } from './secrets.ts';

/** The names of all subgraphs of the checkout: the folders in `subgraphs`. */
export async function subgraphNames(checkout: string): Promise<string[]> {
  const entries = await readdir(join(checkout, 'subgraphs'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The names of all schemas of the checkout; each has a login role and a password. */
export async function schemaNames(checkout: string): Promise<string[]> {
  return (await discoverSchemas(checkout)).map(({ name }) => name);
}

/** The connection string of a schema's login role, in a database that `migrate` prepared. */
export const schemaUrl = (adminUrl: string, secrets: Secrets, schema: string): string =>
  roleUrl(adminUrl, roleOf(schema), secrets.subgraphPasswords[schema] ?? '');

/**
 * Brings the database's schemas, roles and grants up to this checkout's.
 * @throws MigrationError with one sentence to show
 */
export async function migrate(checkout: string, adminUrl: string, secrets: Secrets, onProgress: (line: string) => void): Promise<void> {
  const schemas = await discoverSchemas(checkout);
  await migrateAll({
    adminUrl,
    subgraphs: schemas.map((schema) => ({ ...schema, role: roleOf(schema.name), password: secrets.subgraphPasswords[schema.name] ?? '' })),
    onProgress,
  });
}

/** The second schemas of subgraphs, as the environment names them: `ACCOUNTS_AUTH_DATABASE_URL`. */
async function secondSchemas(checkout: string, schemaUrl: (schema: string) => string): Promise<Record<string, string>> {
  const found = (await discoverSchemas(checkout)).filter(isSecond);
  return Object.fromEntries(found.map((schema) => [urlVariable(schema), schemaUrl(schema.name)]));
}

export interface StackOptions {
  checkout: string;
  /** The connection string of a schema's login role. */
  schemaUrl: (schema: string) => string;
  secrets: Pick<Secrets, 'viewerKey' | 'authSecret' | 'installationId'>;
  publicUrl: string;
  dataDir: string;
  logger: Logger;
  env: Readonly<Record<string, string | undefined>>;
  now: () => Date;
  /** Whether only this machine reaches it: then mails may stay here, and be read in the browser. */
  isPrivate: boolean;
  /** Proxies whose word on a client's address counts. */
  trustedProxies?: readonly string[];
  /** How the router guards itself; as an installation of one's own does where nothing is said. */
  protect?: ProtectSettings;
  /** What Prometheus is told. */
  metrics?: RouterOptions['metrics'];
  /** Where traces go. */
  tracing?: RouterOptions['tracing'];
  /** Memory for kept answers; 0 keeps none. Default 64 MiB. */
  cacheBytes?: number;
  /** Carries live updates between processes; without it they stay in this one. */
  redisUrl?: string;
}

/** Every subgraph and the router in this process. */
export interface Stack {
  router: Router;
  subgraphs: readonly Subgraph[];
  /** Plain HTTP of the subgraphs: sign-in, the client's link, pictures, the mail outbox. */
  routes: RequestHandler;
  /** Counted since the start, over all subgraphs: transactions begun and statements sent. */
  stats(): { begins: number; statements: number };
  /** Ends the subgraphs; stop the router first. */
  stop(): Promise<void>;
}

const MIB = 1024 * 1024;
const CACHE_BYTES = 64 * MIB;

/** The room for kept answers as the environment says it, in MiB. Throws for what is no number. */
export function readCacheBytes(given: string | undefined): number {
  if (given === undefined || given === '') return CACHE_BYTES;
  const size = Number(given);
  if (!(size >= 0)) throw new Error('ROUTER_CACHE_MB is a number of MiB; 0 keeps no answers.');
  return Math.floor(size * MIB);
}

/** Starts every subgraph and the router over a migrated database. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { checkout, schemaUrl, secrets, logger } = options;
  const signer = createViewerSigner(secrets.viewerKey.privateKey);
  const verifier = createViewerVerifier(secrets.viewerKey.publicKey);
  const bus = options.redisUrl ? createRedisBus(options.redisUrl, logger) : createMemoryBus();
  const versions = options.redisUrl ? createRedisVersions(options.redisUrl, logger) : createMemoryVersions();
  const subgraphs: Subgraph[] = [];
  const peers = createPeers(subgraphs);
  const names = await subgraphNames(checkout);
  const env = {
    BETTER_AUTH_SECRET: secrets.authSecret,
    ...(await secondSchemas(checkout, schemaUrl)),
    ...options.env,
  };
  for (const name of names) {
    const module = (await import(pathToFileURL(join(checkout, 'subgraphs', name, 'src', 'subgraph.ts')).href)) as {
      createSubgraph: SubgraphFactory;
    };
    subgraphs.push(
      module.createSubgraph({
        databaseUrl: schemaUrl(name),
        verifier,
        signer,
        bus,
        versions,
        peers,
        logger: logger.child({ subgraph: name }),
        tracing: options.tracing,
        now: options.now,
        env,
        publicUrl: options.publicUrl,
        dataDir: options.dataDir,
        installationId: secrets.installationId,
        mode: 'embedded',
      }),
    );
  }
  const router = await createRouter({
    supergraphSdl: await readFile(join(checkout, 'supergraph.graphql'), 'utf8'),
    transports: Object.fromEntries(subgraphs.map((subgraph) => [subgraph.name, inProcess(subgraph)])),
    viewers: viewerSourceOf(subgraphs),
    signer,
    bus,
    cache: options.cacheBytes === 0 ? undefined : { versions, maxBytes: options.cacheBytes ?? CACHE_BYTES },
    trustedProxies: options.trustedProxies,
    protect: options.protect,
    trustedDocuments: readManifest(await readFile(join(checkout, 'web', 'documents.json'), 'utf8')),
    redisUrl: options.redisUrl,
    history: historyOf(subgraphs),
    metrics: options.metrics,
    tracing: options.tracing,
    logger: logger.child({ service: 'router' }),
    publicUrl: options.publicUrl,
    mode: 'embedded',
    isReady: () => allReady(subgraphs),
    now: options.now,
  });
  for (const subgraph of subgraphs) await subgraph.start();
  return {
    router,
    subgraphs,
    routes: routesOf(subgraphs, options.isPrivate),
    stats: () => {
      const all = subgraphs.map((subgraph) => subgraph.stats());
      return {
        begins: all.reduce((sum, { begins }) => sum + begins, 0),
        statements: all.reduce((sum, { statements }) => sum + statements, 0),
      };
    },
    async stop() {
      await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
      await Promise.all([bus.close(), versions.close()]);
    },
  };
}

/** Whether every subgraph's database answers. */
const allReady = (subgraphs: readonly Subgraph[]): Promise<boolean> =>
  Promise.all(subgraphs.map((subgraph) => subgraph.isReady())).then((answers) => answers.every(Boolean));

/** The subgraph that knows who stands behind a cookie or a key. */
function viewerSourceOf(subgraphs: readonly Subgraph[]): ViewerSource {
  const source = subgraphs.find((subgraph): subgraph is Subgraph & { viewers: ViewerSource } => 'viewers' in subgraph);
  if (!source) throw new Error('No subgraph resolves viewers.');
  return source.viewers;
}

/** What a channel's listeners missed, from the subgraph that the channel names. */
function historyOf(subgraphs: readonly Subgraph[]): RouterOptions['history'] {
  return async (channel, after) => {
    const { source, studioId, subject } = parseChannel(channel);
    const owner = subgraphs.find(({ name }) => name === source);
    return owner ? owner.changes(studioId, subject, after) : 'resync';
  };
}

/** What is below `/dev` shows mails and their secret links: it is for this machine only. */
function routesOf(subgraphs: readonly Subgraph[], isPrivate: boolean): RequestHandler {
  const handlers = subgraphs.flatMap(({ routes }) => Object.entries(routes)).filter(([prefix]) => isPrivate || !prefix.startsWith('/dev'));
  return (request, response, next) => {
    const path = request.path;
    const found = handlers.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}.`));
    if (found) found[1](request, response, next);
    else next();
  };
}
