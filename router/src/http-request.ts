import type { IncomingMessage } from 'node:http';
import type { Credentials } from '@atelier/service-kit/viewer-source';
import { GraphQLError } from 'graphql';
import proxyAddress from 'proxy-addr';
import type { OriginGuard } from './origin.ts';
import type { Client } from './protect/guard.ts';

/** The header that says in which studio the client acts, by its slug. */
export const STUDIO_HEADER = 'x-atelier-studio';
/** `contact` asks for the client's view in a browser that also holds a person's session. */
export const AS_HEADER = 'x-atelier-as';
/** Asks to be told what the operation cost, in the answer's `extensions`. Any value will do. */
export const COST_HEADER = 'x-atelier-cost';
/** `open` asks to run a document of one's own. A page of another site cannot send it without leave. */
export const DOCUMENTS_HEADER = 'x-atelier-documents';
/** The longest body of a request. */
export const MAX_BODY_BYTES = 256 * 1024;

/** What a request says of who sends it. `address` is the client's, where proxies stand between. */
export function credentialsOf({ headers }: Pick<IncomingMessage, 'headers'>, address: string | null): Credentials {
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null);
  return {
    cookieHeader: headers.cookie ?? null,
    authorization: headers.authorization ?? null,
    studioSlug: one(headers[STUDIO_HEADER]),
    address,
    userAgent: headers['user-agent'] ?? null,
    as: headers[AS_HEADER] === 'contact' ? 'contact' : null,
  };
}

/** What a request tells of its sender beside who they are. */
export const clientOf = ({ headers }: Pick<IncomingMessage, 'headers'>, address: string | null): Client => ({
  address,
  showsCost: headers[COST_HEADER] !== undefined,
  asksForOpen: headers[DOCUMENTS_HEADER] === 'open',
});

/** The address of who sends a request; null when the connection is gone. */
export type AddressOf = (request: IncomingMessage) => string | null;

/** @param trustedProxies whose word on a client's address counts: addresses and networks, as Express's `trust proxy` takes them */
export function createAddressOf(trustedProxies: readonly string[] = []): AddressOf {
  const trust = proxyAddress.compile([...trustedProxies]);
  return (request) => (request.socket.remoteAddress ? proxyAddress(request, trust) : null);
}

/** A browser sends its cookies along with other people's pages: those are known by what the browser says of itself. */
export function isForeign(origins: OriginGuard, { headers }: Pick<IncomingMessage, 'headers'>): boolean {
  if (headers.cookie === undefined) return false;
  return headers['sec-fetch-site'] === 'cross-site' || !origins.allows(headers.origin, headers.host);
}

/** A body that is no JSON. */
export const unreadable = (): GraphQLError =>
  new GraphQLError('The body of the request cannot be read: send JSON.', { extensions: { code: 'BAD_USER_INPUT' } });
