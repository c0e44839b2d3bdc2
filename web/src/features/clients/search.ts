/** What the address says about the list of clients; what is left out is the default. */
export type ClientsSearch = { q?: string; archived?: true };

/** Reads the address; what it does not know is left out. */
export function readClientsSearch(search: Record<string, unknown>): ClientsSearch {
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q) : '';
  return { ...(q && { q }), ...(search.archived === true && { archived: true as const }) };
}
