import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as openid from 'openid-client';

/** An app of somebody else, with a server of its own, as it would be written with `openid-client`. */
export interface ThirdParty {
  /** Where people begin. */
  home: string;
  /** Where people come back to. */
  redirectUri: string;
  /** Tells it what it is called here. */
  knowAtelier(url: string, clientId: string, clientSecret: string): Promise<void>;
  /** What it has been given; null before. */
  tokens(): openid.TokenEndpointResponse | null;
  refresh(): Promise<openid.TokenEndpointResponse>;
  close(): Promise<void>;
}

/** Starts one. Its first page leads to Atelier; where people come back to, it shows what became of it. */
export async function startThirdParty(scope: string): Promise<ThirdParty> {
  let config: openid.Configuration | null = null;
  let waiting: { verifier: string; state: string } | null = null;
  let tokens: openid.TokenEndpointResponse | null = null;
  const known = () => {
    if (config === null) throw new Error('The app does not know Atelier yet.');
    return config;
  };
  const page = (text: string) => `<!doctype html><html lang="en"><title>Hours on paper</title><h1>${text}</h1></html>`;

  async function begin(): Promise<string> {
    waiting = { verifier: openid.randomPKCECodeVerifier(), state: openid.randomState() };
    return openid.buildAuthorizationUrl(known(), {
      redirect_uri: app.redirectUri,
      scope,
      state: waiting.state,
      code_challenge: await openid.calculatePKCECodeChallenge(waiting.verifier),
      code_challenge_method: 'S256',
    }).href;
  }

  async function end(url: URL): Promise<string> {
    if (url.searchParams.get('error') === 'access_denied') return 'Not connected';
    if (waiting === null) throw new Error('Nobody has begun.');
    tokens = await openid.authorizationCodeGrant(known(), url, { pkceCodeVerifier: waiting.verifier, expectedState: waiting.state });
    return 'Connected';
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', app.home);
    const answer = async () => {
      if (url.pathname === '/') return void response.writeHead(302, { location: await begin() }).end();
      if (url.pathname !== '/back') return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'text/html' }).end(page(await end(url)));
    };
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app: ThirdParty = {
    home,
    redirectUri: `${home}/back`,
    async knowAtelier(url, clientId, clientSecret) {
      config = await openid.discovery(new URL(url), clientId, undefined, openid.ClientSecretBasic(clientSecret), {
        algorithm: 'oauth2',
        execute: [openid.allowInsecureRequests],
      });
    },
    tokens: () => tokens,
    refresh: () => openid.refreshTokenGrant(known(), tokens?.refresh_token ?? ''),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
  return app;
}
