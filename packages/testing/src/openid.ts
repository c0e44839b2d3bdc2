/// <reference path="./oidc-provider.d.ts" />
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';

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
  /** Who is at its pages from now on. */
  isHere(person: OpenIdPerson): void;
  /** Lets itself be used from an address. */
  allow(redirectUri: string): void;
  close(): Promise<void>;
}

/** Everything of it is good for as long as a test runs, in seconds. */
const MINUTES = 600;

/** Starts one on a free port. Whoever comes is signed in as the person who is there, and agrees. */
export async function startOpenId(): Promise<OpenIdStandIn> {
  const people = new Map<string, OpenIdPerson>();
  const rows = new Map<string, Record<string, unknown>>();
  const redirectUris: string[] = [];
  const [clientId, clientSecret] = ['atelier', randomBytes(24).toString('hex')];
  let present: OpenIdPerson | null = null;

  class Adapter {
    readonly kind: string;
    constructor(kind: string) {
      this.kind = kind;
    }
    async upsert(id: string, row: Record<string, unknown>) {
      rows.set(`${this.kind}:${id}`, row);
    }
    async find(id: string) {
      if (this.kind !== 'Client') return rows.get(`${this.kind}:${id}`);
      if (id !== clientId) return undefined;
      return {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        token_endpoint_auth_method: 'client_secret_basic',
      };
    }
    async findByUid(uid: string) {
      return [...rows].find(([key, row]) => key.startsWith(`${this.kind}:`) && row.uid === uid)?.[1];
    }
    async findByUserCode() {
      return undefined;
    }
    async consume(id: string) {
      const row = rows.get(`${this.kind}:${id}`);
      if (row) row.consumed = Math.floor(Date.now() / 1_000);
    }
    async destroy(id: string) {
      rows.delete(`${this.kind}:${id}`);
    }
    async revokeByGrantId(grantId: string) {
      for (const [key, row] of rows) if (row.grantId === grantId) rows.delete(key);
    }
  }

  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    adapter: Adapter,
    jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
    ttl: { AccessToken: MINUTES, AuthorizationCode: MINUTES, Grant: MINUTES, IdToken: MINUTES, Interaction: MINUTES, Session: MINUTES },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `/here/${uid}` },
    findAccount: async (_context: Context, id: string) => {
      const person = people.get(id);
      return person && { accountId: id, claims: async () => person };
    },
    async loadExistingGrant({ oidc }: Context) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/here/')) return answer(request, response);
    if (present === null) return void response.writeHead(500).end('Nobody is here.');
    provider
      .interactionFinished(request, response, { login: { accountId: present.sub, remember: false } })
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return {
    issuer,
    clientId,
    clientSecret,
    isHere(person) {
      people.set(person.sub, person);
      present = person;
    },
    allow: (uri) => void redirectUris.push(uri),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
