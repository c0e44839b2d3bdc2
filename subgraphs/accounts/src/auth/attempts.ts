import { isStorable, NOT_STORABLE } from '@atelier/service-kit/text';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { checkProfile } from '../users/user.ts';
import type { authMails } from './auth.mails.ts';
import type { Devices } from './devices.ts';
import { tooMany } from './proof.ts';
import type { AttemptKind, Throttle } from './throttle.ts';

// Which of better-auth's paths count attempts by e-mail address. Mails are counted for each path apart: else whoever asks for those that
// let nobody in would keep the owner from those that do.
const COUNTED: Record<string, AttemptKind> = {
  '/sign-in/email': 'password',
  '/sign-in/magic-link': 'mail',
  '/sign-up/email': 'mail',
  '/request-password-reset': 'mail',
  '/send-verification-email': 'mail',
};

/** The name of somebody who signs up, as any profile's. Looked at before it is known whether the address has an account. */
function signUpName(given: unknown): string {
  const checked = checkProfile({ name: typeof given === 'string' ? given : '' });
  if ('__typename' in checked) throw new APIError('BAD_REQUEST', { code: `NAME_${checked.code}`, message: checked.message });
  return checked.name ?? '';
}

/** What goes before and after every request to better-auth: what cannot be kept is refused, and attempts are counted by e-mail address. */
export function attemptHooks(options: {
  throttle: Throttle;
  devices: Devices;
  mails: Pick<ReturnType<typeof authMails>, 'passwordChanged'>;
}) {
  const { throttle, devices, mails } = options;
  return {
    before: createAuthMiddleware(async (context) => {
      if (!isStorable(context.body) || !isStorable(context.query)) {
        throw new APIError('BAD_REQUEST', { code: 'BAD_USER_INPUT', message: NOT_STORABLE });
      }
      const kind = COUNTED[context.path];
      const email: unknown = context.body?.email;
      // Whoever changes a password wants everybody else out.
      if (context.path === '/change-password') return { context: { body: { ...context.body, revokeOtherSessions: true } } };
      const given = context.path === '/sign-up/email' ? { body: { ...context.body, name: signUpName(context.body?.name) } } : {};
      if (kind !== undefined && typeof email === 'string') {
        const taken = await throttle.take(
          kind,
          kind === 'password' ? await devices.counterOf(context, { email }) : `${context.path} ${email}`,
        );
        if (!taken.allowed) throw tooMany(taken.retryAfter);
      }
      return { context: given };
    }),
    after: createAuthMiddleware(async (context) => {
      const user = context.context.newSession?.user;
      if (user && context.path === '/sign-in/email')
        await throttle.clear('password', await devices.counterOf(context, { email: user.email }));
      if (context.path === '/change-password' && !(context.context.returned instanceof APIError) && context.context.session) {
        await mails.passwordChanged({ user: context.context.session.user }, context.request);
      }
    }),
  };
}
