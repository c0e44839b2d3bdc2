import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';
import { SCOPES, type Scope } from '../api-keys/api-key.ts';

/** The scope by which an app asks to go on when nobody is there. */
export const OFFLINE = 'offline_access';

export const NAME_LIMIT = 60;
/** How many apps a studio can register. */
export const APP_LIMIT = 25;
const REDIRECT_LIMIT = 10;
const ADDRESS_LIMIT = 500;
const DESCRIPTION_LIMIT = 200;

/** A program of somebody else that works with Atelier for people who let it. Its secret is not kept. */
export interface App {
  id: string;
  /** The studio that has registered it. */
  studioId: string;
  clientId: string;
  /** Who has registered it: the person as whom it acts for itself. */
  userId: string;
  name: string;
  /** What it is for, in its makers' words. */
  description: string | null;
  homepage: string | null;
  /** The path of its picture. */
  logo: string | null;
  redirectUris: string[];
  /** What it may ask people for; where it may, also to go on when they have left. */
  scopes: string[];
  /** What it may do without a person, in the studio that has registered it. */
  ownScopes: Scope[];
  /** Whether it can keep a secret. */
  isConfidential: boolean;
  /** Until when the secret before the present one works, too; null where there was none. */
  previousEndsAt: Date | null;
  /** Counts what was changed of it, but for its secret and picture. */
  version: number;
  createdAt: Date;
  /** When it last acted for itself. */
  lastUsedAt: Date | null;
}

/** An app as whoever it asks sees it. */
export interface AskingApp extends App {
  /** The studio that has registered it. */
  studioName: string;
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
  description: string | null;
  homepage: string | null;
  redirectUris: readonly string[];
  scopes: readonly Scope[];
  ownScopes: readonly Scope[];
  isConfidential: boolean;
}

export type CheckedApp = Pick<App, 'name' | 'description' | 'homepage' | 'redirectUris' | 'ownScopes' | 'isConfidential'> & {
  scopes: Scope[];
};

/** Checks what somebody wants of an app. */
export function checkApp(given: NewApp): CheckedApp | InvalidInput {
  const at = (field: string) => ['input', field];
  const name = given.name.trim().replaceAll(/\s+/g, ' ');
  if (name === '') return invalidInput('REQUIRED', 'Say what the app is called.', at('name'));
  if (name.length > NAME_LIMIT) return invalidInput('TOO_LONG', `The name has at most ${NAME_LIMIT} characters.`, at('name'));
  const description = given.description?.trim().replaceAll(/\s+/g, ' ') || null;
  if (description !== null && description.length > DESCRIPTION_LIMIT) {
    return invalidInput('TOO_LONG', `The description has at most ${DESCRIPTION_LIMIT} characters.`, at('description'));
  }
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
  return { name, description, homepage, redirectUris, scopes, ownScopes, isConfidential: given.isConfidential };
}

/** What a line of the audit log and of the feed keeps of an app. */
export const told = ({ name, description, homepage, redirectUris, scopes, ownScopes }: CheckedApp) => ({
  name,
  description,
  homepage,
  redirectUris,
  scopes,
  ownScopes,
});

/** The fields in which two states of an app differ, each as it was and as it is; null where it is the same. */
export function changed(was: CheckedApp, is: CheckedApp): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const [before, after] = [Object.entries(told(was)), told(is)] as const;
  const names = before.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(after, name))).map(([name]) => name);
  const only = (all: object) => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
  return names.length === 0 ? null : { before: only(told(was)), after: only(after) };
}

/** What an app may do with people: with offline access where it may send them somewhere. */
export const waysOf = ({ redirectUris, scopes, ownScopes }: CheckedApp) => {
  const withPeople = redirectUris.length > 0;
  return {
    // With people it may ask to go on when they have left.
    scopes: withPeople ? [...scopes, OFFLINE] : [],
    grantTypes: [...(withPeople ? ['authorization_code', 'refresh_token'] : []), ...(ownScopes.length > 0 ? ['client_credentials'] : [])],
    responseTypes: withPeople ? ['code'] : [],
  };
};

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
