import type { BoardGrouping, TaskFilter, TaskStatus } from '../../graphql/__generated__/types.ts';

/** The states of a task in the board's order. */
export const TASK_STATUSES: readonly TaskStatus[] = ['TODO', 'IN_PROGRESS', 'IN_REVIEW', 'DONE'];

/** What the address says about a project's board and list; what is left out is the default. */
export type ProjectSearch = {
  view?: 'list';
  group?: 'stage';
  q?: string;
  /** A member's or contact's id, or `me`. */
  assignee?: string;
  status?: TaskStatus;
  /** Only what is due on this day or before, or `week`: within seven days. */
  due?: string;
  /** The task whose sheet is open. */
  task?: string;
  /** The page shows what a contact would see. */
  as?: 'client';
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) || undefined : undefined;

/** Reads the address; what it does not know is left out, so that an old link still opens. */
export function readProjectSearch(search: Record<string, unknown>): ProjectSearch {
  const due = text(search.due);
  return {
    ...(search.view === 'list' && { view: 'list' as const }),
    ...(search.group === 'stage' && { group: 'stage' as const }),
    q: text(search.q),
    assignee: text(search.assignee),
    status: TASK_STATUSES.find((status) => status === search.status),
    due: due === 'late' || due === 'week' ? due : undefined,
    task: text(search.task),
    ...(search.as === 'client' && { as: 'client' as const }),
  };
}

/** How the board is grouped by this address. */
export const groupingOf = (search: ProjectSearch): BoardGrouping => (search.group === 'stage' ? 'STAGE' : 'STATUS');

const DAY = 86_400_000;
const dayAfter = (today: string, days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The API's filter for this address; `today` is the studio's day, YYYY-MM-DD. */
export function filterOf(search: ProjectSearch, today: string): TaskFilter {
  return {
    ...(search.q && { text: search.q }),
    ...(search.status && { status: [search.status] }),
    ...(search.assignee === 'me' ? { assignedToViewer: true } : search.assignee && { assigneeId: search.assignee }),
    ...(search.due && { dueBefore: dayAfter(today, search.due === 'late' ? -1 : 7) }),
  };
}

/** Whether the address narrows what is shown. */
export const isNarrowed = (search: ProjectSearch): boolean => Boolean(search.q || search.assignee || search.status || search.due);
