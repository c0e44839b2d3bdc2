import { GraphQLError, type GraphQLFormattedError } from 'graphql';

type Path = readonly (string | number)[];

/** An error that a subgraph reported, at its place in the client's answer. Which subgraph it was is nobody's business. */
export function reported(error: unknown, path: Path | undefined): GraphQLError {
  const { message, extensions } = (typeof error === 'object' && error !== null ? error : {}) as Partial<GraphQLFormattedError>;
  const given: Record<string, unknown> = typeof extensions === 'object' && extensions !== null ? { ...extensions } : {};
  delete given.serviceName;
  const code = typeof given.code === 'string' ? given.code : 'DOWNSTREAM_SERVICE_ERROR';
  return new GraphQLError(typeof message === 'string' && message !== '' ? message : 'A part of the service failed.', {
    path: path ?? null,
    extensions: { ...given, code },
  });
}

/** The path that a subgraph gave to an error; undefined for what is no path. */
export function pathOf(error: unknown): Path | undefined {
  const path = typeof error === 'object' && error !== null && 'path' in error ? error.path : undefined;
  if (!Array.isArray(path)) return undefined;
  return path.every((part) => typeof part === 'string' || typeof part === 'number') ? (path as Path) : undefined;
}

/** A subgraph that does not answer, or not what was asked: the fields at `path` are missing for that reason. */
export function unanswered(cause: unknown, path: Path | undefined): GraphQLError {
  const coded = cause instanceof GraphQLError ? cause : null;
  return new GraphQLError(coded?.message ?? 'A part of the service does not answer.', {
    path: path ?? null,
    originalError: cause instanceof Error && !coded ? cause : null,
    extensions: { code: 'UNAVAILABLE', ...coded?.extensions },
  });
}
