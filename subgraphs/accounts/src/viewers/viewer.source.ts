import type { Database } from '@atelier/service-kit/database';
import type { Revocations } from '@atelier/service-kit/revocations';
import { anonymous, type Viewer } from '@atelier/service-kit/viewer';
import type { Credentials, ViewerSource } from '@atelier/service-kit/viewer-source';
import { constantTimeEqual, makeSignature } from 'better-auth/crypto';
import { SCOPES } from '../api-keys/api-key.ts';
import { isKeySecret } from '../api-keys/secret.ts';
import { type Origin, toOrigin } from '../audit-log/audit-log.ts';
import { TOKEN_PREFIXES } from '../auth/oauth.ts';
import { contactCookie, sessionCookie } from '../cookies.ts';
import { hashSecret } from '../secrets.ts';
import { cookiesOf } from '../web.ts';
import { viewers } from './viewer.repository.ts';

/** `last seen` and `last used` are kept to the minute. */
const SEEN_EVERY_MS = 60_000;

interface Options {
  /** The role of sign-in. */
  signIn: Database;
  revocations: Revocations;
  installation: string;
  /** Whether cookies travel over HTTPS only. */
  secure: boolean;
  secret: string;
  now: () => Date;
  /** Told whom a studio keeps out until they have a second factor; nobody waits for it. */
  onKeptOut: (member: { studioId: string; memberId: string }, origin: Origin) => Promise<void>;
  /** Told when a last-seen time could not be written; nobody waits for it. */
  onError: (error: unknown) => void;
}

/** Turns cookies and keys into viewers: one statement each, two at most for a browser that holds two kinds of cookie. */
export function createViewerSource(options: Options): ViewerSource & { settle(): Promise<void> } {
  const { signIn, revocations, installation, secure, secret, now, onKeptOut, onError } = options;
  const nowhere = { studioId: null };
  const writing = new Set<Promise<unknown>>();

  /** Not waited for: it holds nobody up. */
  function aside(work: Promise<unknown>): void {
    const settled = work.catch(onError).finally(() => writing.delete(settled));
    writing.add(settled);
  }
  const note = (work: Parameters<typeof signIn.transaction<unknown>>[1]) => aside(signIn.transaction(nowhere, work));

  const isStale = (seen: Date | null): boolean => seen === null || now().getTime() - seen.getTime() >= SEEN_EVERY_MS;
  const staleness = () => ({ now: now(), before: new Date(now().getTime() - SEEN_EVERY_MS) });

  /** Whether a studio lets a member in with nothing of theirs, program or browser, before they have a second factor. */
  function keepsOut(row: { studioId: string | null; memberId: string | null; isKeptOut: boolean }, { address, userAgent }: Credentials) {
    const { studioId, memberId, isKeptOut } = row;
    if (!isKeptOut || studioId === null || memberId === null) return false;
    aside(onKeptOut({ studioId, memberId }, toOrigin(address, userAgent)));
    return true;
  }

  // An app is a key whose scopes a person has agreed to: the same buckets, permissions and answers hold for it.
  async function byApp(token: string, credentials: Credentials): Promise<Viewer> {
    const row = await viewers.byApp(signIn.reads(nowhere), hashSecret(token), now());
    if (row === null || keepsOut(row, credentials)) return anonymous;
    const { keyId, userId, studioId, memberId, role, actsAlone } = row;
    if (isStale(row.lastUsedAt)) note((tx) => viewers.appUsed(tx, { id: keyId, studioId, actsAlone }, staleness()));
    const scopes = SCOPES.filter((scope) => row.scopes.includes(scope) && row.allowed?.includes(scope));
    return { kind: 'apiKey', keyId, userId, scopes, studio: { id: studioId, memberId, role } };
  }

  async function byKey(key: string, credentials: Credentials): Promise<Viewer> {
    if (key.startsWith(TOKEN_PREFIXES.access)) return byApp(key.slice(TOKEN_PREFIXES.access.length), credentials);
    if (!isKeySecret(key)) return anonymous;
    const row = await viewers.byKey(signIn.reads(nowhere), hashSecret(key), now());
    if (row === null || keepsOut(row, credentials)) return anonymous;
    const { keyId, userId, scopes, studioId, memberId, role } = row;
    if (isStale(row.lastUsedAt)) note((tx) => viewers.keyUsed(tx, { id: keyId, studioId }, staleness()));
    return { kind: 'apiKey', keyId, userId, scopes, studio: { id: studioId, memberId, role } };
  }

  async function bySession(cookie: string, credentials: Credentials): Promise<Viewer> {
    const { studioSlug, address, userAgent } = credentials;
    const token = await signedToken(cookie, secret);
    const row = token === null ? null : await viewers.bySession(signIn.reads(nowhere), token, studioSlug, now());
    if (row === null) return anonymous;
    const { sessionId, userId, studioId, memberId, role } = row;
    if (isStale(row.lastSeenAt)) {
      const seen = { ...staleness(), address, userAgent: userAgent?.slice(0, 512) ?? null };
      note((tx) => viewers.sessionSeen(tx, sessionId, seen));
    }
    const isIn = studioId !== null && memberId !== null && role !== null && !keepsOut(row, credentials);
    const studio = isIn ? { id: studioId, memberId, role } : null;
    return { kind: 'user', userId, sessionId, studio };
  }

  async function byContact(cookie: string): Promise<Viewer> {
    const row = await viewers.byContact(signIn.reads(nowhere), hashSecret(cookie), now());
    return row === null ? anonymous : { kind: 'contact', ...row };
  }

  return {
    async resolve(credentials) {
      const { authorization, cookieHeader } = credentials;
      // A program says who it is in one way only; a key that is no good is not made up for by a cookie.
      if (authorization !== null && authorization !== '') {
        return byKey(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '', credentials);
      }
      const cookies = cookiesOf(cookieHeader);
      const person = cookies.get(sessionCookie(installation, secure));
      const contact = cookies.get(contactCookie(installation, secure));
      if (person !== undefined && credentials.as !== 'contact') {
        const viewer = await bySession(person, credentials);
        if (viewer.kind !== 'anonymous') return viewer;
      }
      return contact === undefined ? anonymous : byContact(contact);
    },
    onRevoked: revocations.subscribe,
    async settle() {
      await Promise.all(writing);
    },
  };
}

/** The session's token from better-auth's signed cookie; null when the signature is not ours. */
async function signedToken(cookie: string, secret: string): Promise<string | null> {
  let value: string;
  try {
    value = decodeURIComponent(cookie);
  } catch {
    return null;
  }
  const at = value.lastIndexOf('.');
  if (at < 1) return null;
  const token = value.slice(0, at);
  const signature = await makeSignature(token, secret);
  return constantTimeEqual(signature, value.slice(at + 1)) ? token : null;
}
