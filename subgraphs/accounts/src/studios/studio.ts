import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';
import { canonicalLocale, isTimeZone } from '../locale.ts';

/** A studio: one artist or an agency. */
export interface Studio {
  id: string;
  slug: string;
  name: string;
  /** Path below the public address. */
  logo: string | null;
  currency: string;
  timeZone: string;
  locale: string;
  hasDemoData: boolean;
  version: number;
  createdBy: string;
  createdAt: Date;
}

/** What people set of a studio. */
export type StudioSettings = Pick<Studio, 'name' | 'slug' | 'currency' | 'timeZone' | 'locale'>;

export const NAME_LIMIT = 80;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])$/;

/** First parts of addresses that are, or may become, our own pages. */
const RESERVED = new Set(
  `account admin api app assets atelier auth billing blog client clients dev docs forgot-password graphql health healthz help home
  invitation invitations invite join login logout mail me media messages metrics new onboarding p portal preview privacy project
  projects ready reset-password robots search security settings sign-in sign-out sign-up signup start static status studio studios
  support team terms verify welcome www`.split(/\s+/),
);

/**
 * Checks what people set of a studio and brings it to its stored form (trimmed name, canonical language tag).
 * Fields that are not given are not looked at.
 */
export function checkSettings<Given extends Partial<StudioSettings>>(given: Given): Given | InvalidInput {
  const checked = { ...given };
  if (given.name !== undefined) {
    const name = given.name.trim().replace(/\s+/g, ' ');
    if (name === '') return invalidInput('REQUIRED', 'Give the studio a name.', ['input', 'name']);
    if (name.length > NAME_LIMIT) return invalidInput('TOO_LONG', `The name has at most ${NAME_LIMIT} characters.`, ['input', 'name']);
    checked.name = name;
  }
  if (given.slug !== undefined) {
    if (!SLUG.test(given.slug)) {
      return invalidInput(
        'INVALID_SLUG',
        'The name in addresses has 3 to 40 lower case letters, digits and hyphens, no hyphen at an end.',
        ['input', 'slug'],
      );
    }
    if (RESERVED.has(given.slug))
      return invalidInput('INVALID_SLUG', 'This name in addresses is our own. Choose another one.', ['input', 'slug']);
  }
  if (given.timeZone !== undefined && !isTimeZone(given.timeZone)) {
    return invalidInput('INVALID_TIME_ZONE', 'Choose a time zone such as Europe/Madrid.', ['input', 'timeZone']);
  }
  if (given.locale !== undefined) {
    const locale = canonicalLocale(given.locale);
    if (locale === null) return invalidInput('INVALID_LOCALE', 'Choose a language such as en or es-MX.', ['input', 'locale']);
    checked.locale = locale;
  }
  return checked;
}

/** A name in addresses from a name: `Añil & Co.` gives `anil-co`. */
export function slugFrom(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 34)
    .replace(/-+$/, '');
  return slug.length < 3 ? `studio${slug === '' ? '' : `-${slug}`}` : slug;
}

/**
 * Names to offer in place of one that is taken or our own, the nicest first; the last one is as good as surely free.
 * @param random 4 or more lower case letters or digits
 */
export function slugCandidates(wanted: string, random: string): string[] {
  const base = wanted.slice(0, 40 - random.length - 1).replace(/-+$/, '');
  const numbered = Array.from({ length: 8 }, (_, index) => `${base}-${index + 2}`);
  return [wanted, ...numbered, `${base}-${random}`].filter((slug) => SLUG.test(slug) && !RESERVED.has(slug));
}
