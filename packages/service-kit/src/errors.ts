/** The codes that an answer's `extensions.code` can carry. */
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

/** A failure that is safe to show: its message goes to the client as it is. Anything else that is thrown is INTERNAL. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly path: readonly string[] | null;

  constructor(code: ErrorCode, message: string, path: readonly string[] | null = null) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.path = path;
  }
}

/** Nobody is signed in, or the proof is no longer good. */
export const unauthenticated = (): AppError => new AppError('UNAUTHENTICATED', 'Sign in to do this.');

/** The viewer is known and may not. */
export const forbidden = (message = 'You may not do this in this studio.'): AppError => new AppError('FORBIDDEN', message);

/** It does not exist, or not for this viewer: the two are never told apart. */
export const notFound = (): AppError => new AppError('NOT_FOUND', 'There is no such thing, or not for you.');

/** An argument that no well-behaved client sends (a forged cursor, `first: -1`); expected mistakes of people are `InvalidInput` members instead. */
export const badInput = (message: string, path: readonly string[] | null = null): AppError => new AppError('BAD_USER_INPUT', message, path);

/** Something that is needed does not answer. */
export const unavailable = (what: string): AppError =>
  new AppError('UNAVAILABLE', `${what} does not answer. Nothing was lost; try again in a moment.`);

/** The `InvalidInput` member of a mutation's result. */
export interface InvalidInput {
  __typename: 'InvalidInput';
  message: string;
  code: string;
  path: string[] | null;
}

/** Makes the `InvalidInput` member of a mutation's result; `path` names the input field. */
export const invalidInput = (code: string, message: string, path: string[] | null): InvalidInput => ({
  __typename: 'InvalidInput',
  message,
  code,
  path,
});
