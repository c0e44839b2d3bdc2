import { CombinedGraphQLErrors } from '@apollo/client';

/** The codes that the API puts into `extensions.code`. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'COST_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** The first code of what was thrown; null for what is not the API's word (no network, a proxy's page). */
export function codeOf(error: unknown): ErrorCode | null {
  if (!CombinedGraphQLErrors.is(error)) return null;
  const code = error.errors[0]?.extensions?.code;
  return typeof code === 'string' ? (code as ErrorCode) : 'INTERNAL';
}

/** Whether a field of this name (or alias), anywhere in the answer, is null because what answers it did not. */
export function isOut(error: unknown, field: string): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors.some(({ path }) => path?.includes(field));
}

/** The trace id of the request that failed, to be shown as the reference; undefined where the API never answered. */
export function referenceOf(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  for (const each of error.errors) {
    const id = each.extensions?.traceId;
    if (typeof id === 'string') return id;
  }
  return undefined;
}
