import { createHash } from 'node:crypto';
import { unavailable } from '@atelier/service-kit/errors';
import type { Logger } from '@atelier/service-kit/log';
import type { Revocation } from '@atelier/service-kit/revocations';
import { anonymous, studioOf, type Viewer, type ViewerSigner } from '@atelier/service-kit/viewer';
import type { Credentials, ViewerSource } from '@atelier/service-kit/viewer-source';

/** A viewer and their signature for the subgraphs. */
export interface ResolvedViewer {
  viewer: Viewer;
  /** The signed viewer; the same text for as long as it is good for a whole operation. */
  token(): Promise<string>;
}

export interface Viewers {
  resolve(credentials: Credentials): Promise<ResolvedViewer>;
  /**
   * Called after the remembered viewers are gone, so that asking again gives the new truth; with `unknown` where word of
   * revocations may have been lost.
   */
  onRevoked(listener: (what: Revocation | 'unknown') => void): () => void;
  /** Forgets everybody: word of revocations may have been lost. */
  doubt(): void;
  stop(): void;
}

const freshMs = 30_000;
/** How long a known viewer is served while accounts does not answer. */
const staleMs = 5 * 60_000;
/** A token is good for 30 s; one that is older than this is made anew, so that an operation does not outlive it. */
const tokenMs = 15_000;
const remembered = 10_000;
const slugShape = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

interface Entry {
  resolved: ResolvedViewer;
  at: number;
}

/** Resolves viewers and remembers them for 30 s by credentials and studio; a revocation is felt at once. */
export function createViewers(options: { source: ViewerSource; signer: ViewerSigner; logger: Logger; now: () => Date }): Viewers {
  const { source, signer, logger } = options;
  const now = () => options.now().getTime();
  const entries = new Map<string, Entry>();
  const asking = new Map<string, Promise<ResolvedViewer>>();
  const listeners = new Set<(what: Revocation | 'unknown') => void>();
  let revocations = 0;

  const stranger = withToken(anonymous, signer, now);

  const forget = (what: Revocation | 'unknown') => {
    revocations += 1;
    asking.clear();
    for (const [key, entry] of entries) if (concerns(what, entry.resolved.viewer)) entries.delete(key);
    for (const listener of listeners) listener(what);
  };
  const stop = source.onRevoked(forget);

  async function ask(key: string, credentials: Credentials): Promise<ResolvedViewer> {
    const before = revocations;
    const known = entries.get(key);
    let viewer: Viewer;
    try {
      viewer = await source.resolve(credentials);
    } catch (error) {
      logger.warn({ err: error }, 'accounts does not answer');
      if (known && entries.get(key) === known && now() - known.at < staleMs) return known.resolved;
      throw unavailable('Sign-in');
    }
    const resolved = withToken(viewer, signer, now);
    // An answer that was under way while something was revoked may be the old truth: use it once, do not keep it.
    if (before === revocations) {
      entries.delete(key);
      if (entries.size >= remembered) entries.delete(entries.keys().next().value ?? '');
      entries.set(key, { resolved, at: now() });
    }
    return resolved;
  }

  return {
    async resolve(given) {
      if (!given.cookieHeader && !given.authorization) return stranger;
      const studioSlug = given.studioSlug !== null && slugShape.test(given.studioSlug) ? given.studioSlug : null;
      const credentials = { ...given, studioSlug };
      const key = keyOf(credentials);
      const entry = entries.get(key);
      if (entry && now() - entry.at < freshMs) return entry.resolved;
      const pending = asking.get(key);
      if (pending) return pending;
      const answer = ask(key, credentials).finally(() => {
        if (asking.get(key) === answer) asking.delete(key);
      });
      asking.set(key, answer);
      return answer;
    },
    onRevoked(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    doubt: () => forget('unknown'),
    stop() {
      stop();
      entries.clear();
    },
  };
}

/** Whether a revocation is about this viewer. */
export function concerns(what: Revocation | 'unknown', viewer: Viewer): boolean {
  if (what === 'unknown') return true;
  const facts: Record<keyof Revocation, string | null> = {
    sessionId: 'sessionId' in viewer ? viewer.sessionId : null,
    keyId: 'keyId' in viewer ? viewer.keyId : null,
    userId: 'userId' in viewer ? viewer.userId : null,
    contactId: 'contactId' in viewer ? viewer.contactId : null,
    studioId: studioOf(viewer),
  };
  const given = (Object.keys(facts) as (keyof Revocation)[]).filter((field) => what[field] !== undefined);
  return given.length > 0 && given.every((field) => what[field] === facts[field]);
}

/** Whether both are the same person by the same session or key in the same studio; the role may differ. */
export function sameIdentity(a: Viewer, b: Viewer): boolean {
  return identityOf(a) === identityOf(b);
}

/** Names everything that an answer can depend on: two viewers with one scope get the same answers. */
export function scopeOf(viewer: Viewer): string {
  const role = 'studio' in viewer ? (viewer.studio?.role ?? '') : '';
  const scopes = viewer.kind === 'apiKey' ? [...viewer.scopes].sort().join(' ') : '';
  const who = viewer.kind === 'user' ? viewer.userId : identityOf(viewer);
  return [viewer.kind, who, studioOf(viewer) ?? '', role, scopes].join('|');
}

function identityOf(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'user':
      return `user|${viewer.userId}|${viewer.sessionId}|${viewer.studio?.id ?? ''}`;
    case 'contact':
      return `contact|${viewer.contactId}|${viewer.sessionId}|${viewer.studioId}`;
    case 'apiKey':
      return `apiKey|${viewer.keyId}|${viewer.studio.id}`;
    case 'service':
      return `service|${viewer.service}|${viewer.studioId ?? ''}`;
    default:
      return 'anonymous';
  }
}

function withToken(viewer: Viewer, signer: ViewerSigner, now: () => number): ResolvedViewer {
  let token: Promise<string> | null = null;
  let at = 0;
  return {
    viewer,
    token() {
      if (token === null || now() - at > tokenMs) {
        at = now();
        token = signer.sign(viewer);
      }
      return token;
    },
  };
}

function keyOf({ cookieHeader, authorization, studioSlug, as }: Credentials): string {
  return createHash('sha256')
    .update(JSON.stringify([cookieHeader, authorization, studioSlug, as]))
    .digest('base64');
}
