import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins';
import { checkProfile } from '../users/user.ts';
import { failure, type WebHandler } from '../web.ts';

/** Who can sign people in for us, where an installation is known to them. */
export const PROVIDERS = { google: 'Google', apple: 'Apple' } as const;
export type ProviderId = keyof typeof PROVIDERS;

/** How an installation is known to a provider of OpenID. */
export interface Provider {
  id: ProviderId;
  /** Where it is found: `/.well-known/openid-configuration` below it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
}

// A name that we would not show is not taken over; who has none is called as their address begins.
function nameOf({ name, email }: { name?: unknown; email?: unknown }): string {
  for (const candidate of [name, String(email ?? '').split('@')[0]]) {
    const checked = checkProfile({ name: typeof candidate === 'string' ? candidate.slice(0, 80) : '' });
    if (!('__typename' in checked) && checked.name) return checked.name;
  }
  return 'New here';
}

/** Sign-in by others: what they say is checked by their keys, their nonce and our state; of them we keep who they mean, and no token. */
export function providerPlugins(providers: readonly Provider[]) {
  const known = genericOAuth({
    config: providers.map(({ id, issuer, clientId, clientSecret }) => ({
      providerId: id,
      name: PROVIDERS[id],
      discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      scopes: id === 'apple' ? ['openid', 'name', 'email'] : ['openid', 'profile', 'email'],
      // What Apple asks of whoever wants an address.
      ...(id === 'apple' ? { responseMode: 'form_post' as const } : {}),
      pkce: true,
      requireIdTokenVerification: true,
      // Apple writes it as text.
      mapProfileToUser: (profile) => ({
        name: nameOf(profile),
        emailVerified: profile.email_verified === true || profile.email_verified === 'true',
        image: '',
      }),
    })),
  });
  const guard = {
    id: 'providers-guard',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/sign-in/social' || path === '/link-social',
          handler: createAuthMiddleware(async ({ body }) => {
            // Only what comes back to the browser that has asked is believed, and only for what we ask.
            if (body?.idToken === undefined && body?.scopes === undefined && body?.additionalParams === undefined) return;
            throw new APIError('BAD_REQUEST', { code: 'BAD_USER_INPUT', message: 'Signing in by others begins and ends in the browser.' });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
  return [known, guard] as const;
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

/** Answers `/auth/providers`: who can sign people in here, for the buttons. */
export function providersRoute(providers: readonly Provider[]): WebHandler {
  const list = providers.map(({ id }) => ({ id, name: PROVIDERS[id] }));
  return async (request) =>
    request.method === 'GET' ? Response.json({ providers: list }) : failure(404, 'NOT_FOUND', 'There is no such page.');
}
