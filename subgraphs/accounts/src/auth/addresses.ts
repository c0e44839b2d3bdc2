import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { decodeJwt } from 'jose';
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

/** Sees to it that nobody is led elsewhere, and that a link that mails somebody else cannot be followed without end. */
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
            const newAddress = mailedTo(context.query?.token);
            const taken = newAddress === null ? null : await throttle.take('mail', `${context.path} ${newAddress}`);
            if (taken?.allowed === false) throw tooMany(taken.retryAfter);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** The address that is asked next when a change of address is confirmed at the old one; null for every other link. */
function mailedTo(token: unknown): string | null {
  try {
    const { requestType, updateTo } = decodeJwt(String(token));
    return requestType === 'change-email-confirmation' && typeof updateTo === 'string' ? updateTo : null;
  } catch {
    // No link of ours: the library says so.
    return null;
  }
}
