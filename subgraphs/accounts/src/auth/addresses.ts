import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { type JWTPayload, jwtVerify } from 'jose';
import { tooMany } from './proof.ts';
import type { Throttle } from './throttle.ts';

// Where the library leads a browser when it is done.
const WAYS_BACK = ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL', 'redirectTo'] as const;

const FOREIGN = { code: 'INVALID_CALLBACK_URL', message: 'Name a page of this site to go on to, as in /projects.' };

/**
 * Whether an address stays with us however often it is read and written again: what begins as a path can become `//elsewhere`
 * as soon as its dots are resolved, and that is another site.
 */
export function staysHere(address: string, origins: readonly string[]): boolean {
  const [own = ''] = origins;
  if (!URL.canParse(address, own)) return false;
  const { origin, pathname } = new URL(address, own);
  return origins.includes(origin) && !/^\/[/\\]/.test(pathname);
}

/** Sees to it that nobody is led elsewhere, and that links that change an address neither mail without end nor take one that is somebody's. */
export function addressesPlugin(throttle: Throttle, origins: readonly string[]) {
  return {
    id: 'addresses',
    hooks: {
      before: [
        {
          matcher: () => true,
          handler: createAuthMiddleware(async (context) => {
            const given: Record<string, unknown>[] = [context.query ?? {}, context.body ?? {}];
            for (const name of WAYS_BACK) {
              const addresses = given.map((values) => values[name]).filter((value) => typeof value === 'string' && value !== '');
              if (!addresses.every((address) => staysHere(String(address), origins))) throw new APIError('FORBIDDEN', FOREIGN);
            }
          }),
        },
        {
          matcher: ({ path }) => path === '/verify-email',
          handler: createAuthMiddleware(async (context) => {
            const { requestType, updateTo } = await readLink(context.query?.token, context.context.secret);
            if (typeof updateTo !== 'string') return;
            if (requestType === 'change-email-confirmation') {
              const taken = await throttle.take('mail', `${context.path} ${updateTo}`);
              if (!taken.allowed) throw tooMany(taken.retryAfter);
            } else if ((await context.context.internalAdapter.findUserByEmail(updateTo)) !== null) {
              // Somebody was faster; only who reads the mail of that address hears of it.
              const back = new URL(String(context.query?.callbackURL ?? '/verify-email'), context.context.baseURL);
              back.searchParams.set('error', 'EMAIL_TAKEN');
              throw context.redirect(back.href);
            }
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** What a link of ours says; nothing of what we have not signed, which the library refuses. */
export async function readLink(token: unknown, secret: string): Promise<JWTPayload> {
  try {
    return (await jwtVerify(String(token), new TextEncoder().encode(secret), { algorithms: ['HS256'] })).payload;
  } catch {
    return {};
  }
}
