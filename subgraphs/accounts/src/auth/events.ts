import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { type Happening, type PersonEvent, veiled } from '../audit-log/audit-log.ts';
import { CHANGES, nameOf, WAYS } from './decisions.ts';
import type { Devices } from './devices.ts';
import { type Noted, originOf } from './noted.ts';

/** Tells the audit log of a person's account; never throws. */
export type TellPerson = (event: PersonEvent) => Promise<void>;

/**
 * Tells the audit log who came in, who did not, who went, and what changed about how somebody signs in. It is told off the answer's path,
 * so that the answer's time does not say whether an address has an account. Comes after the plugins that ask for a second factor and
 * know devices.
 */
export function eventsPlugin(tell: TellPerson, noted: Pick<Noted, 'eventOf'>, devices: Pick<Devices, 'isNew'>) {
  const addressChanges = new WeakSet<Request>();
  const joined = new WeakMap<Request, { userId: string; providerId: string }>();
  const later = (context: GenericEndpointContext, userId: string, by: 'self' | 'stranger', happening: Happening) =>
    context.context.runInBackground(tell(noted.eventOf({ userId, by, ...originOf(context.request) }, happening)));

  async function tellOfFailure(context: GenericEndpointContext, email: string): Promise<void> {
    const found = await context.context.internalAdapter.findUserByEmail(email.trim().toLowerCase());
    if (!found) return;
    await tell(noted.eventOf({ userId: found.user.id, by: 'stranger', ...originOf(context.request) }, { kind: 'SIGN_IN_FAILED' }));
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
          account: {
            create: {
              // Of a new person, too; whether it is one shows at the end.
              after: async ({ userId, providerId }, context) => {
                if (context?.request && providerId !== 'credential') joined.set(context.request, { userId, providerId });
              },
            },
            delete: {
              after: async ({ userId, providerId }, context) => {
                if (context?.path !== '/unlink-account') return;
                later(context, userId, 'self', { kind: 'PROVIDER_REMOVED', before: { provider: nameOf(providerId) } });
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
                const old = context.context.session?.user.email;
                later(context, user.id, 'self', {
                  kind: 'EMAIL_CHANGED',
                  before: old === undefined ? null : { email: veiled(old) },
                  after: { email: veiled(user.email) },
                });
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
            const added = context.request && joined.get(context.request);
            if (added !== undefined && !newSession) {
              later(context, added.userId, 'self', { kind: 'PROVIDER_JOINED', after: { provider: nameOf(added.providerId) } });
              return;
            }
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
              later(context, present.user.id, 'self', change);
            } else if (newSession) {
              const isNew = context.request !== undefined && devices.isNew(context.request);
              const by = WAYS[path] ?? nameOf(context.params?.providerId ?? context.params?.id);
              const isCode = path === '/two-factor/verify-backup-code';
              later(context, newSession.user.id, 'self', {
                kind: isCode ? 'RECOVERY_CODE_USED' : isNew ? 'SIGNED_IN_FROM_NEW_DEVICE' : 'SIGNED_IN',
                after: { by, ...(isCode && isNew ? { device: 'new' } : {}) },
              });
            }
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
