import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { type AuditKind, type Happening, type Origin, toOrigin, veiled } from '../audit-log/audit-log.ts';
import { ADDRESS_HEADER } from '../web.ts';

/** Tells the audit log of a person's account; never throws. */
export type TellPerson = (userId: string, by: 'self' | 'stranger', origin: Origin, happening: Happening) => Promise<void>;

// What a person changes about their account in a session. A right code in one sets an app up once, and is a proof from then on.
const CHANGES: Record<string, { kind: AuditKind; factor?: string }> = {
  '/change-password': { kind: 'PASSWORD_CHANGED' },
  '/two-factor/verify-totp': { kind: 'SECOND_FACTOR_ADDED', factor: 'authenticator app' },
  '/two-factor/disable': { kind: 'SECOND_FACTOR_REMOVED', factor: 'authenticator app' },
  '/two-factor/generate-backup-codes': { kind: 'RECOVERY_CODES_RENEWED' },
  '/passkey/verify-registration': { kind: 'SECOND_FACTOR_ADDED', factor: 'passkey' },
};

/** Where a request to sign-in came from. */
export const originOf = (request: Request | undefined): Origin =>
  toOrigin(request?.headers.get(ADDRESS_HEADER) ?? null, request?.headers.get('user-agent') ?? null);

/**
 * Tells the audit log who came in, who did not, who went, and what changed about how somebody signs in. It is told off the answer's path,
 * so that the answer's time does not say whether an address has an account. Comes after the plugins that ask for a second factor.
 */
export function eventsPlugin(tell: TellPerson) {
  const addressChanges = new WeakSet<Request>();
  const later = (context: GenericEndpointContext, userId: string, by: 'self' | 'stranger', happening: Happening) =>
    context.context.runInBackground(tell(userId, by, originOf(context.request), happening));

  async function tellOfFailure(context: GenericEndpointContext, email: string): Promise<void> {
    const found = await context.context.internalAdapter.findUserByEmail(email.trim().toLowerCase());
    if (found) await tell(found.user.id, 'stranger', originOf(context.request), { kind: 'SIGN_IN_FAILED' });
  }

  return {
    id: 'audit-events',
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            delete: {
              after: async (session, context) => {
                if (context?.path === '/sign-out') later(context, session.userId, 'self', { kind: 'SIGNED_OUT' });
              },
            },
          },
          user: {
            update: {
              before: async (data, context) => {
                if (typeof data.email === 'string' && context?.request) addressChanges.add(context.request);
              },
              after: async (user, context) => {
                if (!context?.request || !addressChanges.delete(context.request)) return;
                later(context, user.id, 'self', { kind: 'EMAIL_CHANGED', after: { email: veiled(user.email) } });
              },
            },
          },
        },
      },
    }),
    hooks: {
      after: [
        {
          matcher: () => true,
          handler: createAuthMiddleware(async (context) => {
            const { returned, newSession, session: present } = context.context;
            const { path } = context;
            if (returned instanceof APIError) {
              const email: unknown = context.body?.email;
              const isWrong = path === '/sign-in/email' && returned.status === 'UNAUTHORIZED' && typeof email === 'string';
              if (isWrong) context.context.runInBackground(tellOfFailure(context, email));
              return;
            }
            if (present) {
              const change = CHANGES[path];
              const isProof = path === '/two-factor/verify-totp' && (present.user.twoFactorEnabled === true || newSession === null);
              if (change === undefined || isProof) return;
              later(context, present.user.id, 'self', {
                kind: change.kind,
                after: change.factor === undefined ? null : { factor: change.factor },
              });
            } else if (newSession) {
              later(context, newSession.user.id, 'self', { kind: 'SIGNED_IN', after: { by: wayOf(path) } });
            }
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

const WAYS: Record<string, string> = {
  '/sign-in/email': 'password',
  '/magic-link/verify': 'mailed link',
  '/verify-email': 'mailed link',
  '/two-factor/verify-totp': 'password and code',
  '/two-factor/verify-backup-code': 'password and recovery code',
  '/passkey/verify-authentication': 'passkey',
};

/** How somebody came in, in words. */
const wayOf = (path: string): string => WAYS[path] ?? 'another provider';
