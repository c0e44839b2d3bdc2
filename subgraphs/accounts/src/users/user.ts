import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';
import { canonicalLocale, isTimeZone } from '../locale.ts';

/** A person with an account. */
export interface User {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  /** Path below the public address. */
  picture: string | null;
  locale: string | null;
  timeZone: string | null;
  hasAuthenticatorApp: boolean;
}

/** What people set of themselves. */
export type Profile = Pick<User, 'name' | 'locale' | 'timeZone'>;

export const NAME_LIMIT = 80;

/** Checks what people set of themselves; fields that are not given are not looked at. */
export function checkProfile(given: Partial<Profile>): Partial<Profile> | InvalidInput {
  const checked = { ...given };
  if (given.name !== undefined) {
    const name = given.name.trim().replace(/\s+/g, ' ');
    if (name === '') return invalidInput('REQUIRED', 'Colleagues and clients need a name to call you by.', ['input', 'name']);
    if (name.length > NAME_LIMIT) return invalidInput('TOO_LONG', `The name has at most ${NAME_LIMIT} characters.`, ['input', 'name']);
    checked.name = name;
  }
  if (given.locale) {
    const locale = canonicalLocale(given.locale);
    if (locale === null) return invalidInput('INVALID_LOCALE', 'Choose a language such as en or es-MX.', ['input', 'locale']);
    checked.locale = locale;
  }
  if (given.timeZone && !isTimeZone(given.timeZone)) {
    return invalidInput('INVALID_TIME_ZONE', 'Choose a time zone such as Europe/Madrid.', ['input', 'timeZone']);
  }
  return checked;
}
