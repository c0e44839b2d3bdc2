import type { BetterAuthOptions } from 'better-auth';

/** better-auth's paths that are done over GraphQL instead, or not offered. */
export const DISABLED_PATHS = [
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/update-user',
  '/update-session',
  '/account-info',
  '/get-access-token',
  '/refresh-token',
  '/delete-user',
  '/delete-user/callback',
  '/verify-password',
  '/ok',
  '/error',
  '/token',
  '/jwks',
  '/two-factor/get-totp-uri',
  '/two-factor/send-otp',
  '/two-factor/verify-otp',
  '/passkey/list-user-passkeys',
  '/passkey/delete-passkey',
  '/passkey/update-passkey',
] as const;

/** How often an address of the network may ask, for each path; `attempts.ts` counts by e-mail address. */
export const RATE_LIMIT = {
  enabled: true,
  storage: 'database',
  window: 60,
  max: 120,
  customRules: {
    '/get-session': false,
    '/sign-in/email': { window: 60, max: 30 },
    '/sign-in/social': { window: 60, max: 30 },
    '/link-social': { window: 60, max: 20 },
    '/sign-in/magic-link': { window: 60, max: 20 },
    '/sign-up/email': { window: 60, max: 20 },
    '/request-password-reset': { window: 60, max: 10 },
    '/send-verification-email': { window: 60, max: 10 },
    '/change-password': { window: 60, max: 10 },
    '/change-email': { window: 60, max: 10 },
    '/two-factor/*': { window: 60, max: 30 },
    '/passkey/*': { window: 60, max: 60 },
    '/prove/*': { window: 60, max: 20 },
    '/recovery/*': { window: 60, max: 10 },
  },
} as const satisfies BetterAuthOptions['rateLimit'];
