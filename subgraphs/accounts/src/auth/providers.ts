import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { GenericOAuthConfig } from 'better-auth/plugins';
import { decodeJwt } from 'jose';
import { checkProfile } from '../users/user.ts';
import { failure, type WebHandler } from '../web.ts';
import { nameBeside } from './apple.ts';
import { PROVIDERS, type Provider } from './provider.ts';
import type { ProviderDirectory } from './provider-directory.ts';

const BEGINNINGS = ['/sign-in/social', '/link-social', '/prove/provider'];
const CALLBACK = '/callback/:id';

// A name that we would not show is not taken over; who has none is called as their address begins.
function nameOf(candidates: readonly unknown[]): string {
  for (const candidate of candidates) {
    const checked = checkProfile({ name: typeof candidate === 'string' ? candidate.slice(0, 80) : '' });
    if (!('__typename' in checked) && checked.name) return checked.name;
  }
  return 'New here';
}

/** How the library asks a provider: what it says is checked by its keys, its nonce and our state. */
export function configOf({ id, issuer, clientId }: Provider): GenericOAuthConfig {
  return {
    providerId: id,
    name: PROVIDERS[id],
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientId,
    scopes: id === 'apple' ? ['openid', 'name', 'email'] : ['openid', 'profile', 'email'],
    // What Apple asks of whoever wants an address.
    ...(id === 'apple' ? { responseMode: 'form_post' as const } : {}),
    pkce: true,
    requireIdTokenVerification: true,
    // The library has checked the token by now. What stands beside it is nobody's word but the browser's: a name, and no more.
    getUserInfo: async (tokens) => {
      if (!tokens.idToken) return null;
      const claims = decodeJwt(tokens.idToken);
      const email = typeof claims.email === 'string' ? claims.email : '';
      const beside = 'user' in tokens ? nameBeside(tokens.user) : null;
      return {
        ...claims,
        id: claims.sub ?? '',
        email,
        name: nameOf([claims.name, beside, email.split('@')[0]]),
        // Apple writes it as text.
        emailVerified: claims.email_verified === true || claims.email_verified === 'true',
        image: '',
      };
    },
  };
}

/** Sign-in by others: of them we keep who they mean, and no token. One that does not answer is asked for later. */
export function providersPlugin(directory: ProviderDirectory, publicUrl: string) {
  return {
    id: 'providers',
    init: (context) => {
      directory.open(context);
      return undefined;
    },
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && BEGINNINGS.includes(path),
          handler: createAuthMiddleware(async ({ body }) => {
            // Only what comes back to the browser that has asked is believed, and only for what we ask.
            if (body?.idToken !== undefined || body?.scopes !== undefined || body?.additionalParams !== undefined)
              throw new APIError('BAD_REQUEST', {
                code: 'BAD_USER_INPUT',
                message: 'Signing in by others begins and ends in the browser.',
              });
            if (await directory.ready(String(body?.provider))) return;
            throw new APIError('SERVICE_UNAVAILABLE', {
              code: 'PROVIDER_UNAVAILABLE',
              message: 'It does not answer at the moment. Try again in a minute, or take another way.',
            });
          }),
        },
        {
          // After a new start of ours in between.
          matcher: ({ path }) => path === CALLBACK,
          handler: createAuthMiddleware(async (context) => {
            if (await directory.ready(String(context.params?.id))) return;
            throw context.redirect(`${publicUrl}/sign-in?error=provider_unavailable`);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** What a provider says counts for a new person, and for one more way in, only when it has seen that the address is theirs. */
export function refuseUnverified({
  user,
  source,
}: {
  user: { emailVerified?: boolean | undefined };
  source: { method: string; action?: string };
}): { error: string; errorDescription: string } | undefined {
  if (source.method !== 'oauth' || source.action === 'sign-in' || user.emailVerified === true) return undefined;
  return { error: 'email_not_verified', errorDescription: 'The address is not confirmed there.' };
}

/** Answers `/auth/providers`: who can sign people in here, and who cannot just now, for the buttons. */
export function providersRoute(directory: Pick<ProviderDirectory, 'list'>): WebHandler {
  return async (request) =>
    request.method === 'GET' ? Response.json({ providers: directory.list() }) : failure(404, 'NOT_FOUND', 'There is no such page.');
}
