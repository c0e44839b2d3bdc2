import { createOTP } from '@better-auth/utils/otp';
import type { GenericEndpointContext } from 'better-auth';
import { constantTimeEqual, symmetricDecrypt } from 'better-auth/crypto';
import { and, eq, lt } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { twoFactors } from './factors.table.ts';

const STEP_MS = 30_000;
/** The plugin lets a clock be one step off, either way, and looks a moment later: a step may begin in between. */
const DRIFT = [-1, 0, 1, 2];

/** Sees to it that a code of an authenticator app is good once, which the plugin that checks it does not. */
export function createCodes(db: NodePgDatabase) {
  return {
    /**
     * Takes a right code for good: of two requests with it at once, one wins. False where it, or a newer one, was taken before. A wrong
     * code is nothing to take: true, and the plugin's to refuse.
     */
    async take(context: GenericEndpointContext, userId: string, code: string): Promise<boolean> {
      const [factor] = await db.select({ secret: twoFactors.secret }).from(twoFactors).where(eq(twoFactors.userId, userId));
      if (factor === undefined) return true;
      const app = createOTP(await symmetricDecrypt({ key: context.context.secretConfig, data: factor.secret }));
      const present = Math.floor(Date.now() / STEP_MS);
      for (const drift of DRIFT) {
        const step = present + drift;
        if (!constantTimeEqual(await app.hotp(step), code)) continue;
        const taken = await db
          .update(twoFactors)
          .set({ lastStep: step })
          .where(and(eq(twoFactors.userId, userId), eq(twoFactors.secret, factor.secret), lt(twoFactors.lastStep, step)))
          .returning({ id: twoFactors.id });
        return taken.length > 0;
      }
      return true;
    },
  };
}

export type Codes = ReturnType<typeof createCodes>;
