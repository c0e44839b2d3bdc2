import { safeBack } from './session.ts';

/** What the address of a page outside of a studio may carry. */
export type SessionSearch = {
  /** Where to go after sign-in. */
  back?: string;
  /** An address to start from. */
  email?: string;
  /** What a followed link could not do. */
  error?: string;
  /** What can be shown for the second step, with spaces between. */
  ways?: string;
  /** The secret of a mailed link. */
  token?: string;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads the address; what it does not know is left out. */
export function readSessionSearch(search: Record<string, unknown>): SessionSearch {
  return {
    back: safeBack(search.back),
    email: text(search.email),
    error: text(search.error),
    token: text(search.token),
    ways: text(search.ways),
  };
}

/** The page that the link of a confirmation leads to, with the way on from there. */
export const afterVerification = (back: string | undefined): string => `/verify-email${back ? `?back=${encodeURIComponent(back)}` : ''}`;
