import { whileRenewing } from '../../graphql/renewal.ts';

/** Why sign-in said no. `code` is better-auth's; `NETWORK` where no answer came. */
export type AuthProblem = { code: string; retryAfter: number | null };
export type AuthAnswer<Data = unknown> = { ok: true; data: Data } | { ok: false; problem: AuthProblem };

/** Who is signed in, as sign-in knows them. */
export type Person = { id: string; name: string; email: string; emailVerified: boolean };

/** By what the person who is signed in can show that it is them; `providers` by id. */
export type ProofWays = { password: boolean; app: boolean; passkey: boolean; providers: string[]; mail: boolean };

/** What is asked for after a right password; null where that is all. */
export type SecondStep = { twoFactorRedirect: true; twoFactorMethods: string[] } | { twoFactorRedirect?: undefined };

/** Asks `/auth`; with a body it is a POST. */
export async function call<Data>(path: string, body?: Record<string, unknown>): Promise<AuthAnswer<Data>> {
  let response: Response;
  try {
    response = await fetch(`/auth${path}`, {
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  } catch {
    return { ok: false, problem: { code: 'NETWORK', retryAfter: null } };
  }
  const data: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, data: data as Data };
  const named = data !== null && typeof data === 'object' && 'code' in data && typeof data.code === 'string' ? data.code : null;
  const wait = Number(response.headers.get('retry-after'));
  const code = named ?? (response.status === 429 ? 'TOO_MANY_ATTEMPTS' : 'UNKNOWN');
  return { ok: false, problem: { code, retryAfter: wait > 0 ? wait : null } };
}

/** Sign-in, sign-up and everything about passwords and addresses: the REST endpoints below `/auth`. */
export const auth = {
  /** Who is signed in in this browser; null when nobody is. Prolongs the cookie. */
  async person(): Promise<Person | null> {
    const answer = await call<{ user: Person } | null>('/get-session');
    return answer.ok ? (answer.data?.user ?? null) : null;
  },
  /** Where the address is not confirmed yet, a new link is mailed, which leads to `callbackURL`. */
  signIn: (email: string, password: string, callbackURL: string) => call<SecondStep>('/sign-in/email', { email, password, callbackURL }),
  /** Mails a link that signs in; answers alike whether or not the address has an account. */
  mailLink: (email: string, callbackURL: string) =>
    call('/sign-in/magic-link', { email, callbackURL, errorCallbackURL: '/sign-in?error=link' }),
  signUp: (name: string, email: string, password: string, callbackURL: string) =>
    call('/sign-up/email', { name, email, password, callbackURL }),
  mailVerification: (email: string, callbackURL: string) => call('/send-verification-email', { email, callbackURL }),
  forgotPassword: (email: string) => call('/request-password-reset', { email, redirectTo: '/reset-password' }),
  /** Whether the secret of a mailed link still lets a password be chosen. */
  resetLink: (token: string) => call<{ isGood: boolean }>('/reset-link', { token }),
  resetPassword: (newPassword: string, token: string) => call('/reset-password', { newPassword, token }),
  changePassword: (currentPassword: string, newPassword: string) =>
    whileRenewing(() => call('/change-password', { currentPassword, newPassword, revokeOtherSessions: true })),
  changeEmail: (newEmail: string) => call('/change-email', { newEmail, callbackURL: '/verify-email' }),
  /** The code of an authenticator app: at sign-in, when one is set up, and as a fresh proof. */
  code: (code: string) => whileRenewing(() => call('/two-factor/verify-totp', { code })),
  recoveryCode: (code: string) => call('/two-factor/verify-backup-code', { code }),
  /** For somebody who passed the first step and lost everything for the second; mails a link that works after a day. */
  startRecovery: () => call<{ readyAt: string }>('/recovery/start', {}),
  proofWays: () => call<ProofWays>('/prove/ways'),
  sendProofCode: () => call('/prove/mail/send', {}),
  proveByMail: (code: string) => call('/prove/mail', { code }),
  provePassword: (password: string) => call('/prove/password', { password }),
  enableApp: () => call<{ totpURI: string; backupCodes: string[] }>('/two-factor/enable', {}),
  disableApp: () => whileRenewing(() => call('/two-factor/disable', {})),
  renewCodes: () => call<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', {}),
  signOut: () => call('/sign-out', {}),
};
