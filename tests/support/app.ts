import * as openid from 'openid-client';
import { Person } from './person.ts';

const BACK = 'http://127.0.0.1:1/back';
const SCOPE = 'projects:read studio:read offline_access';

/** An app of a third party, which knows an installation by what `/.well-known` says. */
export interface App {
  id: string;
  config: openid.Configuration;
}

/** What a person let an app do. */
export interface Connection {
  tokens: openid.TokenEndpointResponse;
  /** The app, acting for the person. */
  program: Person;
}

/** Registers an app in the studio of its owner. */
export async function anApp(owner: Person, name = 'Wall calendar'): Promise<App> {
  const { registerApp } = await owner.get<{ registerApp: { secret: string; app: { id: string } } }>(
    'mutation ($input: RegisterAppInput!) { registerApp(input: $input) { ... on RegisterAppSuccess { secret app { id } } } }',
    { input: { name, redirectUris: [BACK], scopes: ['PROJECTS_READ', 'STUDIO_READ'] } },
  );
  const config = await openid.discovery(new URL(owner.url), registerApp.app.id, undefined, openid.ClientSecretBasic(registerApp.secret), {
    algorithm: 'oauth2',
    execute: [openid.allowInsecureRequests],
  });
  return { id: registerApp.app.id, config };
}

/** The authorization code flow with PKCE, from the app's first request to its tokens; the person says yes for the studio that they act in. */
export async function connect({ config }: App, person: Person): Promise<Connection> {
  const [verifier, state] = [openid.randomPKCECodeVerifier(), openid.randomState()];
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: BACK,
    scope: SCOPE,
    state,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const asked = await person.fetch(url.pathname + url.search, { headers: { accept: 'text/html' } });
  const page = new URL(asked.headers.get('location') ?? '', person.url);
  const answer = await person.post('/auth/oauth2/consent', { accept: true, oauth_query: page.searchParams.get('request') });
  const back = (await answer.json()) as { url: string };
  const tokens = await openid.authorizationCodeGrant(config, new URL(back.url), { pkceCodeVerifier: verifier, expectedState: state });
  return { tokens, program: actingBy(person.url, tokens) };
}

/** A program that acts by what an app was given. */
export function actingBy(url: string, tokens: openid.TokenEndpointResponse): Person {
  const program = new Person(url, null);
  program.authorization = `Bearer ${tokens.access_token}`;
  return program;
}
