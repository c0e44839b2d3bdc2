import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import {
  APIError,
  addOAuthServerContext,
  createAuthEndpoint,
  createAuthMiddleware,
  getOAuthState,
  sessionMiddleware,
} from 'better-auth/api';
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies';
import { generateIdTokenNonce, generateState } from 'better-auth/oauth2';
import { z } from 'zod';
import { markProven, waysOf } from './proof.ts';
import type { Throttle } from './throttle.ts';

/** How much earlier than the question the clock of a provider may say that somebody signed in. */
const CLOCK_SKEW_MS = 30_000;

const shape = z.object({ proof: z.object({ sessionId: z.string(), userId: z.string(), at: z.number() }) });
type Proof = z.infer<typeof shape>['proof'];

/** What the present round by a provider is to prove; null where somebody signs in, or joins one. */
async function proofUnderWay(): Promise<Proof | null> {
  return shape.safeParse((await getOAuthState())?.serverContext).data?.proof ?? null;
}

/** Why what a provider says is no proof of who is in the session; undefined where it is one, or no proof is under way. */
export async function refuseStaleProof({
  user,
  source,
}: {
  user: { id?: string | undefined };
  source: { action: string; oauth?: { profile?: Record<string, unknown> | undefined } | undefined };
}): Promise<{ error: string; errorDescription: string } | undefined> {
  const proof = await proofUnderWay();
  if (proof === null) return undefined;
  if (source.action !== 'sign-in' || user.id !== proof.userId)
    return { error: 'proof_of_another', errorDescription: 'That is an account of somebody else.' };
  const signedInAt = source.oauth?.profile?.auth_time;
  if (typeof signedInAt === 'number' && signedInAt * 1_000 >= proof.at - CLOCK_SKEW_MS) return undefined;
  return { error: 'proof_not_fresh', errorDescription: 'They do not say that you have signed in there just now.' };
}

/**
 * Signing in anew at a provider that the account is joined to, as a proof: the provider is told to ask again, and believed only where it
 * says that it has. Comes before the plugins that ask for a second factor: nobody signs in here.
 */
export function proofByProviderPlugin(throttle: Throttle, providerIds: readonly string[]) {
  async function keepSession(context: GenericEndpointContext, proof: Proof): Promise<void> {
    const { internalAdapter, authCookies, secret } = context.context;
    const made = context.context.newSession;
    if (!made) return;
    await internalAdapter.deleteSession(made.session.token);
    context.context.setNewSession(null);
    const token = await context.getSignedCookie(authCookies.sessionToken.name, secret);
    const present = token ? await internalAdapter.findSession(token) : null;
    if (!token || present?.session.id !== proof.sessionId || present.user.id !== proof.userId) {
      deleteSessionCookie(context);
      throw context.redirect(`${context.context.baseURL.replace(/\/auth$/, '')}/proven?error=session_ended`);
    }
    await markProven(context, token);
    await setSessionCookie(context, present);
    // It calls the session new: whoever comes after would tell of a sign-in, and ask for a second factor.
    context.context.setNewSession(null);
    await throttle.clear('proof', proof.sessionId);
  }

  return {
    id: 'proof-by-provider',
    endpoints: {
      /** Begins it: gives the address to go to. */
      proveByProvider: createAuthEndpoint(
        '/prove/provider',
        {
          method: 'POST',
          body: z.object({ provider: z.string(), callbackURL: z.string(), errorCallbackURL: z.string() }),
          use: [sessionMiddleware],
        },
        async (context) => {
          const { session, user } = context.context.session;
          const { providers } = await waysOf(context, user, providerIds);
          const provider = providers.includes(context.body.provider)
            ? context.context.socialProviders.find(({ id }) => id === context.body.provider)
            : undefined;
          if (!provider) throw new APIError('NOT_FOUND', { code: 'PROVIDER_NOT_FOUND', message: 'Your account is not joined to it.' });
          await addOAuthServerContext({ proof: { sessionId: session.id, userId: user.id, at: Date.now() } satisfies Proof });
          const idTokenNonce = generateIdTokenNonce(provider);
          const { state, codeVerifier } = await generateState(context, { idTokenNonce });
          const url = await provider.createAuthorizationURL({
            state,
            codeVerifier,
            idTokenNonce,
            redirectURI: `${context.context.baseURL}/callback/${provider.id}`,
            additionalParams: { prompt: 'login', max_age: '0' },
          });
          return context.json({ url: url.toString() });
        },
      ),
    },
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === '/callback/:id',
          handler: createAuthMiddleware(async (context) => {
            const proof = await proofUnderWay();
            if (proof !== null) await keepSession(context, proof);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
