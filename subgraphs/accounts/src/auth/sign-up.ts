import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { newSecret } from '../secrets.ts';
import { readLink } from './addresses.ts';

/** The link in the mail that proves an address is good for this long, and so is the memory of the browser that asked for it. */
export const VERIFY_SECONDS = 24 * 60 * 60;

// As long as a link to choose a new password that was asked for.
const CHOICE_MS = 60 * 60 * 1000;

/**
 * Keeps a password only where the browser that typed it also proves the address: else whoever signs up with somebody's address would
 * have a password for the account that its owner confirms. Another browser is led to choose one.
 */
export function signUpPlugin(publicUrl: string) {
  // Who has just lost a password that was never proven, while their request is answered.
  const choosing = new WeakMap<Request, string>();
  const cookieOf = (context: GenericEndpointContext) => context.context.createAuthCookie('sign_up', { maxAge: VERIFY_SECONDS });

  return {
    id: 'sign-up',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/verify-email',
          handler: createAuthMiddleware(async (context) => {
            const { email, updateTo } = await readLink(context.query?.token, context.context.secret);
            if (typeof email !== 'string' || updateTo !== undefined) return;
            const user = (await context.context.internalAdapter.findUserByEmail(email))?.user;
            if (!user || user.emailVerified || !context.request) return;
            if ((await context.getSignedCookie(cookieOf(context).name, context.context.secret)) === user.id) return;
            const where = [
              { field: 'userId', value: user.id },
              { field: 'providerId', value: 'credential' },
            ];
            await context.context.adapter.deleteMany({ model: 'account', where });
            choosing.set(context.request, user.id);
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path === '/sign-up/email',
          handler: createAuthMiddleware(async (context) => {
            // Of an address that has an account the library makes an id up: no answer tells, and no account has it.
            const id = idIn(context.context.returned);
            if (id === null) return;
            const cookie = cookieOf(context);
            await context.setSignedCookie(cookie.name, id, context.context.secret, cookie.attributes);
          }),
        },
        {
          matcher: ({ path }) => path === '/verify-email',
          handler: createAuthMiddleware(async (context) => {
            if (!context.context.newSession) return;
            const userId = context.request && choosing.get(context.request);
            if (userId === undefined) {
              const cookie = cookieOf(context);
              context.setCookie(cookie.name, '', { ...cookie.attributes, maxAge: 0 });
              return;
            }
            const token = newSecret();
            await context.context.internalAdapter.createVerificationValue({
              identifier: `reset-password:${token}`,
              value: userId,
              expiresAt: new Date(Date.now() + CHOICE_MS),
            });
            throw context.redirect(choicePage(publicUrl, context.context.responseHeaders?.get('location') ?? '/', token));
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** The page that says that an address is confirmed, with the secret by which a password is chosen and the way on from there. */
function choicePage(publicUrl: string, location: string, token: string): string {
  const page = new URL('/verify-email', publicUrl);
  const next = new URL(location, publicUrl);
  const back = next.pathname === page.pathname ? next.searchParams.get('back') : next.pathname + next.search;
  if (back) page.searchParams.set('back', back);
  page.searchParams.set('token', token);
  return page.href;
}

function idIn(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('user' in answer)) return null;
  const { user } = answer;
  return typeof user === 'object' && user !== null && 'id' in user && typeof user.id === 'string' ? user.id : null;
}
