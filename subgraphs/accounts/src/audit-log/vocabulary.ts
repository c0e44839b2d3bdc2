/** What a field holds where it is no word of ours: a text of somebody, a moment, a number, a list, or an id. */
type Given = 'text' | 'moment' | 'number' | 'list' | 'id';

const ROLES = ['owner', 'admin', 'manager', 'artist', 'accountant', 'guest'];
const SCOPES = ['projects:read', 'projects:write', 'clients:read', 'clients:write', 'studio:read', 'offline_access'];

/** Every field that a line may tell of, with all the words that it may hold. The page has words of its own for each, in every language. */
export const AUDIT_FIELDS: Readonly<Record<string, Given | readonly string[]>> = {
  because: ['account deleted'],
  by: [
    'password',
    'mailed link',
    'password and code',
    'password and recovery code',
    'passkey',
    'second factor',
    'link',
    'mail',
    'removal',
    'Google',
    'Apple',
    'another provider',
  ],
  contactId: 'id',
  currency: 'text',
  description: 'text',
  device: ['new'],
  email: 'text',
  expiresAt: 'moment',
  factor: ['authenticator app', 'passkey'],
  formerOwner: ROLES,
  homepage: 'text',
  locale: 'text',
  logo: 'text',
  madeBy: 'text',
  name: 'text',
  ownScopes: SCOPES,
  previousEndsAt: 'moment',
  projectId: 'id',
  provider: ['Google', 'Apple', 'another provider'],
  readyAt: 'moment',
  redirectUris: 'list',
  role: ROLES,
  scopes: SCOPES,
  secondFactorDays: 'number',
  sessions: 'number',
  slug: 'text',
  tasksTo: 'id',
  timeZone: 'text',
};

/** What a line holds that the vocabulary does not have, as `field` or `field: value`. */
export function unknownWords(line: { before: object | null; after: object | null }): string[] {
  return [line.before, line.after].flatMap((side) =>
    Object.entries(side ?? {}).flatMap(([field, value]) => {
      const known = AUDIT_FIELDS[field];
      if (known === undefined) return [field];
      if (typeof known === 'string' || value === null) return [];
      return [value].flat().flatMap((each) => (known.includes(String(each)) ? [] : [`${field}: ${String(each)}`]));
    }),
  );
}
