import { AsyncLocalStorage } from 'node:async_hooks';
import { generateKeyPairSync } from 'node:crypto';
import { oauthProvider } from '@better-auth/oauth-provider';
import { constantTimeEqual } from 'better-auth/crypto';
import { jwt } from 'better-auth/plugins';
import { SCOPES } from '../api-keys/api-key.ts';
import { appGrants, apps } from '../apps/app.table.ts';
import { OFFLINE } from '../apps/app.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { oauthAccessTokens, oauthRefreshTokens } from './oauth.table.ts';

/** How what an app holds begins, so that a leaked one can be searched for. */
export const TOKEN_PREFIXES = { access: 'atelierat_', refresh: 'atelierrt_', secret: 'ateliercs_' } as const;

/** How long what an app holds is good for, in seconds. */
export interface TokenLifetimes {
  code: number;
  access: number;
  refresh: number;
}

/** Where a browser goes on the way to an app's access, below the public address. */
export const OAUTH_PAGES = { signIn: '/auth/oauth2/sign-in', consent: '/connect' } as const;

/** The tables, by the names under which the library looks for them. */
export const oauthTables = {
  oauthClient: apps,
  oauthConsent: appGrants,
  oauthAccessToken: oauthAccessTokens,
  oauthRefreshToken: oauthRefreshTokens,
};

/** The studio that a person has just chosen for an app: a request's own, never a session's, since two tabs may be in two studios. */
export const chosenStudio = new AsyncLocalStorage<{ userId: string; studioId: string }>();

// Nobody ever consents for it, so that whoever has not chosen a studio in this request is asked.
const NO_STUDIO = '00000000-0000-0000-0000-000000000000';

/** Whether a secret, by its hash, is the one before an app's present one and works still. */
export type HoldsBefore = (hashes: { present: string; previous: string }) => Promise<boolean>;

/** OAuth 2.1 for apps of third parties. Access tokens are opaque: each request asks whether they still hold. */
export function oauthPlugins(publicUrl: string, lifetimes: TokenLifetimes, holdsBefore: HoldsBefore) {
  // The library hashes clients' secrets only beside its plugin for signed tokens, of which there are none here: it is given a key whose
  // private half nobody has.
  const { publicKey } = generateKeyPairSync('ed25519');
  const nobodys = {
    id: 'none',
    publicKey: JSON.stringify(publicKey.export({ format: 'jwk' })),
    privateKey: '',
    createdAt: new Date(),
  };
  return [
    jwt({
      disableSettingJwtHeader: true,
      jwt: { issuer: publicUrl },
      adapter: { getJwks: async () => [nobodys], createJwk: async () => nobodys },
    }),
    oauthProvider({
      loginPage: publicUrl + OAUTH_PAGES.signIn,
      consentPage: publicUrl + OAUTH_PAGES.consent,
      scopes: [...SCOPES, OFFLINE],
      grantTypes: ['authorization_code', 'client_credentials', 'refresh_token'],
      codeExpiresIn: lifetimes.code,
      accessTokenExpiresIn: lifetimes.access,
      m2mAccessTokenExpiresIn: lifetimes.access,
      refreshTokenExpiresIn: lifetimes.refresh,
      storeClientSecret: {
        hash: async (secret) => hashSecret(secret),
        verify: async (secret, present) => {
          const given = hashSecret(secret);
          return constantTimeEqual(given, present) || holdsBefore({ present, previous: given });
        },
      },
      storeTokens: { hash: async (token) => hashSecret(token) },
      generateOpaqueAccessToken: newSecret,
      generateRefreshToken: newSecret,
      prefix: { opaqueAccessToken: TOKEN_PREFIXES.access, refreshToken: TOKEN_PREFIXES.refresh, clientSecret: TOKEN_PREFIXES.secret },
      postLogin: {
        page: publicUrl + OAUTH_PAGES.consent,
        // The studio is chosen where the person consents.
        shouldRedirect: () => false,
        consentReferenceId: ({ user }) => {
          const chosen = chosenStudio.getStore();
          return chosen?.userId === user.id ? chosen.studioId : NO_STUDIO;
        },
      },
      rateLimit: { token: { window: 60, max: 60 }, authorize: { window: 60, max: 60 } },
    }),
  ] as const;
}
