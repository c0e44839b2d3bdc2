import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { type AuthAnswer, call } from './auth.ts';

/** What the device or the person refused, as a problem like the server's. */
function refusal(error: unknown): AuthAnswer<never> {
  const exists = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
  return { ok: false, problem: { code: exists ? 'PASSKEY_EXISTS' : 'PASSKEY_CANCELLED', retryAfter: null } };
}

/** Shows a passkey: signs in with it, or proves in a session that it is still its owner. */
export async function signInByPasskey(): Promise<AuthAnswer> {
  const options = await call<PublicKeyCredentialRequestOptionsJSON>('/passkey/generate-authenticate-options');
  if (!options.ok) return options;
  try {
    const response = await startAuthentication({ optionsJSON: { ...options.data, userVerification: 'required' } });
    return await call('/passkey/verify-authentication', { response });
  } catch (error) {
    return refusal(error);
  }
}

/** Makes a passkey on a device of the person's choice; needs a fresh proof. */
export async function addPasskey(name: string): Promise<AuthAnswer> {
  const options = await call<PublicKeyCredentialCreationOptionsJSON>('/passkey/generate-register-options');
  if (!options.ok) return options;
  try {
    return await call('/passkey/verify-registration', { response: await startRegistration({ optionsJSON: options.data }), name });
  } catch (error) {
    return refusal(error);
  }
}
