import { daysBetween } from '../../ui/time.ts';

/** When something is to be done, as a day is planned. */
export type When = 'late' | 'today' | 'week' | 'later' | 'someday';

/** The order in which a day is planned: what is late first. */
export const WHENS: readonly When[] = ['late', 'today', 'week', 'later', 'someday'];

/** Days that "this week" holds, today with them. */
const WEEK = 7;

/** Where a due day falls, seen from the studio's today (both YYYY-MM-DD). */
export function whenOf(dueOn: string | null, today: string): When {
  if (dueOn === null) return 'someday';
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'late';
  if (days === 0) return 'today';
  return days < WEEK ? 'week' : 'later';
}

/** The last day of "this week" that begins today. */
export function weekEnd(today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + (WEEK - 1) * 86_400_000).toISOString().slice(0, 10);
}

/** Tasks under the time they fall into; empty times are left out. */
export function byWhen<Task extends { dueOn: string | null }>(tasks: readonly Task[], today: string): { when: When; tasks: Task[] }[] {
  return WHENS.map((when) => ({ when, tasks: tasks.filter((task) => whenOf(task.dueOn, today) === when) })).filter(
    (group) => group.tasks.length > 0,
  );
}

/** Which part of the day it is in a zone, for the greeting. */
export function partOfDay(at: Date, zone: string): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(at));
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
