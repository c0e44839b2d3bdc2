import { generateKeyPairSync } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMemoryBus, type LiveEvent } from '@atelier/service-kit/activity';
import { createLogger } from '@atelier/service-kit/log';
import { discoverSchemas } from '@atelier/service-kit/migrate';
import { createPeers, type DomainEvent, type Peer } from '@atelier/service-kit/peers';
import type { Runtime, Subgraph, SubgraphFactory } from '@atelier/service-kit/subgraph';
import { createMemoryVersions } from '@atelier/service-kit/versions';
import { createViewerSigner, createViewerVerifier, type Viewer } from '@atelier/service-kit/viewer';
import { type TestDatabase, testDatabase } from './database.ts';

/** What an operation answered. */
export interface Answer {
  data: Record<string, unknown> | null | undefined;
  /** `extensions.code` of each error. */
  codes: unknown[];
  messages: string[];
}

/** One domain, running on a database of its own. */
export interface RunningSubgraph {
  db: TestDatabase;
  subgraph: Subgraph;
  runtime: Runtime;
  /** The moment that the domain takes for now; a test may move it. */
  clock: { now: Date };
  /** The live events that were published, in order. */
  published: LiveEvent[];
  /** Asks as somebody; the answer is plain JSON. */
  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Reads an entity as the router does: `entity(viewer, 'Client', id, '{ name }')`. Null where the viewer does not see it. */
  entity(viewer: Viewer, typename: string, id: string, selection: string): Promise<Record<string, unknown> | null>;
  /** Ends jobs and connections, and removes the database. */
  stop(): Promise<void>;
}

export interface SubgraphTestOptions {
  /** The folder under `subgraphs/`. */
  name: string;
  createSubgraph: SubgraphFactory;
  /** Stand-ins for the domains that it asks. */
  peers?: readonly Peer[];
  /** What differs from an embedded start. */
  runtime?: Partial<Runtime> | ((db: TestDatabase) => Partial<Runtime>);
}

const SUBGRAPHS = fileURLToPath(new URL('../../../subgraphs/', import.meta.url));

/** Runs one domain; its jobs start with `subgraph.start()`. Stop it in `afterAll`. */
export async function startSubgraph(options: SubgraphTestOptions): Promise<RunningSubgraph> {
  const { name } = options;
  const schemas = await discoverSchemas(join(SUBGRAPHS, '..'));
  const db = await testDatabase(schemas.filter(({ migrationsDir }) => dirname(migrationsDir) === join(SUBGRAPHS, name)));
  const keys = generateKeyPairSync('ed25519');
  const signer = createViewerSigner(keys.privateKey.export({ format: 'jwk' }));
  const bus = createMemoryBus();
  const published: LiveEvent[] = [];
  const clock = { now: new Date('2026-11-22T09:30:00Z') };
  const runtime: Runtime = {
    databaseUrl: db.url(name),
    verifier: createViewerVerifier(keys.publicKey.export({ format: 'jwk' })),
    signer,
    bus: {
      ...bus,
      publish(event) {
        published.push(event);
        return bus.publish(event);
      },
    },
    versions: createMemoryVersions(),
    peers: createPeers(options.peers ?? []),
    logger: createLogger({ service: name, level: 'silent' }),
    now: () => clock.now,
    env: {},
    publicUrl: 'http://localhost:4000',
    dataDir: null,
    installationId: 'test',
    mode: 'embedded',
    ...(typeof options.runtime === 'function' ? options.runtime(db) : options.runtime),
  };
  const subgraph = options.createSubgraph(runtime);

  const ask: RunningSubgraph['ask'] = async (viewer, query, variables) => {
    const result = await subgraph.execute({ query, variables, viewerToken: await signer.sign(viewer), traceId: 'test' });
    const errors = result.errors ?? [];
    return {
      // graphql-js answers with objects that have no prototype.
      data: result.data && (JSON.parse(JSON.stringify(result.data)) as Record<string, unknown>),
      codes: errors.map((error) => error.extensions.code),
      messages: errors.map((error) => error.message),
    };
  };
  return {
    db,
    subgraph,
    runtime,
    clock,
    published,
    ask,
    async entity(viewer, typename, id, selection) {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typename} ${selection} } }`;
      const { data } = await ask(viewer, query, { r: [{ __typename: typename, id }] });
      return (data?._entities as (Record<string, unknown> | null)[] | undefined)?.[0] ?? null;
    },
    async stop() {
      await subgraph.stop();
      await bus.close();
      await db.drop();
    },
  };
}

/** A stand-in for another domain: answers entities from a table, and keeps what it was told. */
export function standIn(options: {
  name: string;
  owns: readonly string[];
  subscribesTo?: readonly string[];
  /** The fields of an entity; null where the viewer does not see it. The token says who asks: see `runtime.verifier`. */
  entity(typename: string, id: string, viewerToken: string): Record<string, unknown> | null | Promise<Record<string, unknown> | null>;
}): Peer & { events: DomainEvent[] } {
  const events: DomainEvent[] = [];
  return {
    name: options.name,
    owns: options.owns,
    subscribesTo: options.subscribesTo ?? [],
    events,
    async execute({ variables, viewerToken }) {
      const asked = (variables?.representations ?? []) as { __typename: string; id: string }[];
      return { data: { _entities: await Promise.all(asked.map(({ __typename, id }) => options.entity(__typename, id, viewerToken))) } };
    },
    async deliver(event) {
      events.push(event);
    },
    describeExport: async () => ({ tables: [], leftOut: [] }),
    exportRows: async () => undefined,
  };
}
