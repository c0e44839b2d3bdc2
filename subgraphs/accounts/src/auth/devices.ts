import { uuidv7 } from '@atelier/service-kit/ids';
import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { and, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { hashSecret, newSecret } from '../secrets.ts';
import { deviceOf } from '../users/session.ts';
import { users } from '../users/user.table.ts';
import { ADDRESS_HEADER } from '../web.ts';
import type { authMails } from './auth.mails.ts';
import { devices } from './factors.table.ts';

/** The longest that browsers keep a cookie; each sign-in begins it anew. */
const COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** How long the link in the mail about a new device works. */
export const END_LINK_DAYS = 7;

// Where somebody gets in.
const ENTRANCES = new Set([
  '/sign-in/email',
  '/magic-link/verify',
  '/verify-email',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
  '/oauth2/callback/:providerId',
  '/callback/:id',
]);

/** What the link in a mail about a new device ends. */
export interface NewDevice {
  userId: string;
  sessionId: string;
  deviceId: string;
  /** When it was, in milliseconds. */
  at: number;
}

/** Knows the browsers in which a person has signed in before, by a cookie of theirs. */
export function createDevices(db: NodePgDatabase, now: () => Date) {
  const fresh = new WeakSet<Request>();
  const cookieOf = (context: GenericEndpointContext) => context.context.createAuthCookie('device', { maxAge: COOKIE_SECONDS });

  async function hashOf(context: GenericEndpointContext): Promise<string | null> {
    const secret = await context.getSignedCookie(cookieOf(context).name, context.context.secret);
    return secret ? hashSecret(secret) : null;
  }

  return {
    cookieOf,
    hashOf,
    /** Whether a request signed somebody in from a browser that had not been seen before. */
    isNew: (request: Request): boolean => fresh.has(request),
    markNew: (request: Request) => fresh.add(request),

    /**
     * Whose attempts are counted together: all strangers' for an address, and each known browser's by itself, so that strangers who
     * guess keep nobody out of their own browser.
     */
    async counterOf(context: GenericEndpointContext, person: { email: string } | { userId: string }): Promise<string> {
      const name = 'email' in person ? person.email.trim().toLowerCase() : person.userId;
      const hash = await hashOf(context);
      if (hash === null) return name;
      const whose = 'email' in person ? eq(users.email, name) : eq(users.id, person.userId);
      const found = await db
        .select({ id: devices.id })
        .from(devices)
        .innerJoin(users, eq(users.id, devices.userId))
        .where(and(eq(devices.secretHash, hash), whose));
      return found.length === 0 ? name : `${name} in ${hash}`;
    },

    /** Notes that a person signed in; tells whether it is their first browser, a known one, or another one. */
    async note(userId: string, hash: string): Promise<{ kind: 'first' | 'known' | 'new'; deviceId: string }> {
      const at = now();
      const known = await db
        .update(devices)
        .set({ lastSeenAt: at })
        .where(and(eq(devices.userId, userId), eq(devices.secretHash, hash)))
        .returning({ id: devices.id });
      if (known[0]) return { kind: 'known', deviceId: known[0].id };
      const deviceId = uuidv7(at.getTime());
      const others = db.select({ one: sql`1` }).from(devices).where(eq(devices.userId, userId)).limit(1);
      const isFirst = (await others).length === 0;
      await db.insert(devices).values({ id: deviceId, userId, secretHash: hash, lastSeenAt: at }).onConflictDoNothing();
      return { kind: isFirst ? 'first' : 'new', deviceId };
    },
  };
}

export type Devices = ReturnType<typeof createDevices>;

/** Mails the owner when somebody signs in from a browser that was not seen before, with a link that ends it. */
export function devicesPlugin(devices: Devices, mails: Pick<ReturnType<typeof authMails>, 'newDevice'>, publicUrl: string) {
  return {
    id: 'devices',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path !== undefined && ENTRANCES.has(path),
          handler: createAuthMiddleware(async (context) => {
            const made = context.context.newSession;
            if (!made) return;
            const cookie = devices.cookieOf(context);
            const present = await context.getSignedCookie(cookie.name, context.context.secret);
            const secret = present || newSecret();
            const { id: sessionId, userId, userAgent } = made.session;
            const { kind, deviceId } = await devices.note(userId, hashSecret(secret));
            await context.setSignedCookie(cookie.name, secret, context.context.secret, cookie.attributes);
            if (kind !== 'new') return;
            if (context.request) devices.markNew(context.request);
            const at = new Date();
            const token = newSecret();
            await context.context.internalAdapter.createVerificationValue({
              identifier: `end-session:${token}`,
              value: JSON.stringify({ userId, sessionId, deviceId, at: at.getTime() } satisfies NewDevice),
              expiresAt: new Date(at.getTime() + END_LINK_DAYS * 86_400_000),
            });
            const data = {
              device: deviceOf(userAgent ?? null),
              address: context.request?.headers.get(ADDRESS_HEADER) ?? '',
              at: at.toISOString(),
              url: `${publicUrl}/auth/end-session?token=${token}`,
            };
            await mails.newDevice({ user: made.user, data }, context.request);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
