import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type Audience, createMemoryBus, type LiveBus, type LiveEvent, parseChannel } from '@atelier/service-kit/activity';
import { AppError, notFound } from '@atelier/service-kit/errors';
import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { createLogger } from '@atelier/service-kit/log';
import type { SubgraphRequest } from '@atelier/service-kit/peers';
import type { Revocation } from '@atelier/service-kit/revocations';
import type { Tracing } from '@atelier/service-kit/tracing';
import {
  anonymous,
  createViewerSigner,
  createViewerVerifier,
  type Role,
  studioOf,
  type Viewer,
  type ViewerVerifier,
} from '@atelier/service-kit/viewer';
import type { Credentials, ViewerSource } from '@atelier/service-kit/viewer-source';
import { execute, GraphQLError, parse } from 'graphql';
import { exportJWK, generateKeyPair } from 'jose';
import type { LiveSettings } from '../live/settings.ts';
import { createMetrics, type Metrics } from '../observe/metrics.ts';
import type { Manifest } from '../protect/documents.ts';
import { embeddedSettings, type ProtectSettings } from '../protect/settings.ts';
import { createRouter, type Router } from '../router.ts';
import { inProcess, type SubgraphTransport } from '../transports/index.ts';
import { composeSmall, documents } from './schema.ts';

/** A row of the small subgraphs. `seenBy` says who may see it; null means everybody of its studio. */
export interface Row {
  typename: string;
  uuid: string;
  studioId: string;
  seenBy: ((viewer: Viewer) => boolean) | null;
  fields: Record<string, unknown>;
}

/** A router over three real in-process subgraphs, on a real port. */
export interface World {
  url: string;
  router: Router;
  server: Server;
  rows: Map<string, Row>;
  studios: Record<'ink' | 'clay', string>;
  /** How often each subgraph was asked; `accounts.resolve` counts resolved viewers. */
  asked: Record<string, number>;
  /** Subgraphs that are down. */
  dead: Set<string>;
  /** What every request to a subgraph waits for, if anything. */
  hold: (() => Promise<void>) | null;
  /** Everything that was logged. */
  logs: string[];
  add(typename: string, studio: 'ink' | 'clay', fields?: Record<string, unknown>, seenBy?: Row['seenBy']): string;
  /** Writes to the log of a subject and publishes; `silent` is lost on the way. Returns the version. */
  emit(subject: string, entity: string, before: Audience[], after: Audience[], silent?: boolean): number;
  /** Resolves once a stream listens to the channel. */
  listening(channel: string): Promise<void>;
  /** Resolves once no stream listens to the channel any more. */
  left(channel: string): Promise<void>;
  /** Resolves once exactly so many streams run on the router: what is published from then on reaches each. */
  streams(count: number): Promise<void>;
  /** Publishes an event of the log a second time. */
  emitAgain(subject: string, version: number): void;
  /** Takes away the log of a subject, as time does. */
  forget(subject: string): void;
  /** Lets a cookie in: by studio slug, who it is there. */
  signIn(cookie: string, who: (slug: string | null, as: 'contact' | null) => Viewer): void;
  signOut(cookie: string, what: Revocation): void;
  /** Says that something about some viewers changed. */
  revoke(what: Revocation): void;
  stop(): Promise<void>;
}

/** Events kept of a channel. */
const mostLogged = 1_000;

/** A member of a studio as their cookie shows them. */
export const member = (studioId: string, role: Role = 'artist', memberId: string = uuidv7()): Viewer => ({
  kind: 'user',
  userId: uuidv7(),
  sessionId: uuidv7(),
  studio: { id: studioId, memberId, role },
});

export async function createWorld(
  options: {
    mode?: 'embedded' | 'fleet';
    now?: () => Date;
    live?: Partial<LiveSettings>;
    /** What differs from `embeddedSettings`: any document may be run unless this says otherwise. */
    protect?: Partial<ProtectSettings>;
    trustedDocuments?: Manifest;
    redisUrl?: string;
    metrics?: Metrics;
    tracing?: Tracing;
    /** Subgraphs that are something else than the small ones; null for one that is not. */
    transport?: (name: string, verifier: ViewerVerifier) => SubgraphTransport | null;
  } = {},
): Promise<World> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const signer = createViewerSigner(await exportJWK(privateKey));
  const verifier = createViewerVerifier(await exportJWK(publicKey));
  const studios = { ink: uuidv7(), clay: uuidv7() };
  const rows = new Map<string, Row>();
  const asked: Record<string, number> = {};
  const dead = new Set<string>();
  const logs: string[] = [];
  const cookies = new Map<string, (slug: string | null, as: 'contact' | null) => Viewer>();
  const listeners = new Set<(what: Revocation) => void>();
  const memory = createMemoryBus();
  const subscribed = new Map<string, PromiseWithResolvers<void>>();
  const departed = new Map<string, PromiseWithResolvers<void>>();
  const once = (promises: Map<string, PromiseWithResolvers<void>>) => (channel: string) => {
    const known = promises.get(channel) ?? Promise.withResolvers<void>();
    promises.set(channel, known);
    return known;
  };
  const [subscription, departure] = [once(subscribed), once(departed)];
  const bus: LiveBus = {
    ...memory,
    subscribe(channel, listener) {
      subscription(channel).resolve();
      const leave = memory.subscribe(channel, listener);
      return () => {
        leave();
        departure(channel).resolve();
      };
    },
  };
  let running = 0;
  const awaited = new Map<number, PromiseWithResolvers<void>>();
  const given = options.metrics ?? createMetrics({ withProcess: false });
  const metrics: Metrics = {
    ...given,
    subscriptions(change) {
      given.subscriptions(change);
      running += change;
      awaited.get(running)?.resolve();
      awaited.delete(running);
    },
  };
  const log = new Map<string, LiveEvent[]>();
  const forgotten = new Set<string>();

  const visible = (id: string, viewer: Viewer) => {
    const row = rows.get(id);
    return row && row.studioId === studioOf(viewer) && (row.seenBy === null || row.seenBy(viewer)) ? row : null;
  };
  const resolvers = smallResolvers(rows, visible);

  function transport(name: string): SubgraphTransport {
    const typeDefs = documents[name] ?? parse('');
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: (resolvers[name] ?? {}) as never }]);
    return inProcess({
      async execute(request: SubgraphRequest) {
        asked[name] = (asked[name] ?? 0) + 1;
        await world.hold?.();
        if (dead.has(name)) throw new Error(`connect ECONNREFUSED 10.0.0.7:5432 (${name})`);
        const viewer = await verifier.verify(request.viewerToken);
        const result = await execute({
          schema,
          document: parse(request.query),
          variableValues: request.variables,
          contextValue: { viewer },
        });
        if (!result.errors) return result;
        return { ...result, errors: result.errors.map(shown) };
      },
    });
  }

  const source: ViewerSource = {
    async resolve({ cookieHeader, studioSlug, as = null }: Credentials) {
      asked['accounts.resolve'] = (asked['accounts.resolve'] ?? 0) + 1;
      if (dead.has('accounts.resolve')) throw new Error('accounts is down');
      return cookies.get(cookieHeader ?? '')?.(studioSlug, as) ?? anonymous;
    },
    onRevoked(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const revoke = (what: Revocation) => {
    for (const listener of listeners) listener(what);
  };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const router = await createRouter({
    supergraphSdl: composeSmall(),
    transports: Object.fromEntries(
      ['projects', 'accounts', 'messaging'].map((name) => [name, options.transport?.(name, verifier) ?? transport(name)]),
    ),
    viewers: source,
    signer,
    bus,
    history: async (channel, after) =>
      forgotten.has(channel) ? 'resync' : (log.get(channel) ?? []).filter(({ version }) => version > after),
    logger: createLogger({ service: 'router', destination: { write: (line) => logs.push(line) } }),
    publicUrl: url,
    mode: options.mode ?? 'embedded',
    protect: { ...embeddedSettings, ...options.protect },
    trustedDocuments: options.trustedDocuments,
    redisUrl: options.redisUrl,
    metrics,
    tracing: options.tracing,
    live: { drainMs: 0, ...options.live },
    now: options.now ?? (() => new Date()),
  });
  server.on('request', router.app);
  router.attach(server);

  const world: World = {
    url,
    router,
    server,
    rows,
    studios,
    asked,
    dead,
    hold: null,
    logs,
    add(typename, studio, fields = {}, seenBy = null) {
      const uuid = uuidv7();
      const id = encodeId(typename, uuid);
      rows.set(id, { typename, uuid, studioId: studios[studio], seenBy, fields });
      return id;
    },
    emit(subject, entity, audienceBefore, audienceAfter, silent = false) {
      const channel = subject;
      const studioId = parseChannel(subject).studioId;
      const events = log.get(channel) ?? [];
      log.set(channel, events);
      const typename = rows.get(entity)?.typename ?? 'Task';
      const event: LiveEvent = {
        channel,
        studioId,
        version: (events.at(-1)?.version ?? 0) + 1,
        typename,
        id: decodeId(entity, typename),
        actor: null,
        audienceBefore,
        audienceAfter,
        at: new Date().toISOString(),
      };
      events.push(event);
      if (events.length > mostLogged) events.shift();
      if (!silent) bus.publish(event);
      return event.version;
    },
    listening: (channel) => subscription(channel).promise,
    left: (channel) => departure(channel).promise,
    streams(count) {
      if (running === count) return Promise.resolve();
      const known = awaited.get(count) ?? Promise.withResolvers<void>();
      awaited.set(count, known);
      return known.promise;
    },
    emitAgain(subject, version) {
      const event = log.get(subject)?.find((each) => each.version === version);
      if (event) bus.publish({ ...event });
    },
    forget: (subject) => void forgotten.add(subject),
    signIn: (cookie, who) => void cookies.set(cookie, who),
    signOut(cookie, what) {
      cookies.delete(cookie);
      revoke(what);
    },
    revoke,
    async stop() {
      await router.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await bus.close();
    },
  };
  return world;
}

function shown(error: GraphQLError): GraphQLError {
  const { originalError, path } = error;
  if (originalError instanceof AppError) return new GraphQLError(originalError.message, { path, extensions: { code: originalError.code } });
  return new GraphQLError(error.message, {
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at /srv/app/projects.ts:12'] },
  });
}

type Visible = (id: string, viewer: Viewer) => Row | null;

/** Every reference is answered by its owner for this viewer only; fields come from the row. */
function smallResolvers(rows: Map<string, Row>, visible: Visible): Record<string, unknown> {
  const reference = ({ id }: { id: string }, { viewer }: { viewer: Viewer }) => {
    const row = visible(id, viewer);
    return row ? { id, ...row.fields } : null;
  };
  const owned = { __resolveReference: reference };
  return {
    projects: {
      Project: owned,
      Task: owned,
      Query: {
        project: (_: unknown, args: { id: string }, context: { viewer: Viewer }) => {
          const found = reference(args, context);
          if (!found) throw notFound();
          return found;
        },
        projects: (_: unknown, _args: unknown, { viewer }: { viewer: Viewer }) =>
          [...rows].filter(([id, row]) => row.typename === 'Project' && visible(id, viewer)).map(([id, row]) => ({ id, ...row.fields })),
        page: (_: unknown, { first }: { first: number }, { viewer }: { viewer: Viewer }) =>
          [...rows]
            .filter(([id, row]) => row.typename === 'Project' && visible(id, viewer))
            .slice(0, first)
            .map(([id, row]) => ({ id, ...row.fields, page: [] })),
        ledger: () => [],
        viewerKind: (_: unknown, _args: unknown, { viewer }: { viewer: Viewer }) => viewer.kind,
        broken: () => {
          throw new Error('duplicate key value violates "projects_pkey" at db-1.internal');
        },
      },
      Mutation: {
        renameProject: (_: unknown, { id, name }: { id: string; name: string }, context: { viewer: Viewer }) => {
          const row = visible(id, context.viewer);
          if (!row) throw notFound();
          row.fields.name = name;
          return reference({ id }, context);
        },
      },
    },
    accounts: { Studio: owned, Member: owned, Contact: owned, Query: { studioName: () => 'Ink' } },
    messaging: { Project: { __resolveReference: ({ id }: { id: string }) => ({ id, unread: 3 }) }, Query: { unreadTotal: () => 7 } },
  };
}
