import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { z } from 'zod';
import { isProven } from '../users/proof.ts';

/** How long a set-up that was begun goes on with its secret. */
const MINUTES = 30;

const ENABLE = '/two-factor/enable';

const Answer = z.object({ method: z.literal('totp'), totpURI: z.string(), backupCodes: z.array(z.string()) });
/** `secret` is that of the app as the database has it, `answer` what was shown with it; both encrypted. */
const Begun = z.object({ secret: z.string(), answer: z.string() });

const nameOf = (sessionId: string): string => `app-setup:${sessionId}`;

/** The app of a person that has not shown a right code yet; null where there is none. */
async function unfinishedApp(context: GenericEndpointContext, userId: string): Promise<{ secret: string } | null> {
  const where = [{ field: 'userId', value: userId }];
  const app = await context.context.adapter.findOne<{ secret: string; verified: boolean }>({ model: 'twoFactor', where });
  return app?.verified === false ? app : null;
}

/**
 * Lets a session go on with the app that it began to set up, where the library would make a new secret: whoever reloads the page has
 * scanned the picture already. Never in another session, whose person may be another one.
 */
export function appSetupPlugin() {
  return {
    id: 'app-setup',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === ENABLE,
          handler: createAuthMiddleware(async (context) => {
            const found = await getSessionFromCtx(context);
            // Whoever has to prove themselves first is told so by the proof's own hook.
            if (found === null || !isProven(found.session.provedAt as Date | null, new Date())) return;
            const kept = await context.context.internalAdapter.findVerificationValue(nameOf(found.session.id));
            if (kept === null || kept.expiresAt <= new Date()) return;
            const begun = Begun.parse(JSON.parse(kept.value));
            const app = await unfinishedApp(context, found.user.id);
            // Another session may have begun anew since.
            if (app?.secret !== begun.secret) return;
            const answer = await symmetricDecrypt({ key: context.context.secretConfig, data: begun.answer });
            return context.json(Answer.parse(JSON.parse(answer)));
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path === ENABLE,
          handler: createAuthMiddleware(async (context) => {
            const answer = Answer.safeParse(context.context.returned);
            const { session } = context.context;
            const app = answer.success && session ? await unfinishedApp(context, session.user.id) : null;
            if (!answer.success || !session || app === null) return;
            const { internalAdapter, secretConfig } = context.context;
            const begun = {
              secret: app.secret,
              answer: await symmetricEncrypt({ key: secretConfig, data: JSON.stringify(answer.data) }),
            };
            const identifier = nameOf(session.session.id);
            await internalAdapter.deleteVerificationByIdentifier(identifier);
            await internalAdapter.createVerificationValue({
              identifier,
              value: JSON.stringify(begun),
              expiresAt: new Date(Date.now() + MINUTES * 60_000),
            });
          }),
        },
        {
          matcher: ({ path }) => path === '/two-factor/verify-totp',
          handler: createAuthMiddleware(async (context) => {
            const { session, returned, internalAdapter } = context.context;
            if (session && !(returned instanceof APIError))
              await internalAdapter.deleteVerificationByIdentifier(nameOf(session.session.id));
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
