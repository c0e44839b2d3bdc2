import { createHmac, randomInt } from 'node:crypto';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, sessionMiddleware } from 'better-auth/api';
import { constantTimeEqual } from 'better-auth/crypto';
import { z } from 'zod';
import type { authMails } from './auth.mails.ts';
import { markProven, tooMany, waysOf } from './proof.ts';
import type { Throttle } from './throttle.ts';

/** How long a mailed code works. */
const CODE_MINUTES = 10;
const DIGITS = 6;

const nameOf = (sessionId: string): string => `proof:${sessionId}`;

/**
 * A mailed code as a proof, for whoever has neither a password nor a second factor: it shows as much as the mailed link by which such a
 * person signs in. It belongs to one session, works once, and ends with the next one; wrong ones are counted as wrong passwords are.
 */
export function proofByMailPlugin(throttle: Throttle, mails: Pick<ReturnType<typeof authMails>, 'proofCode'>, secret: string) {
  const hashOf = (sessionId: string, code: string) =>
    createHmac('sha256', `proof by mail: ${secret}`).update(`${sessionId} ${code}`).digest('base64url');
  return {
    id: 'proof-by-mail',
    endpoints: {
      /** Mails a code to the account's address. */
      sendProofCode: createAuthEndpoint('/prove/mail/send', { method: 'POST', use: [sessionMiddleware] }, async (context) => {
        const { session, user } = context.context.session;
        if (!(await waysOf(context, user, [])).mail) throw new APIError('FORBIDDEN', WAY_CLOSED);
        const taken = await throttle.take('mail', `proof ${user.id}`);
        if (!taken.allowed) throw tooMany(taken.retryAfter);
        const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
        await context.context.internalAdapter.deleteVerificationByIdentifier(nameOf(session.id));
        await context.context.internalAdapter.createVerificationValue({
          identifier: nameOf(session.id),
          value: hashOf(session.id, code),
          expiresAt: new Date(Date.now() + CODE_MINUTES * 60_000),
        });
        await mails.proofCode({ user, code }, context.request);
        return context.json({ status: true });
      }),
      /** Shows the code that was mailed. */
      proveByMail: createAuthEndpoint(
        '/prove/mail',
        { method: 'POST', body: z.object({ code: z.string().max(40) }), use: [sessionMiddleware] },
        async (context) => {
          const { session } = context.context.session;
          const { internalAdapter } = context.context;
          const hash = hashOf(session.id, context.body.code.replaceAll(/\D/g, ''));
          const found = await internalAdapter.findVerificationValue(nameOf(session.id));
          const isRight = found !== null && found.expiresAt > new Date() && constantTimeEqual(found.value, hash);
          // Of two requests with it at once, one takes it.
          if (!isRight || (await internalAdapter.consumeVerificationValue(nameOf(session.id)))?.value !== hash)
            throw new APIError('UNAUTHORIZED', { code: 'INVALID_MAILED_CODE', message: 'This code is not right, or no longer good.' });
          await markProven(context, session.token);
          await throttle.clear('proof', session.id);
          return context.json({ status: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

const WAY_CLOSED = { code: 'WAY_CLOSED', message: 'You have a stronger way: your password, a code of the app, or a passkey.' };
