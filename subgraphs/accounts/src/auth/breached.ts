import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';

// Where a password is chosen, and under which name it comes.
const CHOSEN: Record<string, 'password' | 'newPassword'> = {
  '/sign-up/email': 'password',
  '/reset-password': 'newPassword',
  '/change-password': 'newPassword',
};

/** The shortest password that is taken. */
export const PASSWORD_MIN = 10;

let list: Promise<ReadonlySet<string>> | undefined;

/** The passwords that leak most, from a list that comes with the product: nothing about a password leaves the house. */
function stolen(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return list;
}

/** Whether a password is on the lists that guessers begin with: as it is, or with digits and signs put behind. */
export async function isBreached(password: string): Promise<boolean> {
  const passwords = await stolen();
  const plain = password.toLowerCase();
  const bare = plain.replace(/[^\p{L}]+$/u, '');
  return passwords.has(plain) || (bare !== '' && passwords.has(bare)) || new Set(plain).size <= 2;
}

/** Refuses passwords that everybody knows wherever one is chosen. */
export function breachedPlugin() {
  return {
    id: 'breached-passwords',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && path in CHOSEN,
          handler: createAuthMiddleware(async (context) => {
            const password: unknown = context.body?.[CHOSEN[context.path] ?? 'password'];
            if (typeof password !== 'string' || password.length < PASSWORD_MIN || !(await isBreached(password))) return;
            throw new APIError('BAD_REQUEST', {
              code: 'PASSWORD_BREACHED',
              message: 'This password is on lists of stolen ones, which guessers try first. Choose another one.',
            });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
