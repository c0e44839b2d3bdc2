import type { BetterAuthOptions } from 'better-auth';
import { APIError, isAPIError } from 'better-auth/api';

/**
 * What becomes of better-auth's failures: told without personal data, and answered without a word about our insides.
 * @param onError never told an address or a secret
 */
export function failures(publicUrl: string, onError: (message: string) => void) {
  return {
    // Only what failed: better-auth's other messages name e-mail addresses.
    logger: { level: 'error', log: (_level, message) => onError(message.replaceAll(/\S+@\S+/g, '[removed]')) },
    onAPIError: {
      errorURL: `${publicUrl}/sign-in`,
      onError: (error) => {
        // 503 is ours: a provider is away.
        if (isAPIError(error) && (error.statusCode < 500 || error.statusCode === 503)) return;
        onError(`A request to sign-in failed unexpectedly: ${kindOf(error)}.`);
        // Else it would be written to the console as it is, with the values of its statement: addresses and secrets.
        throw new APIError('INTERNAL_SERVER_ERROR', {
          code: 'INTERNAL',
          message: 'Something went wrong on our side. Try again in a moment.',
        });
      },
    },
  } satisfies BetterAuthOptions;
}

/** Names a failure without a word of what was asked: its class, and PostgreSQL's code where it has one. */
function kindOf(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? `${name} ${String(cause.code)}` : name;
}
