import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Where a task stands: compare `position` by bytes, ties by id. All tasks of a project stand in one order; a column shows a part of it. */
export interface Place {
  id: string;
  position: string;
}

/** A key for the task that is placed, and new keys for the few neighbours that had to make room. */
export interface Placing {
  position: string;
  rekeyed: (Place & { before: string })[];
}

/** A longer key asks its next neighbours to share the gap anew, so that keys do not grow without end. */
export const LONG_KEY = 120;

/** How many tasks behind the new place are read at first; more only when all of them share one key. */
export const NEIGHBOURS = 24;

/** The order of tasks: negative when `a` comes first. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

/**
 * The key that puts a task directly behind another one.
 * Two people who put different tasks in the same place at once get equal keys; whoever comes between those two later gives the
 * ones behind it new keys.
 * @param after the task that it comes behind; null puts it first
 * @param following the tasks behind `after` in order, without the one that is placed
 * @param isAll whether `following` reaches the end of the project
 * @returns null when all of `following` share the key of `after` and there are more: read further
 */
export function placeAfter(after: Place | null, following: readonly Place[], isAll: boolean): Placing | null {
  const ties = following.findIndex((place) => after === null || place.position > after.position);
  if (ties === -1 && !isAll) return null;
  const shifted = ties === -1 ? following.length : ties;
  const placing = share(after, following, shifted);
  if (placing.position.length <= LONG_KEY) return placing;
  return share(after, following, isAll ? following.length : following.length - 1);
}

/** The key that puts a task behind the last one of its project; null when it is the first. */
export const placeLast = (last: Place | null): string => generateKeyBetween(last?.position ?? null, null);

/** Shares the gap between `after` and the task behind the first `shifted` ones among the placed task and those. */
function share(after: Place | null, following: readonly Place[], shifted: number): Placing {
  const end = following[shifted]?.position ?? null;
  const [position = '', ...keys] = generateNKeysBetween(after?.position ?? null, end, shifted + 1);
  return {
    position,
    rekeyed: following.slice(0, keys.length).map((place, index) => ({ id: place.id, before: place.position, position: keys[index] ?? '' })),
  };
}

/** Whether a task already stands directly behind `after` (null: first), given the task that follows it there. */
export function standsThere(task: Place, after: Place | null, next: Place | undefined): boolean {
  if (after !== null && comparePlaces(after, task) >= 0) return false;
  return next === undefined || comparePlaces(task, next) < 0;
}
