import type { Database } from '@atelier/service-kit/database';
import type { Revocations } from '@atelier/service-kit/revocations';
import type { Viewer } from '@atelier/service-kit/viewer';
import type { ViewerSource } from '@atelier/service-kit/viewer-source';
import { knownApps } from '../apps/app.repository.ts';
import type { Consent } from '../apps/grant.service.ts';
import type { ReplayedToken } from '../apps/replay.service.ts';
import { type Origin, toOrigin } from '../audit-log/audit-log.ts';
import { hashSecret } from '../secrets.ts';
import { failure, type WebHandler } from '../web.ts';
import { appTokens } from './oauth.repository.ts';
import { chosenStudio, OAUTH_PAGES, TOKEN_PREFIXES } from './oauth.ts';

interface Options {
  handle: (request: Request) => Promise<Response>;
  viewers: Pick<ViewerSource, 'resolve'>;
  /** The role of sign-in. */
  signIn: Database;
  revocations: Pick<Revocations, 'publish'>;
  publicUrl: string;
  now: () => Date;
  /** Told who let which app into the studio that they act in. */
  onConsent: (viewer: Viewer & { kind: 'user' }, consent: Consent) => Promise<void>;
  /** Told of a refresh token that came again, which has ended its family. */
  onReplay: (replayed: ReplayedToken, origin: Origin) => Promise<void>;
}

/** Where the library's own paths for apps begin; what is not named below is not offered. */
const BASE = '/auth/oauth2';
const NO_PAGE = () => failure(404, 'NOT_FOUND', 'There is no such page.');

/** What a browser brings back from our pages that the app did not send: the library's signature, and prompts that were answered. */
const OURS = ['sig', 'exp', 'ba_iat', 'ba_param', 'ba_pl'];
const ANSWERED = new Set(['login', 'create', 'select_account']);

/** Answers `/auth/oauth2/*`: the library, and around it the choice of a studio and word of what has ended. */
export function oauthRoutes(options: Options): WebHandler {
  const { handle, publicUrl } = options;
  const posts: Record<string, (request: Request, address: string | null) => Promise<Response>> = {
    [`${BASE}/token`]: (request, address) => token(options, request, address),
    [`${BASE}/revoke`]: (request) => revoke(options, request),
    [`${BASE}/introspect`]: handle,
    [`${BASE}/consent`]: (request, address) => consent(options, request, address),
  };
  return async (request, { address }) => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === 'POST') return (posts[pathname] ?? NO_PAGE)(request, address);
    if (request.method !== 'GET') return NO_PAGE();
    if (pathname === OAUTH_PAGES.signIn) return askToSignIn(publicUrl, searchParams);
    if (pathname !== `${BASE}/authorize`) return NO_PAGE();
    // A page is asked for, whatever else the browser says of itself: the library would answer others with an address as JSON.
    const headers = new Headers(request.headers);
    headers.set('sec-fetch-mode', 'navigate');
    return withOurPages(await handle(new Request(withoutResource(request.url), { headers })), publicUrl);
  };
}

/** What was asked without the resource that it is for (RFC 8707): there is one here, and the library would look for others in a table. */
function withoutResource(address: string): URL {
  const url = new URL(address);
  url.searchParams.delete('resource');
  return url;
}

function withForm(request: Request, form: URLSearchParams): Request {
  form.delete('resource');
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  return new Request(request.url, { method: 'POST', headers, body: form });
}

/** What the world is told of us, RFC 8414: the library's own, without what it offers and we do not. */
export function oauthMetadata(appMetadata: () => Promise<object>): WebHandler {
  return async (request) => {
    if (new URL(request.url).pathname !== '/.well-known/oauth-authorization-server' || !['GET', 'HEAD'].includes(request.method))
      return NO_PAGE();
    const known = Object.entries(await appMetadata()).filter(
      ([name]) => !/^(jwks_uri|dpop_|backchannel_|.*_signing_alg_values_supported$)/.test(name),
    );
    // Every app that keeps a secret is registered to show it by HTTP Basic.
    const metadata = {
      ...Object.fromEntries(known),
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'none'],
      revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'none'],
      introspection_endpoint_auth_methods_supported: ['client_secret_basic'],
    };
    // Apps that run in a browser may read it; it is the same for everybody.
    return Response.json(metadata, { headers: { 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' } });
  };
}

/** Leads to the sign-in page, and from there back to what the app has asked for. */
function askToSignIn(publicUrl: string, asked: URLSearchParams): Response {
  const query = new URLSearchParams(asked);
  for (const name of OURS) query.delete(name);
  const prompts = (query.get('prompt') ?? '').split(' ').filter((prompt) => prompt !== '' && !ANSWERED.has(prompt));
  if (prompts.length > 0) query.set('prompt', prompts.join(' '));
  else query.delete('prompt');
  const target = new URL('/sign-in', publicUrl);
  target.searchParams.set('back', `${BASE}/authorize?${query}`);
  return redirect(target);
}

/**
 * Leads to our page with the question in one piece, since every letter of it is signed. What cannot be sent back to its app is said
 * there too, and not on the page for signing in.
 */
function withOurPages(answer: Response, publicUrl: string): Response {
  const location = answer.headers.get('location');
  if (location === null || !URL.canParse(location, publicUrl)) return answer;
  const url = new URL(location, publicUrl);
  const error = url.searchParams.get('error');
  const target = new URL(OAUTH_PAGES.consent, publicUrl);
  if (url.origin !== target.origin) return answer;
  if (url.pathname === OAUTH_PAGES.consent) target.searchParams.set('request', url.search.slice(1));
  else if (url.pathname === '/sign-in' && error !== null) target.searchParams.set('error', error);
  else return answer;
  return redirect(target);
}

const redirect = (target: URL): Response => new Response(null, { status: 302, headers: { location: target.href } });

/** The person's yes or no; a yes is for the studio that the request names, and only a member's. */
async function consent({ handle, viewers, signIn, onConsent }: Options, request: Request, address: string | null): Promise<Response> {
  const body = (await request
    .clone()
    .json()
    .catch(() => null)) as { accept?: unknown; oauth_query?: unknown } | null;
  if (body?.accept !== true) return handle(request);
  const viewer = await viewers.resolve({
    cookieHeader: request.headers.get('cookie'),
    authorization: null,
    studioSlug: request.headers.get('x-atelier-studio'),
    address,
    userAgent: request.headers.get('user-agent'),
  });
  if (viewer.kind !== 'user') return failure(401, 'UNAUTHENTICATED', 'Sign in first.');
  if (viewer.studio === null) return failure(404, 'NOT_FOUND', 'Choose a studio that you belong to.');
  const chosen = { userId: viewer.userId, studioId: viewer.studio.id };
  const clientId = new URLSearchParams(String(body.oauth_query)).get('client_id');
  const before = clientId === null ? null : await knownApps.scopesOf(signIn.reads({ studioId: null }), { clientId, ...chosen });
  const answer = await chosenStudio.run(chosen, () => handle(request));
  const origin = toOrigin(address, request.headers.get('user-agent'));
  if (answer.ok && clientId !== null) await onConsent(viewer, { clientId, before, origin });
  return answer;
}

/** A token for a code, a refresh token or an app itself. What comes a second time has ended others: whoever holds them is told. */
async function token({ handle, signIn, revocations, now, onReplay }: Options, asked: Request, address: string | null): Promise<Response> {
  const form = await formOf(asked);
  const request = form.has('resource') ? withForm(asked, form) : asked;
  const refresh = withoutPrefix(form.get('refresh_token'));
  const used = [form.get('code'), refresh].filter((secret) => secret !== null);
  const spent = async () => (refresh === null ? null : appTokens.replayed(signIn.reads({ studioId: null }), hashSecret(refresh)));
  const replayed = await spent();
  const grants = (await Promise.all(used.map((secret) => appTokens.behind(signIn.reads({ studioId: null }), hashSecret(secret))))).flat();
  const answer = await handle(request);
  if (!answer.ok) {
    for (const keyId of new Set(grants)) revocations.publish({ keyId });
    // Of an app that could not show its own secret, nothing has ended.
    if (replayed !== null && (await spent()) === null) await onReplay(replayed, toOrigin(address, request.headers.get('user-agent')));
    return answer;
  }
  const given = (await answer.clone().json()) as { access_token: string; refresh_token?: string };
  // The library ends access tokens when the browser session ends in which they were granted. Ours end when the person says so.
  await signIn.transaction({ studioId: null }, (tx) =>
    appTokens.free(
      tx,
      {
        access: hashSecret(withoutPrefix(given.access_token) ?? ''),
        refresh: given.refresh_token === undefined ? null : hashSecret(withoutPrefix(given.refresh_token) ?? ''),
      },
      now(),
    ),
  );
  return answer;
}

/** RFC 7009: an app gives back what it holds. */
async function revoke({ handle, signIn, revocations }: Options, request: Request): Promise<Response> {
  const secret = withoutPrefix((await formOf(request)).get('token'));
  const grants = secret === null ? [] : await appTokens.behind(signIn.reads({ studioId: null }), hashSecret(secret));
  const answer = await handle(request);
  if (answer.ok && secret !== null) await signIn.transaction({ studioId: null }, (tx) => appTokens.endFamily(tx, hashSecret(secret)));
  for (const keyId of grants) revocations.publish({ keyId });
  const isDone = answer.ok || (answer.status === 400 && UNKNOWN.test(await answer.clone().text()));
  // No body: the library writes `null`.
  return isDone ? new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } }) : answer;
}

// RFC 7009, 2.2: a token that is none, or no longer one, has been revoked. The library means to answer so, and calls it a bad request.
const UNKNOWN = /"error_description":"(?:token not found|invalid access token|refresh token revoked)"/i;

const formOf = async (request: Request): Promise<URLSearchParams> => new URLSearchParams(await request.clone().text());

function withoutPrefix(secret: string | null): string | null {
  if (secret === null) return null;
  const prefix = Object.values(TOKEN_PREFIXES).find((known) => secret.startsWith(known));
  return prefix === undefined ? secret : secret.slice(prefix.length);
}
