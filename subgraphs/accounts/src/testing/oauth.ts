import * as openid from 'openid-client';
import { PUBLIC_URL } from './accounts.ts';
import type { Answer, Browser, Site } from './browser.ts';

/** Where the app of the tests is sent back to. */
export const REDIRECT = 'https://tool.example/back';

/** An app as its makers write it: `openid-client` knows us by what `/.well-known` says. A public one has no secret. */
export async function anApp(site: Site, clientId: string, secret: string | null): Promise<openid.Configuration> {
  const options = {
    algorithm: 'oauth2' as const,
    execute: [openid.allowInsecureRequests],
    [openid.customFetch]: (url: string, init: openid.CustomFetchOptions) => fetch(url.replace(PUBLIC_URL, site.base), init as RequestInit),
  };
  const config = await openid.discovery(
    new URL(PUBLIC_URL),
    clientId,
    undefined,
    secret === null ? openid.None() : openid.ClientSecretBasic(secret),
    options,
  );
  config[openid.customFetch] = options[openid.customFetch];
  return config;
}

/** A request for access, and what the app keeps to use the answer. */
export interface Asked {
  url: URL;
  verifier: string;
  state: string;
}

/** What an app does before it sends a person to us. */
export async function ask(app: openid.Configuration, scope: string, given: Record<string, string> = {}): Promise<Asked> {
  const verifier = openid.randomPKCECodeVerifier();
  const state = openid.randomState();
  const url = openid.buildAuthorizationUrl(app, {
    redirect_uri: REDIRECT,
    scope,
    state,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...given,
  });
  return { url, verifier, state };
}

/** Follows a request to our page and gives what the page was asked: the part of its address that is signed. */
export async function atOurPage(browser: Browser, asked: Asked): Promise<string> {
  const answer = await browser.get(asked.url.pathname + asked.url.search, { accept: 'text/html' });
  const location = answer.headers.get('location') ?? '';
  if (!location.startsWith(`${PUBLIC_URL}/connect?`)) throw new Error(`Not asked: ${answer.status} ${location} ${answer.text}`);
  return new URL(location).searchParams.get('request') ?? '';
}

/** Says yes or no, for a studio. */
export const say = (browser: Browser, accept: boolean, query: string, studio: string | null): Promise<Answer> =>
  browser.post('/auth/oauth2/consent', { accept, oauth_query: query }, studio === null ? {} : { 'x-atelier-studio': studio });

/** The whole way: asks, says yes, and gives the address that the app is called back at. */
export async function letIn(browser: Browser, asked: Asked, studio: string): Promise<URL> {
  const answer = await say(browser, true, await atOurPage(browser, asked), studio);
  if (answer.status !== 200) throw new Error(`Not let in: ${answer.status} ${answer.text}`);
  return new URL(answer.json<{ url: string }>().url);
}

/** The tokens for a call back. */
export const tokensFor = (app: openid.Configuration, back: URL, { verifier, state }: Asked) =>
  openid.authorizationCodeGrant(app, back, { pkceCodeVerifier: verifier, expectedState: state });
