import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExecutionResult, Kind, parse } from 'graphql';
import type { JWK } from 'jose';
import { z } from 'zod';
import { createRedisBus } from './activity.ts';
import { addressesShape, addressOf } from './addresses.ts';
import { unavailable } from './errors.ts';
import { exportPath, receiveRows } from './export/http.ts';
import type { ExportDescription, ExportSubject } from './export.ts';
import { createLogger } from './log.ts';
import { createPeers, type Peer } from './peers.ts';
import { serveSubgraph, TRACE_HEADER } from './serve.ts';
import type { SubgraphFactory } from './subgraph.ts';
import { startTracing, tracingShape } from './tracing.ts';
import { createRedisVersions } from './versions.ts';
import { createViewerSigner, createViewerVerifier, VIEWER_HEADER, type ViewerSigner } from './viewer.ts';

const jwk = z.string().transform((text) => JSON.parse(text) as JWK);

const environment = z.object({
  /** A number, or the path of a Unix socket. */
  PORT: z.union([z.coerce.number().int(), z.string().startsWith('/')]).default(4001),
  /** Of the subgraph's own login role. */
  DATABASE_URL: z.url(),
  REDIS_URL: z.url(),
  PUBLIC_URL: z.url(),
  /** Ed25519, as JWK. */
  ATELIER_VIEWER_PRIVATE_KEY: jwk,
  ATELIER_VIEWER_PUBLIC_KEY: jwk,
  ATELIER_INSTALLATION_ID: z.string().regex(/^[0-9a-f]{8}$/),
  ...addressesShape.shape,
  ...tracingShape.shape,
  LOG_LEVEL: z.string().default('info'),
});

const TIMEOUT_MS = 10_000;

/** Another subgraph behind HTTP. What it owns is read from its published schema, which every image carries. */
export function createHttpPeer(options: { name: string; url: string; schemaFile: string; signer: ViewerSigner }): Peer {
  const { name, url, signer } = options;
  const post = async (path: string, headers: Record<string, string>, body: unknown): Promise<unknown> => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null);
    if (!response?.ok) throw unavailable(`The domain ${name}`);
    return response.json();
  };
  const tokenFor = ({ studioId }: ExportSubject) => signer.sign({ kind: 'service', service: 'export', studioId });
  return {
    name,
    owns: ownedTypes(readFileSync(options.schemaFile, 'utf8')),
    subscribesTo: 'unknown',
    async execute({ viewerToken, traceId, ...body }) {
      return (await post('/graphql', { [VIEWER_HEADER]: viewerToken, [TRACE_HEADER]: traceId }, body)) as ExecutionResult;
    },
    async deliver(event) {
      const token = await signer.sign({ kind: 'service', service: event.source, studioId: event.studioId });
      await post('/internal/events', { [VIEWER_HEADER]: token }, event);
    },
    describeExport: async (subject) =>
      (await post(exportPath.describe, { [VIEWER_HEADER]: await tokenFor(subject) }, subject)) as ExportDescription,
    async exportRows(subject, take) {
      const headers = { [VIEWER_HEADER]: await tokenFor(subject) };
      await receiveRows({ url: url + exportPath.rows, headers, subject, take, domain: `The domain ${name}` });
    },
  };
}

/** The types of a schema that implement Node. */
function ownedTypes(sdl: string): string[] {
  return parse(sdl, { noLocation: true }).definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.interfaces?.some((each) => each.name.value === 'Node') ? [node.name.value] : [],
  );
}

/** Runs one subgraph of the fleet until SIGTERM: the whole of a subgraph's `main.ts`. `directory` is the subgraph's folder. */
export async function runSubgraph(directory: string, name: string, createSubgraph: SubgraphFactory): Promise<void> {
  const env = environment.parse(process.env);
  const logger = createLogger({ service: name, level: env.LOG_LEVEL });
  const signer = createViewerSigner(env.ATELIER_VIEWER_PRIVATE_KEY);
  const verifier = createViewerVerifier(env.ATELIER_VIEWER_PUBLIC_KEY);
  const bus = createRedisBus(env.REDIS_URL, logger);
  const versions = createRedisVersions(env.REDIS_URL, logger);
  const tracing = await startTracing(env);
  const peers: Peer[] = readdirSync(join(directory, '..'))
    .filter((other) => other !== name)
    .map((other) =>
      createHttpPeer({
        name: other,
        url: addressOf(env, other),
        schemaFile: join(directory, '..', other, 'schema.graphql'),
        signer,
      }),
    );
  const subgraph = createSubgraph({
    databaseUrl: env.DATABASE_URL,
    verifier,
    signer,
    bus,
    versions,
    peers: createPeers(peers),
    logger,
    tracing,
    now: () => new Date(),
    env: process.env,
    publicUrl: env.PUBLIC_URL.replace(/\/$/, ''),
    dataDir: null,
    installationId: env.ATELIER_INSTALLATION_ID,
    mode: 'fleet',
  });
  peers.push(subgraph);
  const served = await serveSubgraph({ subgraph, verifier, port: env.PORT });
  logger.info({ port: served.port }, 'ready');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void served
        .stop()
        .then(() => Promise.all([bus.close(), versions.close(), tracing?.stop()]))
        .then(() => process.exit(0));
    });
  }
}
