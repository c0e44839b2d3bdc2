import { unauthenticated } from '@atelier/service-kit/errors';
import type { Logger } from '@atelier/service-kit/log';
import type { Credentials } from '@atelier/service-kit/viewer-source';
import { concerns, type ResolvedViewer, sameIdentity, scopeOf, type Viewers } from '../viewer.ts';
import type { LiveSettings } from './settings.ts';

/** Why a session is over: what it stood on has ended, or whether it has cannot be told. */
export type SessionEnd = 'revoked' | 'unknown';

/** Who stands behind one or more live connections with the same credentials. */
export interface Session {
  readonly viewer: ResolvedViewer;
  /** Names everything that an answer can depend on. */
  readonly scope: string;
  readonly isOver: boolean;
  /** Whether `viewer` is current; else `renew` before anything is shown. */
  isFresh(): boolean;
  /**
   * The viewer as of now.
   * @throws UNAUTHENTICATED when the session is over, UNAVAILABLE when that cannot be told
   */
  renew(): Promise<ResolvedViewer>;
}

/** A session that a connection lives on. */
export interface HeldSession {
  session: Session;
  /** Says that the connection is gone. */
  release(): void;
}

/** The sessions behind this router's live connections; one for all connections with the same credentials. */
export interface Sessions {
  /**
   * The session behind credentials; `onEnd` hears when it is over.
   * @throws UNAVAILABLE when who this is cannot be told
   */
  open(credentials: Credentials, onEnd: (why: SessionEnd) => void): Promise<HeldSession>;
  stop(): void;
}

interface Entry extends Session {
  holders: Set<(why: SessionEnd) => void>;
  /** Takes over who it is now; false, and the end, when that is somebody else. */
  accept(now: ResolvedViewer): boolean;
  /** Asks anew; `isRevoked`: something about the viewer has ended, so that not to know is the end. */
  check(isRevoked: boolean): void;
}

/** How often somebody is asked for again when a revocation came in between. */
const mostTries = 3;

/** A session outlives neither the identity behind it nor, after a revocation, the doubt about it. */
export function createSessions(options: { viewers: Viewers; settings: LiveSettings; logger: Logger; now: () => Date }): Sessions {
  const { viewers, settings, logger } = options;
  const now = () => options.now().getTime();
  const entries = new Map<string, Entry>();
  let revocations = 0;

  /** An answer that was under way while something was revoked may be the old truth. */
  async function ask(credentials: Credentials): Promise<ResolvedViewer> {
    for (let tries = 1; ; tries += 1) {
      const before = revocations;
      const viewer = await viewers.resolve(credentials);
      if (before === revocations || tries === mostTries) return viewer;
    }
  }

  function make(key: string, credentials: Credentials, first: ResolvedViewer): Entry {
    const holders = new Set<(why: SessionEnd) => void>();
    let viewer = first;
    let scope = scopeOf(first.viewer);
    let at = now();
    let isOver = false;
    const end = (why: SessionEnd) => {
      isOver = true;
      if (entries.get(key) === entry) entries.delete(key);
      for (const holder of [...holders]) holder(why);
      holders.clear();
    };
    const entry: Entry = {
      holders,
      get viewer() {
        return viewer;
      },
      get scope() {
        return scope;
      },
      get isOver() {
        return isOver;
      },
      isFresh: () => !isOver && now() - at < settings.freshMs,
      async renew() {
        if (isOver || !entry.accept(await ask(credentials))) throw unauthenticated();
        return viewer;
      },
      accept(current) {
        if (!isOver && !sameIdentity(current.viewer, viewer.viewer)) end('revoked');
        if (isOver) return false;
        viewer = current;
        scope = scopeOf(current.viewer);
        at = now();
        return true;
      },
      check(isRevoked) {
        if (isRevoked) at = Number.NEGATIVE_INFINITY;
        entry.renew().catch((error: unknown) => {
          logger.debug({ err: error }, 'a live connection has no viewer');
          if (isRevoked && !isOver) end('unknown');
        });
      },
    };
    return entry;
  }

  const stopListening = viewers.onRevoked((what) => {
    revocations += 1;
    for (const entry of [...entries.values()]) if (concerns(what, entry.viewer.viewer)) entry.check(true);
  });
  const sweep = setInterval(() => {
    for (const entry of [...entries.values()]) entry.check(false);
  }, settings.sweepMs);
  sweep.unref();

  return {
    async open(credentials, onEnd) {
      const { cookieHeader, authorization, studioSlug, as = null } = credentials;
      const key = JSON.stringify([cookieHeader, authorization, studioSlug, as]);
      let entry = entries.get(key);
      if (!entry?.isFresh()) {
        const viewer = await ask(credentials);
        entry = entries.get(key);
        if (!entry?.accept(viewer)) {
          entry = make(key, credentials, viewer);
          entries.set(key, entry);
        }
      }
      const session = entry;
      const holder = (why: SessionEnd) => onEnd(why);
      session.holders.add(holder);
      return {
        session,
        release() {
          session.holders.delete(holder);
          if (session.holders.size === 0 && entries.get(key) === session) entries.delete(key);
        },
      };
    },
    stop() {
      clearInterval(sweep);
      stopListening();
      entries.clear();
    },
  };
}
