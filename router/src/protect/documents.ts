import { createHash } from 'node:crypto';
import type { Viewer } from '@atelier/service-kit/viewer';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Buckets } from './buckets.ts';
import type { ProtectSettings } from './settings.ts';

/** What a request says about its document. */
export interface DocumentRequest {
  query: string | undefined;
  /** `extensions` of the request: `persistedQuery { version: 1, sha256Hash }` names a document by its hash. */
  extensions: unknown;
  viewer: Viewer;
  /** Whether the client asked to run a document of its own, by a header that no foreign page can send. */
  asksForOpen: boolean;
}

/** The text of a document, and the hash to register it under once it turned out to be valid. */
export interface FoundDocument {
  query: string;
  register: string | null;
}

/** Texts by hash. A failing one is an empty one. */
export interface TextStore {
  get(hash: string): Promise<string | null>;
  set(hash: string, text: string, seconds: number): Promise<void>;
}

/** Finds out which document a request means, and whether its viewer may run it. */
export interface Documents {
  /** @throws PERSISTED_QUERY_NOT_FOUND, BAD_USER_INPUT, FORBIDDEN */
  find(request: DocumentRequest): Promise<FoundDocument> | FoundDocument;
  /**
   * Keeps a valid document under its hash, within the viewer's quota; beyond it, the client goes on sending its text.
   * @param who names the viewer: see `bucketName`
   */
  register(hash: string, query: string, who: string): void;
}

/** Documents of our own pages: their texts by SHA-256. */
export type Manifest = Readonly<Record<string, string>>;

const persisted = z.object({ persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) }) });

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Reads the manifest that the web's build writes.
 * @throws when a text does not have the hash that it stands under
 */
export function readManifest(json: string): Manifest {
  const manifest = z.record(z.string(), z.string()).parse(JSON.parse(json));
  for (const [hash, text] of Object.entries(manifest))
    if (hashOf(text) !== hash) throw new Error(`The document ${hash} was changed by hand.`);
  return manifest;
}

/**
 * @param trusted documents of our own pages
 * @param store documents that other versions of our pages and other clients have brought
 */
export function createDocumentFinder(options: {
  settings: Pick<ProtectSettings, 'trustedDocuments' | 'registered'>;
  trusted: Manifest;
  store: { trusted: TextStore; registered: TextStore };
  buckets: Buckets;
}): Documents {
  const { settings, trusted, store, buckets } = options;
  const { seconds, quota } = settings.registered;

  async function findElsewhere(hash: string, isOpen: boolean): Promise<FoundDocument> {
    const query = (await store.trusted.get(hash)) ?? (isOpen ? await store.registered.get(hash) : null);
    if (query === null || hashOf(query) !== hash) throw notFound();
    return { query, register: null };
  }

  async function findForeign(query: string, hash: string, viewer: Viewer): Promise<FoundDocument> {
    if ((await store.trusted.get(hash)) === null) throw closed(viewer);
    return { query, register: null };
  }

  return {
    find({ query, extensions, viewer, asksForOpen }) {
      const hash = hashIn(extensions);
      const isOpen = settings.trustedDocuments === 'preferred' || viewer.kind === 'apiKey' || (asksForOpen && isMember(viewer));
      if (query === undefined || query === '') {
        if (hash === null) throw badInput('Send a document as `query`, or its hash in `extensions.persistedQuery`.');
        const text = Object.hasOwn(trusted, hash) ? trusted[hash] : undefined;
        return text === undefined ? findElsewhere(hash, isOpen) : { query: text, register: null };
      }
      if (hash === null && isOpen) return { query, register: null };
      const actual = hashOf(query);
      if (hash !== null && hash !== actual)
        throw badInput('The hash is not that of the document: send the SHA-256 of `query`, in hexadecimals.');
      if (Object.hasOwn(trusted, actual)) return { query, register: null };
      return isOpen ? { query, register: hash } : findForeign(query, actual, viewer);
    },
    register(hash, query, who) {
      const keep = ({ isTaken }: { isTaken: boolean }) => (isTaken ? store.registered.set(hash, query, seconds) : undefined);
      const taken = buckets.take({ name: `documents:${who}`, ...quota }, 1);
      if (taken instanceof Promise) void taken.then(keep);
      else void keep(taken);
    },
  };
}

const isMember = (viewer: Viewer) => viewer.kind === 'user' && viewer.studio !== null;

function hashIn(extensions: unknown): string | null {
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions)) return null;
  const read = persisted.safeParse(extensions);
  if (!read.success) throw badInput('`extensions.persistedQuery` is `{ "version": 1, "sha256Hash": "<64 hexadecimals>" }`.');
  return read.data.persistedQuery.sha256Hash;
}

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
/** As Apollo's clients expect it, word for word. */
const notFound = () =>
  new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 200 } } });
const closed = ({ kind }: Viewer) =>
  new GraphQLError('Here, only documents of our own pages are run. For documents of your own, use an API key.', {
    extensions: kind === 'anonymous' ? { code: 'UNAUTHENTICATED', http: { status: 401 } } : { code: 'FORBIDDEN', http: { status: 403 } },
  });
