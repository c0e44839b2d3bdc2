import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthEndpoint, createAuthMiddleware, getSessionFromCtx, sessionMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { isProven, PROOF_NEEDED } from '../users/proof.ts';
import type { Throttle } from './throttle.ts';

// What better-auth does only after a fresh proof. A changed password brings the present one along.
const GUARDED = new Set([
  '/change-email',
  '/link-social',
  '/unlink-account',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
]);

// Sessions that begin here begin with a proof. A mailed link shows only who reads the mail.
const PROVING = new Set([
  '/sign-in/email',
  '/change-password',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
]);

/** When a session that begins on a path was proven. */
export const provedAtStart = (path: string | undefined, carried: unknown): Date | null =>
  path !== undefined && PROVING.has(path) ? new Date() : carried instanceof Date ? carried : null;

/** By what a person can show that it is them. */
export interface Ways {
  password: boolean;
  /** A code of an authenticator app. */
  app: boolean;
  passkey: boolean;
  /** Those that the account is joined to, by id. */
  providers: string[];
  /** A code by mail: only for who has none of the first three. */
  mail: boolean;
}

/** The ways that a person has, of the providers that are set up here. */
export async function waysOf(
  context: GenericEndpointContext,
  user: { id: string; twoFactorEnabled?: unknown },
  providerIds: readonly string[],
): Promise<Ways> {
  const { internalAdapter, adapter } = context.context;
  const [accounts, passkeys] = await Promise.all([
    internalAdapter.findAccounts(user.id),
    adapter.count({ model: 'passkey', where: [{ field: 'userId', value: user.id }] }),
  ]);
  const password = accounts.some(({ providerId, password: hash }) => providerId === 'credential' && hash);
  const app = user.twoFactorEnabled === true;
  const passkey = passkeys > 0;
  const providers = providerIds.filter((id) => accounts.some(({ providerId }) => providerId === id));
  return { password, app, passkey, providers, mail: !password && !app && !passkey };
}

/** Notes that the person behind a session has shown who they are. */
export async function markProven(context: GenericEndpointContext, token: string): Promise<void> {
  await context.context.internalAdapter.updateSession(token, { provedAt: new Date() });
}

const COUNTED = ['/prove/password', '/prove/mail', '/two-factor/verify-totp', '/change-password'];

/** Keeps the proof of sessions, and asks for one before what could take an account away. */
export function proofPlugin(throttle: Throttle, providerIds: readonly string[]) {
  return {
    id: 'proof',
    endpoints: {
      /** What the person can show. */
      proofWays: createAuthEndpoint('/prove/ways', { method: 'GET', use: [sessionMiddleware] }, async (context) =>
        context.json(await waysOf(context, context.context.session.user, providerIds)),
      ),
      /** Shows the password once more. */
      provePassword: createAuthEndpoint(
        '/prove/password',
        { method: 'POST', body: z.object({ password: z.string().max(128) }), use: [sessionMiddleware] },
        async (context) => {
          const { session, user } = context.context.session;
          await context.context.password.checkPassword(user.id, context);
          await markProven(context, session.token);
          await throttle.clear('proof', session.id);
          return context.json({ status: true });
        },
      ),
    },
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && GUARDED.has(path),
          handler: createAuthMiddleware(async (context) => {
            const found = await getSessionFromCtx(context);
            if (found === null) throw new APIError('UNAUTHORIZED', { code: 'UNAUTHORIZED', message: 'Sign in to do this.' });
            if (!isProven(found.session.provedAt as Date | null, new Date())) throw new APIError('FORBIDDEN', PROOF_NEEDED);
            if (!context.path.startsWith('/two-factor/')) return;
            // The plugin would ask for the password again, which not everybody has; the proof stands for it.
            return { context: { context: { internalAdapter: { findCredentialAccount: async () => null } } } };
          }),
        },
        {
          matcher: ({ path }) => path !== undefined && COUNTED.includes(path),
          handler: createAuthMiddleware(async (context) => {
            const found = await getSessionFromCtx(context);
            if (found === null) return;
            // By session, so that whoever holds a stolen one uses up its own attempts only.
            const taken = await throttle.take('proof', found.session.id);
            if (!taken.allowed) throw tooMany(taken.retryAfter);
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path === '/two-factor/verify-totp',
          handler: createAuthMiddleware(async (context) => {
            if (context.context.returned instanceof APIError || context.context.newSession !== null) return;
            const found = await getSessionFromCtx(context);
            if (found === null) return;
            await markProven(context, found.session.token);
            await throttle.clear('proof', found.session.id);
          }),
        },
        {
          // Somebody who is signed in proves it by a passkey: they keep the session that they have.
          matcher: ({ path }) => path === '/passkey/verify-authentication',
          handler: createAuthMiddleware(async (context) => {
            const made = context.context.newSession;
            const { name } = context.context.authCookies.sessionToken;
            const token = await context.getSignedCookie(name, context.context.secret);
            if (!made || !token || token === made.session.token) return;
            const present = await context.context.internalAdapter.findSession(token);
            if (present?.user.id !== made.user.id) return;
            await context.context.internalAdapter.deleteSession(made.session.token);
            await markProven(context, token);
            await setSessionCookie(context, present);
            context.context.setNewSession(null);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** The refusal of somebody who tried too often. */
export function tooMany(retryAfter: number): APIError {
  return new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'TOO_MANY_ATTEMPTS', message: 'Too many attempts. Wait a few minutes.' },
    { 'Retry-After': String(retryAfter) },
  );
}
