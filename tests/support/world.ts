import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { openEdge } from '@atelier/all-in-one/edge';
import { builtPages } from '@atelier/all-in-one/pages';
import { findFreePort } from '@atelier/all-in-one/ports';
import { toViewerKey } from '@atelier/all-in-one/secrets';
import { seedDemo } from '@atelier/all-in-one/seed';
import { type Stack, type StackOptions, startStack } from '@atelier/all-in-one/stack';
import { builtWeb } from '@atelier/all-in-one/web-build';
import { embeddedSettings, type ProtectSettings } from '@atelier/router/protect';
import { createLogger } from '@atelier/service-kit/log';
import { createViewerSigner } from '@atelier/service-kit/viewer';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import { type TestDatabase, testDatabase } from '@atelier/testing';
import { Person } from './person.ts';

export const CHECKOUT = resolve(import.meta.dirname, '../..');

/** The moment at which the demo studios' stories stand. */
export const DEMO_NOW = new Date('2026-11-22T09:30:00Z');

/** The whole product on a database of its own, as `npm start` runs it. */
export interface World {
  url: string;
  stack: Stack;
  db: TestDatabase;
  secrets: StackOptions['secrets'];
  /** Where pictures are kept. */
  dataDir: string;
  /** Somebody who is not signed in. */
  stranger(): Person;
  /** Signs somebody of the demo studios in. `studio` is the slug of the studio that they act in. */
  signIn(email: string, studio: string | null): Promise<Person>;
  /** Who the product takes a person for, signed as the router does for a subgraph. */
  viewerToken(person: Person): Promise<string>;
  stop(): Promise<void>;
}

export interface WorldOptions {
  /** Serve the built pages, for tests in a browser. */
  pages?: boolean;
  /** What differs in how the router guards itself from what an installation of one's own has. */
  protect?: Partial<ProtectSettings>;
  /** Memory for answers that are kept, in bytes; 0 keeps none. */
  cacheBytes?: number;
  /** Carry live updates over this Redis. */
  redisUrl?: string;
  /** What the product takes for the present; the real time when left out. */
  now?: () => Date;
  /** Another process of the same installation: over its database, with its secrets and its files. Stop this one first. */
  beside?: World;
  /** More of the environment, as an operator sets it. */
  env?: Readonly<Record<string, string>>;
  /** Takes all that is logged, down to the smallest thing; without it nothing is. */
  logs?: NodeJS.WritableStream;
}

/** Starts the product with the demo studios. Stop it in `afterAll`. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { db, dataDir, secrets } = options.beside ?? (await newInstallation());
  const port = await findFreePort('127.0.0.1');
  const url = `http://localhost:${port}`;
  const stack = await startStack({
    checkout: CHECKOUT,
    schemaUrl: (schema) => db.url(schema),
    secrets,
    publicUrl: url,
    dataDir,
    logger: options.logs
      ? createLogger({ service: 'test', level: 'trace', destination: options.logs })
      : createLogger({ service: 'test', level: process.env.LOG_LEVEL ?? 'silent' }),
    env: options.env ?? {},
    now: options.now ?? (() => new Date()),
    isPrivate: true,
    ...(options.protect ? { protect: { ...embeddedSettings, ...options.protect } } : {}),
    ...(options.cacheBytes === undefined ? {} : { cacheBytes: options.cacheBytes }),
    ...(options.redisUrl ? { redisUrl: options.redisUrl } : {}),
  });
  const web = options.pages ? await builtWeb(CHECKOUT, join(CHECKOUT, '.cache', 'web'), () => undefined) : null;
  const edge = await openEdge({
    stack,
    host: '127.0.0.1',
    port,
    pages: async () => ({ handler: web === null ? (_request, response) => void response.sendStatus(404) : builtPages(web) }),
  });
  return {
    url,
    stack,
    db,
    secrets,
    dataDir,
    stranger: () => new Person(url, null),
    async signIn(email, studio) {
      const person = new Person(url, studio);
      const answer = await person.post('/auth/sign-in/email', { email, password: DEMO_PASSWORD });
      if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
      return person;
    },
    async viewerToken(person) {
      const accounts = stack.subgraphs.find((subgraph): subgraph is typeof subgraph & { viewers: ViewerSource } => 'viewers' in subgraph);
      const viewer = await accounts?.viewers.resolve({ ...person.credentials(), address: null, userAgent: null });
      if (!viewer) throw new Error('Nobody resolves viewers.');
      return createViewerSigner(secrets.viewerKey.privateKey).sign(viewer);
    },
    async stop() {
      await edge.close();
      await stack.stop();
      if (options.beside) return;
      await db.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A database with the demo studios, secrets and a folder, as a first start makes them. */
async function newInstallation(): Promise<Pick<World, 'db' | 'dataDir' | 'secrets'>> {
  const db = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'atelier-world-'));
  await seedDemo({ checkout: CHECKOUT, adminUrl: db.adminUrl, dataDir, now: DEMO_NOW });
  return {
    db,
    dataDir,
    secrets: {
      installationId: randomBytes(4).toString('hex'),
      authSecret: randomBytes(32).toString('base64url'),
      viewerKey: toViewerKey(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
    },
  };
}
