import { passkey } from '@better-auth/passkey';
import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { appSetupPlugin } from './app-setup.ts';
import type { Codes } from './codes.ts';
import type { Devices } from './devices.ts';
import { tooMany } from './proof.ts';
import { hashRecoveryCode, newRecoveryCodes, recoveryCodeStorage } from './recovery-codes.ts';
import type { Throttle } from './throttle.ts';

// After these a second factor is asked for, where the person has one. A passkey is both factors at once.
const FIRST_FACTORS = ['/sign-in/email', '/magic-link/verify', '/verify-email', '/oauth2/callback/:providerId', '/callback/:id'];

const CHECKED = ['/two-factor/verify-totp', '/two-factor/verify-backup-code'];

interface Options {
  secret: string;
  publicUrl: string;
  throttle: Throttle;
  devices: Devices;
  codes: Codes;
}

/** What is asked for after the first factor: a code of an app, a recovery code, or a passkey. */
export function secondFactorPlugins({ secret, publicUrl, throttle, devices, codes }: Options) {
  const app = twoFactor({
    issuer: 'Atelier',
    allowPasswordless: true,
    // Its lock would also keep out the owner; throttle.ts counts a known browser by itself.
    accountLockout: { enabled: false },
    backupCodeOptions: { customBackupCodesGenerate: newRecoveryCodes, storeBackupCodes: recoveryCodeStorage(secret) },
  });
  const keys = passkey({
    rpName: 'Atelier',
    rpID: new URL(publicUrl).hostname,
    origin: new URL(publicUrl).origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: { afterVerification: async ({ verification }) => requireUser(verification.registrationInfo?.userVerified) },
    authentication: { afterVerification: async ({ verification }) => requireUser(verification.authenticationInfo.userVerified) },
  });
  // Who is asked, while their request is answered.
  const asked = new WeakMap<Request, { hasPasskey: boolean }>();
  const isFirstFactor = ({ path }: { path?: string | undefined }) => path !== undefined && FIRST_FACTORS.includes(path);

  /** Runs before better-auth's own: who has a passkey has a second factor, too. */
  const before = {
    id: 'before-second-factor',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && CHECKED.includes(path),
          handler: createAuthMiddleware(async (context) => {
            const challenged = await challengedUser(context);
            if (challenged !== null) {
              const taken = await throttle.take('code', await devices.counterOf(context, { userId: challenged }));
              if (!taken.allowed) throw tooMany(taken.retryAfter);
            }
            const given = typeof context.body?.code === 'string' ? context.body.code : '';
            const isRecovery = context.path === '/two-factor/verify-backup-code';
            const code = isRecovery ? hashRecoveryCode(secret, given) : given.replaceAll(/\D/g, '');
            // Whom the plugin asks: who is signed in goes before who is signing in.
            const userId = (await getSessionFromCtx(context))?.user.id ?? challenged;
            if (!isRecovery && userId !== null && !(await codes.take(context, userId, code))) throw new APIError('UNAUTHORIZED', CODE_USED);
            return { context: { body: { ...context.body, trustDevice: false, code } } };
          }),
        },
      ],
      after: [
        {
          matcher: isFirstFactor,
          handler: createAuthMiddleware(async (context) => {
            const made = context.context.newSession;
            if (!made || !context.request) return;
            const where = [{ field: 'userId', value: made.user.id }];
            const hasPasskey = (await context.context.adapter.count({ model: 'passkey', where })) > 0;
            asked.set(context.request, { hasPasskey });
            if (hasPasskey) made.user.twoFactorEnabled = true;
          }),
        },
        {
          matcher: ({ path }) => path !== undefined && CHECKED.includes(path),
          handler: createAuthMiddleware(async (context) => {
            const made = context.context.newSession;
            if (made) await throttle.clear('code', await devices.counterOf(context, { userId: made.user.id }));
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;

  /** Runs after better-auth's own: says what may be shown, and leads a followed link to the page that asks for it. */
  const after = {
    id: 'after-second-factor',
    hooks: {
      after: [
        {
          matcher: isFirstFactor,
          handler: createAuthMiddleware(async (context) => {
            const answer = context.context.returned as { twoFactorRedirect?: boolean; twoFactorMethods?: string[] } | undefined;
            if (answer?.twoFactorRedirect !== true || !context.request) return;
            const methods = [...(answer.twoFactorMethods ?? []), ...(asked.get(context.request)?.hasPasskey ? ['passkey'] : [])];
            if (context.request.method !== 'GET') return context.json({ ...answer, twoFactorMethods: methods });
            const back = new URL(context.context.responseHeaders?.get('location') ?? '/', publicUrl);
            throw context.redirect(
              `${publicUrl}/second-step?${new URLSearchParams({ ways: methods.join(' '), back: back.pathname + back.search })}`,
            );
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;

  const asking = { ...app, hooks: { after: app.hooks.after.map((hook) => ({ ...hook, matcher: isFirstFactor })) } };
  return [before, appSetupPlugin(), asking, after, keys] as const;
}

const CODE_USED = { code: 'CODE_USED', message: 'This code was used already. Wait for the next one.' };

function requireUser(userVerified: boolean | undefined): void {
  if (userVerified === true) return;
  throw new APIError('BAD_REQUEST', {
    code: 'USER_NOT_VERIFIED',
    message: 'Unlock the passkey by finger, face or PIN: having the device alone is not enough.',
  });
}

/** Who passed the first factor in this browser and is asked for the second; null where nobody is. */
export async function challengedUser(context: GenericEndpointContext): Promise<string | null> {
  const cookie = context.context.createAuthCookie('two_factor');
  const identifier = await context.getSignedCookie(cookie.name, context.context.secret);
  if (!identifier) return null;
  return (await context.context.internalAdapter.findVerificationValue(identifier))?.value ?? null;
}
