import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { z } from 'zod';

/**
 * Says whether a mailed link to choose a password is still good, before one is typed. The library's own way has the secret in its path,
 * which the counters of requests keep as it is.
 */
export function resetLinkPlugin() {
  return {
    id: 'reset-link',
    endpoints: {
      /** Changes nothing: the link stays good. */
      resetLinkState: createAuthEndpoint(
        '/reset-link',
        { method: 'POST', body: z.object({ token: z.string().max(128) }) },
        async (context) => {
          const found = await context.context.internalAdapter.findVerificationValue(`reset-password:${context.body.token}`);
          return context.json({ isGood: found !== null && found.expiresAt > new Date() });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
