import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';

/** What keys may do, as permission tables name it. */
export const SCOPES = ['projects:read', 'projects:write', 'clients:read', 'clients:write', 'studio:read'] as const;
export type Scope = (typeof SCOPES)[number];

export const NAME_LIMIT = 60;
/** How many keys a studio can have at a time. */
export const KEY_LIMIT = 50;
const HOUR_MS = 60 * 60 * 1000;
/** How long the secret before goes on working when a key is given a new one and nothing else is said. */
export const OVERLAP_MS = 24 * HOUR_MS;
export const LONGEST_OVERLAP_MS = 7 * 24 * HOUR_MS;

/** A key for programs. Its secret is not kept. */
export interface ApiKey {
  id: string;
  studioId: string;
  memberId: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  /** Until when the secret before the present one works, too; null when there is none. */
  previousEndsAt: Date | null;
}

/** Checks what somebody wants of a key. */
export function checkKey(
  given: { name: string; scopes: readonly Scope[]; expiresAt: Date | null },
  now: Date,
): Pick<ApiKey, 'name' | 'scopes' | 'expiresAt'> | InvalidInput {
  const name = given.name.trim();
  if (name === '') return invalidInput('REQUIRED', 'Say what the key is for.', ['input', 'name']);
  if (name.length > NAME_LIMIT) return invalidInput('TOO_LONG', `The name has at most ${NAME_LIMIT} characters.`, ['input', 'name']);
  const scopes = SCOPES.filter((scope) => given.scopes.includes(scope));
  if (scopes.length === 0) return invalidInput('REQUIRED', 'Choose at least one thing that the key may do.', ['input', 'scopes']);
  if (given.expiresAt !== null && given.expiresAt <= now) {
    return invalidInput('INVALID_DATE', 'The end must lie in the future.', ['input', 'expiresAt']);
  }
  return { name, scopes, expiresAt: given.expiresAt };
}

/** Until when the old secret of a key shall work: a day unless said otherwise, a week at most; the present moment ends it at once. */
export function checkOverlap(given: Date | null, now: Date): Date | InvalidInput {
  const until = given ?? new Date(now.getTime() + OVERLAP_MS);
  if (until.getTime() - now.getTime() > LONGEST_OVERLAP_MS) {
    return invalidInput('INVALID_DATE', 'The old secret works on for 7 days at most.', ['input', 'previousEndsAt']);
  }
  return until < now ? now : until;
}
