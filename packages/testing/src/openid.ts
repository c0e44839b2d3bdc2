/// <reference path="./oidc-provider.d.ts" />
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';
import { type AppleRegistration, appleWays } from './openid-apple.ts';
import { rowsOf } from './openid-rows.ts';

/** Whom the stand-in says is there. */
export interface OpenIdPerson {
  sub: string;
  name: string;
  email: string;
  email_verified: boolean;
}

/** A provider of OpenID on this machine, as others run theirs: real keys, codes and nonces; only nobody types a password there. */
export interface OpenIdStandIn {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What Apple gives in place of a secret; null of others. */
  apple: AppleRegistration | null;
  /** Who is at its pages from now on. */
  isHere(person: OpenIdPerson): void;
  /** Lets itself be used from an address. */
  allow(redirectUri: string): void;
  /** As at the start: it asks anew who is there when it is told to, and says that it did. */
  asksAnew(): void;
  /** From now on it asks nobody anew who is signed in there, whatever it is told, and says that they signed in then; null says nothing. */
  asksNobody(signedInAt: Date | null): void;
  /** Answers, breaks every connection off, or takes them and says nothing. */
  feels(how: 'well' | 'down' | 'silent'): void;
  /** Signs with another key from now on. */
  rotateKeys(): void;
  close(): Promise<void>;
}

/** What makes a product take a stand-in for Google, as an operator sets it. */
export const asGoogle = ({ issuer, clientId, clientSecret }: OpenIdStandIn): Record<string, string> => ({
  OIDC_GOOGLE_ISSUER: issuer,
  OIDC_GOOGLE_CLIENT_ID: clientId,
  OIDC_GOOGLE_CLIENT_SECRET: clientSecret,
});

/** Everything of it is good for as long as a test runs, in seconds. */
const MINUTES = 600;

/** Starts one on a free port, like Google or like Apple. Whoever comes is signed in as the person who is there, and agrees. */
export async function startOpenId(like: 'google' | 'apple' = 'google'): Promise<OpenIdStandIn> {
  const people = new Map<string, OpenIdPerson>();
  const redirectUris: string[] = [];
  const [clientId, clientSecret] = ['atelier', randomBytes(24).toString('hex')];
  const cookieKey = randomBytes(16).toString('hex');
  let present: OpenIdPerson | null = null;
  let asked: { signedInAt: Date | null } | null = null;
  let how: 'well' | 'down' | 'silent' = 'well';

  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const apple = like === 'apple' ? appleWays(issuer, clientId) : null;
  const adapter = rowsOf(() => ({
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: redirectUris,
    token_endpoint_auth_method: 'client_secret_post',
    require_auth_time: asked !== null && asked.signedInAt !== null,
  }));

  function open() {
    const provider = new Provider(issuer, {
      adapter,
      jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig' }] },
      ttl: { AccessToken: MINUTES, AuthorizationCode: MINUTES, Grant: MINUTES, IdToken: MINUTES, Interaction: MINUTES, Session: MINUTES },
      scopes: ['openid', 'profile', 'email', 'name'],
      claims: { openid: ['sub'], email: ['email', 'email_verified', 'is_private_email'], profile: ['name'] },
      conformIdTokenClaims: false,
      cookies: { keys: [cookieKey] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context: Context, { uid }: { uid: string }) => `/here/${uid}` },
      findAccount: async (_context: Context, id: string) => {
        const person = people.get(id);
        return person && { accountId: id, claims: async () => apple?.claimsOf(person) ?? person };
      },
      async loadExistingGrant({ oidc }: Context) {
        const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
        grant.addOIDCScope('openid email profile name');
        await grant.save();
        return grant;
      },
    });
    if (apple) {
      provider.Client.prototype.compareClientSecret = apple.isSecret;
      provider.use(async (context, next) => {
        await next();
        if (present !== null && typeof context.body === 'string') context.body = apple.withName(context.body, present);
      });
    }
    return { provider, answer: provider.callback() };
  }
  let running = open();

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (how === 'down') return void request.socket.destroy();
    if (how === 'silent') return;
    const url = new URL(request.url ?? '/', issuer);
    if (apple?.isRefused(url))
      return void response.writeHead(400).end('response_mode must be form_post when name or email scope is requested.');
    if (asked !== null && url.pathname === '/auth') {
      for (const name of ['prompt', 'max_age']) url.searchParams.delete(name);
      request.url = url.pathname + url.search;
    }
    if (!url.pathname.startsWith('/here/')) return void running.answer(request, response);
    if (present === null) return void response.writeHead(500).end('Nobody is here.');
    const ts = Math.floor((asked?.signedInAt ?? new Date()).getTime() / 1_000);
    await running.provider.interactionFinished(request, response, { login: { accountId: present.sub, remember: false, ts } });
  }
  server.on('request', (request, response) => {
    respond(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return {
    issuer,
    clientId,
    clientSecret,
    apple: apple?.registration ?? null,
    isHere(person) {
      people.set(person.sub, person);
      present = person;
    },
    allow: (uri) => void redirectUris.push(uri),
    asksAnew() {
      asked = null;
    },
    asksNobody(signedInAt) {
      asked = { signedInAt };
    },
    feels(now) {
      how = now;
      if (now !== 'well') server.closeIdleConnections();
    },
    rotateKeys() {
      running = open();
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
