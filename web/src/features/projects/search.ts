import type { ProjectStatus } from '../../graphql/__generated__/types.ts';

/** The states of a project in the order in which work goes. */
export const PROJECT_STATUSES: readonly ProjectStatus[] = ['PLANNED', 'ACTIVE', 'ON_HOLD', 'DONE'];

/** What the address says about the list of projects; what is left out is the default. */
export type ProjectsSearch = {
  view?: 'board';
  q?: string;
  status?: ProjectStatus;
  client?: string;
  archived?: true;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;

/** Reads the address; what it does not know is left out, so that an old link still opens. */
export function readProjectsSearch(search: Record<string, unknown>): ProjectsSearch {
  return {
    ...(search.view === 'board' && { view: 'board' as const }),
    q: text(search.q),
    status: PROJECT_STATUSES.find((status) => status === search.status),
    client: text(search.client),
    ...(search.archived === true && { archived: true as const }),
  };
}
