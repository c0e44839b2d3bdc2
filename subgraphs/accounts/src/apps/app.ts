import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';
import { SCOPES, type Scope } from '../api-keys/api-key.ts';

export const NAME_LIMIT = 60;
/** How many apps a studio can register. */
export const APP_LIMIT = 25;
const REDIRECT_LIMIT = 10;
const ADDRESS_LIMIT = 500;

/** A program of somebody else that works with Atelier for people who let it. Its secret is not kept. */
export interface App {
  id: string;
  /** The studio that has registered it. */
  studioId: string;
  clientId: string;
  name: string;
  homepage: string | null;
  redirectUris: string[];
  /** What it may ask people for; where it may, also to go on when they have left. */
  scopes: string[];
  /** What it may do without a person, in the studio that has registered it. */
  ownScopes: Scope[];
  /** Whether it can keep a secret. */
  isConfidential: boolean;
  createdAt: Date;
  /** When it last acted for itself. */
  lastUsedAt: Date | null;
}

/** What a person lets an app do in one studio. */
export interface AppGrant {
  id: string;
  studioId: string;
  clientId: string;
  userId: string;
  /** The person's membership there. */
  memberId: string;
  scopes: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** What somebody wants of a new app. */
export interface NewApp {
  name: string;
  homepage: string | null;
  redirectUris: readonly string[];
  scopes: readonly Scope[];
  ownScopes: readonly Scope[];
  isConfidential: boolean;
}

type CheckedApp = Pick<App, 'name' | 'homepage' | 'redirectUris' | 'ownScopes' | 'isConfidential'> & { scopes: Scope[] };

/** Checks what somebody wants of an app. */
export function checkApp(given: NewApp): CheckedApp | InvalidInput {
  const at = (field: string) => ['input', field];
  const name = given.name.trim().replaceAll(/\s+/g, ' ');
  if (name === '') return invalidInput('REQUIRED', 'Say what the app is called.', at('name'));
  if (name.length > NAME_LIMIT) return invalidInput('TOO_LONG', `The name has at most ${NAME_LIMIT} characters.`, at('name'));
  const homepage = given.homepage?.trim() || null;
  if (homepage !== null && !isWebAddress(homepage)) {
    return invalidInput('INVALID', 'Give the address of its pages in full, as in https://example.com.', at('homepage'));
  }
  const redirectUris = [...new Set(given.redirectUris.map((uri) => uri.trim()).filter((uri) => uri !== ''))];
  const scopes = SCOPES.filter((scope) => given.scopes.includes(scope));
  const ownScopes = SCOPES.filter((scope) => given.ownScopes.includes(scope));
  if (redirectUris.length > REDIRECT_LIMIT) {
    return invalidInput('TOO_MANY', `An app has at most ${REDIRECT_LIMIT} addresses to come back to.`, at('redirectUris'));
  }
  const wrong = redirectUris.find((uri) => !isRedirectUri(uri));
  if (wrong !== undefined) {
    return invalidInput(
      'INVALID',
      `People cannot be sent back to ${wrong}: use https, http on this machine (127.0.0.1) or a scheme of your own with a dot, without a #.`,
      at('redirectUris'),
    );
  }
  if (redirectUris.length === 0 && ownScopes.length === 0) {
    return invalidInput('REQUIRED', 'Give at least one address to send people back to.', at('redirectUris'));
  }
  if (redirectUris.length > 0 && scopes.length === 0) {
    return invalidInput('REQUIRED', 'Choose at least one thing that the app may ask for.', at('scopes'));
  }
  if (ownScopes.length > 0 && !given.isConfidential) {
    return invalidInput('INVALID', 'Only an app that keeps a secret can act for itself.', at('ownScopes'));
  }
  return { name, homepage, redirectUris, scopes, ownScopes, isConfidential: given.isConfidential };
}

/** An address that is compared letter by letter, and at which nobody else can listen. */
function isRedirectUri(uri: string): boolean {
  if (uri.length > ADDRESS_LIMIT || /[#*\s\\]/.test(uri) || !URL.canParse(uri)) return false;
  const { protocol, hostname, username, password } = new URL(uri);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:') return true;
  if (protocol === 'http:') return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/.test(protocol);
}

function isWebAddress(address: string): boolean {
  return address.length <= ADDRESS_LIMIT && URL.canParse(address) && ['https:', 'http:'].includes(new URL(address).protocol);
}
