import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { AuthProblem } from './auth.ts';

/** The shortest password that is taken. */
export const PASSWORD_MIN = 10;

/** Whether it is the new password that was refused. */
export const refusesPassword = (problem: AuthProblem | null): boolean =>
  problem !== null && ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_BREACHED'].includes(problem.code);

/** Says in words why sign-in said no, and what to do. */
export function useProblemWords(): (problem: AuthProblem) => string {
  const { t } = useLingui();
  return ({ code, retryAfter }) => {
    switch (code) {
      case 'INVALID_EMAIL_OR_PASSWORD':
        return t`Address and password do not go together. Check both, or have a link mailed to you.`;
      case 'INVALID_PASSWORD':
        return t`This is not your present password.`;
      case 'INVALID_CODE':
        return t`This code is not right. A code is good for 30 seconds; wait for the next one.`;
      case 'CODE_USED':
        return t`This code was used already. Wait for the next one.`;
      case 'INVALID_MAILED_CODE':
        return t`This code is not right, or no longer good. Only the newest one counts, for 10 minutes.`;
      case 'INVALID_BACKUP_CODE':
        return t`This recovery code is not right, or it was used before.`;
      case 'INVALID_TWO_FACTOR_COOKIE':
      case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
        return t`It took too long, or too many tries. Begin again with your password.`;
      case 'PASSKEY_NOT_FOUND':
      case 'AUTHENTICATION_FAILED':
        return t`This passkey belongs to no account here. Take another one, or sign in with your password.`;
      case 'PASSKEY_CANCELLED':
        return t`The passkey was not used. Try again, or take another way.`;
      case 'PASSKEY_EXISTS':
        return t`This device has a passkey of your account already.`;
      case 'PASSWORD_BREACHED':
        return t`This password is on lists of stolen ones, which guessers try first. Choose another one.`;
      case 'FRESH_PROOF_NEEDED':
        return t`Nothing was changed: this needs a fresh proof that it is you.`;
      case 'PROVIDER_UNAVAILABLE':
        return t`They do not answer at the moment. Nothing is lost; try again in a minute, or take another way.`;
      case 'EMAIL_NOT_VERIFIED':
        return t`This address is not confirmed yet. We have just mailed you a new link: open it to go on.`;
      case 'EMAIL_UNCHANGED':
        return t`This is your address already.`;
      case 'INVALID_EMAIL':
        return t`An address looks like name@example.com.`;
      case 'PASSWORD_TOO_SHORT':
        return t`A password has at least ${PASSWORD_MIN} characters.`;
      case 'PASSWORD_TOO_LONG':
        return t`A password has at most 128 characters.`;
      case 'INVALID_TOKEN':
      case 'TOKEN_EXPIRED':
        return t`This link is no longer good. Ask for a new one.`;
      case 'SESSION_NOT_FRESH':
        return t`You signed in a while ago. Sign out and in again, then repeat this.`;
      case 'NETWORK':
        return t`The server did not answer. What you typed is still here; try again.`;
      case 'TOO_MANY_ATTEMPTS': {
        const minutes = Math.max(1, Math.ceil((retryAfter ?? 60) / 60));
        return t`Too many attempts. Try again in ${plural(minutes, { one: '# minute', other: '# minutes' })}.`;
      }
      default:
        return t`That did not work. Nothing was changed; try again in a moment.`;
    }
  };
}
