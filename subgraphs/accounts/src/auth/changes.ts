import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { authMails } from './auth.mails.ts';

/** What can change about how a person signs in. */
export type SecurityChange = 'app-added' | 'app-removed' | 'codes-renewed' | 'passkey-added' | 'passkey-removed';

const CHANGES: Record<string, SecurityChange> = {
  '/two-factor/verify-totp': 'app-added',
  '/two-factor/disable': 'app-removed',
  '/two-factor/generate-backup-codes': 'codes-renewed',
  '/passkey/verify-registration': 'passkey-added',
};

/** Tells the owner by mail whenever their second factors have changed, and `onFactorsChange` whose have: a studio may wait for one. */
export function changesPlugin(
  mails: Pick<ReturnType<typeof authMails>, 'securityChanged'>,
  onFactorsChange: (userId: string) => Promise<void>,
) {
  return {
    id: 'security-changes',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path !== undefined && path in CHANGES,
          handler: createAuthMiddleware(async (context) => {
            const change = CHANGES[context.path];
            const present = context.context.session;
            if (context.context.returned instanceof APIError || !change || !present) return;
            // A right code in a session sets an app up once, and is a proof from then on.
            if (change === 'app-added' && (present.user.twoFactorEnabled === true || context.context.newSession === null)) return;
            await onFactorsChange(present.user.id);
            await mails.securityChanged({ user: present.user, change }, context.request);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
