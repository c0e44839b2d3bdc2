import type { ObservableQuery } from '@apollo/client';

/**
 * Options of a mutation (or of `client.refetchQueries` by `include: 'active'`): those queries of these names that are on the page are
 * asked again. Unlike a list of names, a query that is not on the page is no mistake.
 */
export function refetchShown(...names: string[]) {
  const wanted = new Set(names);
  return {
    refetchQueries: 'active' as const,
    onQueryUpdated: ({ queryName }: ObservableQuery) => wanted.has(queryName ?? ''),
  };
}
